"""What the forms have in common."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

# What is said where a value is not of the field's kind; the first class that fits counts.
WRONG_KINDS = {
    forms.FloatField: "is not a number",
    forms.DecimalField: "is not a number",
    forms.IntegerField: "is not a whole number",
    forms.DateField: "is not a date",
    forms.TimeField: "is not a time",
    forms.DateTimeField: "is not a date and time",
    forms.EmailField: "is not an email address",
    forms.URLField: "is not a web address",
    forms.UUIDField: "is not a UUID",
    forms.JSONField: "is not valid JSON",
}
# Of these kinds, a wrong value can be filled in.
FILLED_IN = (forms.EmailField, forms.URLField, forms.JSONField)


def errors_of(field):
    """What is said about a form field, by the code of the error; it goes on after the field's name."""
    messages = {
        "required": "is required",
        "max_length": "is longer than its max length of %(limit_value)s",
        "min_length": "is shorter than its min length of %(limit_value)s",
        "min_value": "must be at least %(limit_value)s",
        "max_value": "must be at most %(limit_value)s",
        "max_digits": "has more than %(max)s digits",
        "max_decimal_places": "has more than %(max)s decimal places",
        "max_whole_digits": "has more than %(max)s digits before the point",
        "not_exact": "has more than %(max)s digits, which is what the database keeps exactly",
        "unique": "must be unique: this one already exists",
        "invalid_choice": "has an invalid choice: %(value)s",
        "null_characters_not_allowed": "contains null characters",
    }
    if isinstance(field, forms.ModelMultipleChoiceField):
        messages["invalid_choice"] = "were not found: %(value)s"
        messages["invalid_pk_value"] = "were not found: %(pk)s"
    elif isinstance(field, forms.ModelChoiceField):
        messages["invalid_choice"] = "was not found: %(value)s"
    for kind, message in WRONG_KINDS.items():
        if isinstance(field, kind):
            messages["invalid"] = message
            break
    return messages


def label_in(field, code):
    """The label of a field in a message; where values are filled in, a percent sign is doubled."""
    is_plain = code == "required" or (
        code == "invalid" and not isinstance(field, FILLED_IN)
    )
    return field.label if is_plain else str(field.label).replace("%", "%%")


class NamedErrorsMixin:
    """Errors name their field, so that they are understood away from it too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = field.label or name.replace("_", " ").capitalize()
            named = {
                code: f"{label_in(field, code)} {text}"
                for code, text in errors_of(field).items()
            }
            field.error_messages |= named | self.own_messages(field)

    def add_error(self, field, error):
        choices = self.fields.get(field)
        is_key = isinstance(choices, forms.ModelChoiceField)
        if is_key and getattr(error, "code", None) == "invalid":
            # The key's own field says that no record can have it: to a person it is not found.
            message = choices.error_messages["invalid_choice"]
            error = ValidationError(message, code="invalid_choice", params=error.params)
        super().add_error(field, error)

    def own_messages(self, field):
        """Messages that were written for this very field."""
        usual = {}
        for base in reversed(type(field).__mro__):
            usual |= getattr(base, "default_error_messages", {})
        return {
            code: text
            for code, text in field.error_messages.items()
            if text != usual.get(code)
        }


class FilterForm(NamedErrorsMixin, forms.Form):
    """The search and filters of a list."""


class RecordForm(NamedErrorsMixin, forms.ModelForm):
    """A form over a record, whose choices stand in the order in which people look for them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = field.queryset.by_label()
            if name in self._meta.fields:
                self.name_pattern(field, self._meta.model._meta.get_field(name))

    def name_pattern(self, field, model_field):
        for validator in model_field.validators:
            if isinstance(validator, RegexValidator) and validator.code == "pattern":
                pattern = validator.regex.pattern.replace("%", "%%")
                message = (
                    f"{label_in(field, 'pattern')} does not match the pattern {pattern}"
                )
                field.error_messages.setdefault("pattern", message)


class LoginForm(NamedErrorsMixin, AuthenticationForm):
    """Username and password."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": (
            "Please enter a correct username and password. Note that the password is case-sensitive."
        ),
    }
