"""Inputs for dates, times, filters and JSON, as browsers and people know them."""

from datetime import timezone
from math import inf, isfinite

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils.timezone import localtime, make_aware


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__({"step": "any", **(attrs or {})}, format="%H:%M:%S")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__({"step": "any", **(attrs or {})}, format="%Y-%m-%dT%H:%M:%S")


class YesNoSelect(forms.Select):
    def __init__(self, attrs=None):
        super().__init__(attrs, choices=[("", "All"), ("true", "Yes"), ("false", "No")])


class LocalDateTimeField(forms.DateTimeField):
    """Takes an hour that the clock shows twice as its first, and refuses one that it leaves out."""

    def to_python(self, value):
        try:
            moment = super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            moment = self.find_moment(error.params["datetime"])
        try:
            # It is stored in UTC, where the first and last years may end too early.
            return moment and moment.astimezone(timezone.utc)
        except OverflowError as error:
            raise self.refusal() from error

    def find_moment(self, shown):
        moment = make_aware(shown).astimezone(timezone.utc)
        if localtime(moment).replace(tzinfo=None) != shown:
            raise self.refusal()
        return moment

    def refusal(self):
        return ValidationError(self.error_messages["invalid"], code="invalid")


class JsonField(forms.JSONField):
    """Shows nothing as nothing, not as `null`, and refuses what databases cannot keep."""

    def prepare_value(self, value):
        return "" if value is None else super().prepare_value(value)

    def bound_data(self, data, initial):
        # What was typed is shown again as it was typed.
        return (
            super().bound_data(data, initial)
            if self.disabled
            else InvalidJSONInput(data or "")
        )

    def to_python(self, value):
        try:
            found = super().to_python(value)
        except RecursionError:
            found = inf
        if not is_storable(found):
            message = self.error_messages["invalid"]
            raise ValidationError(message, code="invalid", params={"value": value})
        return found


def is_storable(value):
    """No null characters, halves of characters or infinite numbers, and not too deep."""
    waiting = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if depth > 100 or (isinstance(each, float) and not isfinite(each)):
            return False
        if isinstance(each, str) and ("\0" in each or not is_encodable(each)):
            return False
        if isinstance(each, dict):
            waiting += [(part, depth + 1) for part in (*each, *each.values())]
        elif isinstance(each, list):
            waiting += [(part, depth + 1) for part in each]
    return True


def is_encodable(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
