"""What all models of this app share."""

from decimal import Context

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import RegexValidator
from django.db import connection, models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

# How many digits of a decimal SQLite keeps: it makes numbers of them. PostgreSQL keeps all.
EXACT_DIGITS = 15


def current_time():
    """The time of day in the current time zone: a default for time fields."""
    return timezone.localtime().time()


class UrlField(models.URLField):
    """A URL field whose forms take "example.com" for https://example.com."""

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self):
        # To migrations it is Django's own.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs


class PatternValidator(RegexValidator):
    """Holds a text against a pattern, unless it is longer than it may be: an expression takes its time."""

    def __init__(self, regex, *, longest, **kwargs):
        super().__init__(regex, **kwargs)
        self.longest = longest

    def __call__(self, value):
        # That it is too long another validator says.
        if len(str(value)) <= self.longest:
            super().__call__(value)

    def __eq__(self, other):
        return super().__eq__(other) and self.longest == other.longest

    def deconstruct(self):
        # To migrations it is Django's own.
        named = {"code": self.code, "message": self.message}
        return "django.core.validators.RegexValidator", (self.regex.pattern,), named


class ExactDecimalField(models.DecimalField):
    """A decimal that is refused where the database would keep another number."""

    @cached_property
    def context(self):
        # What is stored already is shown, however large.
        return Context(prec=400)

    def to_python(self, value):
        if isinstance(value, float):
            value = Context(prec=self.max_digits).create_decimal(repr(value))
        return super().to_python(value)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        is_number = value is not None and value.is_finite()
        if (
            is_number
            and connection.vendor == "sqlite"
            and count_kept(value) > EXACT_DIGITS
        ):
            raise ValidationError(
                "This has more than %(max)s digits, which is what the database keeps exactly.",
                code="not_exact",
                params={"max": EXACT_DIGITS},
            )

    def deconstruct(self):
        # To migrations it is Django's own.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs


def count_kept(value):
    """
    How many digits of a decimal a database has to keep that knows decimals as numbers. Zeros at the start and behind
    the point at the end do not count.
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    return len(whole) + len(fraction) if whole else len(fraction.lstrip("0"))


class RecordQuerySet(models.QuerySet):
    def by_label(self):
        """In the order in which people look for records: by what they are called, in capitals or not."""
        if self.model.label_field is None:
            return self.order_by("pk")
        return self.order_by(Lower(self.model.label_field).asc(nulls_last=True), "pk")


class BaseModel(models.Model):
    """Stores empty text as null, falls back on defaults, and names the field in errors."""

    # The field by which people know a record; None where that is its key.
    label_field = None

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.settle_empty_values()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude=None):
        self.settle_empty_values()
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            raise ValidationError(
                {
                    name: [self.explain(name, one) for one in errors]
                    for name, errors in error.error_dict.items()
                }
            ) from error

    def settle_empty_values(self):
        """An emptied field becomes null where it may, else its default where it has one."""
        for field in self._meta.concrete_fields:
            if field.primary_key or self.__dict__.get(field.attname) not in ("", None):
                continue
            if field.null:
                if isinstance(field, models.CharField | models.TextField):
                    setattr(self, field.attname, None)
            elif field.has_default():
                setattr(self, field.attname, field.get_default())

    def unique_error_message(self, model_class, unique_check):
        error = super().unique_error_message(model_class, unique_check)
        if len(unique_check) > 1:
            error.message = "%(field_labels)s must be unique together: this combination already exists"
        return error

    def explain(self, name, error):
        """The same error in words that name the field as the spec calls it."""
        if name == NON_FIELD_ERRORS:
            return error
        field = self._meta.get_field(name)
        # A column is called otherwise where the field's name is too long for a database.
        label = field.name if len(field.name) > 60 else field.db_column or field.name
        if field.is_relation:
            label = label.removesuffix("_id")
        match error.code:
            case "null" | "blank":
                message = f"{label} is required"
            case "max_length":
                message = f"{label} is longer than its max length of {error.params['limit_value']}"
            case "invalid_choice":
                message = f"{label} has an invalid choice: {error.params['value']!r}"
            case "not_exact":
                message = f"{label} has more than {EXACT_DIGITS} digits, which is what the database keeps exactly"
            case "invalid" if field.is_relation:
                message = f"{label} was not found: {error.params['value']!r}"
            case _:
                return error
        return ValidationError(message, code=error.code, params=error.params)
