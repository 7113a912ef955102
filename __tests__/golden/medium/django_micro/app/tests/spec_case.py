"""What the tests of the spec are written with."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db import models as fields
from django.db.models import Case, ProtectedError, Q, Value, When
from django.test import TestCase
from django.utils import timezone

from app import models

from .records import Made, values_of

SEARCHED = {
    "Member": ["name", "email", "card_number"],
    "Loan": ["note"],
    "Review": ["text"],
    "Person": ["name", "website", "biography"],
    "Subject": ["code", "name"],
    "Class": ["name", "from_field", "to", "model"],
    "Book": ["isbn", "title", "subtitle", "summary"],
    "Copy": ["shelf"],
}
# Enums sort in the order of the spec.
ENUMS = {
    "Member": {
        "level": ["child", "adult", "senior"],
    },
    "Loan": {
        "status": ["requested", "active", "returned", "lost"],
    },
    "Review": {},
    "Person": {},
    "Subject": {},
    "Class": {},
    "Book": {
        "language": ["english", "german", "french", "spanish", "other"],
    },
    "Copy": {
        "condition": ["new", "good", "worn", "damaged"],
    },
}


class Field(str):
    """The name of another field of the same record, in an expectation."""


class SpecCase(TestCase):
    def setUp(self):
        self.rows = {}
        self.record = None
        self.results = []
        self.error = None

    # What a test does

    def row(self, name, model, values):
        """A row of the setup; required fields that the spec leaves out get sample values."""
        self.rows[name] = self.save(self.model(model), self.completed(model, values))

    def create(self, model, values):
        self.record = self.attempt(lambda: self.save(self.model(model), values))

    def update(self, row, values):
        self.record = self.fresh(row)
        self.attempt(
            lambda: self.save(
                self.model(type(self.record).__name__), values, self.record
            )
        )

    def delete(self, row):
        record = self.fresh(row)
        self.record = record
        self.attempt(record.delete)

    def get(
        self, model, only=None, related_to=None, filters=None, query=None, order_by=None
    ):
        def find():
            found = self.model(model).objects.all()
            if only is not None:
                found = found.filter(pk=self.rows[only].pk)
            if related_to is not None:
                field, row = related_to
                found = found.filter(**{field: self.fresh(row)})
            if filters:
                found = found.filter(**filters)
            if query is not None:
                wanted = Q()
                for field in SEARCHED[model]:
                    wanted |= Q(**{f"{field}__icontains": query})
                found = found.filter(wanted)
            return self.in_order(
                model, found, order_by, oldest_first=related_to is not None
            )

        self.results = self.attempt(find) or []
        self.record = self.results[0] if self.results else None

    # What a test expects

    def assert_success(self):
        self.assertIsNone(self.error)

    def assert_error(self):
        self.assertIsNotNone(self.error, "this should have been refused")

    def assert_created(self, expected):
        exists = (
            self.record is not None
            and type(self.record).objects.filter(pk=self.record.pk).exists()
        )
        self.assertEqual(exists and self.error is None, expected)

    def assert_count(self, model, operator, expected):
        count = (
            len(self.results) if model is None else self.model(model).objects.count()
        )
        self.compare(count, operator, expected)

    def assert_error_message(self, operator, expected):
        self.assert_error()
        self.compare(self.error, operator, expected)

    def assert_field(self, row, name, operator, expected):
        if row in ("first", "last"):
            self.assertTrue(self.results, "nothing was found")
            record = self.results[0 if row == "first" else -1]
        elif row is None:
            record = self.record
            if record is not None and self.error is None and not self.results:
                record.refresh_from_db()
        else:
            record = self.fresh(row)
        self.assertIsNotNone(record, "there is no record to look at")
        actual = getattr(record, name)
        if isinstance(expected, Field):
            expected = getattr(record, expected)
        elif operator not in ("contains", "not_contains"):
            expected = self.typed(record, name, expected)
        self.compare(actual, operator, expected)

    # How

    def model(self, name):
        return getattr(models, name)

    def today(self):
        return timezone.localdate()

    def now(self):
        return timezone.now()

    def key_of(self, value):
        """A value for a ref that is no row of the setup: a key, which may lead nowhere."""
        return Key(value)

    def fresh(self, row):
        record = self.rows[row] if isinstance(row, str) else row
        return type(record).objects.get(pk=record.pk)

    def latest(self, model):
        return next(
            row for row in reversed(self.rows.values()) if type(row).__name__ == model
        )

    def completed(self, model, values):
        """The values with samples for required fields; refs lead to rows of the setup if they can."""
        needed = {
            field.name: None
            for field in fields_of(self.model(model))
            if not field.blank and not field.has_default() and field.name not in values
        }
        rows = {type(row).__name__: row for row in reversed(self.rows.values())}
        for field in needed:
            relation = self.model(model)._meta.get_field(field).related_model
            if relation is not None and relation.__name__ in rows:
                row = rows[relation.__name__]
                is_many = self.model(model)._meta.get_field(field).many_to_many
                needed[field] = [row] if is_many else row
        missing = {field for field, value in needed.items() if value is None}
        if missing:
            skipped = {field: row for field, row in needed.items() if row is not None}
            samples = values_of(model, **skipped, **values)
            needed.update(
                {field: samples[field] for field in missing if field in samples}
            )
        return {
            field: value
            for field, value in (needed | values).items()
            if field in values or not (value is None or isinstance(value, Made))
        }

    def save(self, model, values, record=None):
        """Checks and saves; many-to-many rows follow once there is a key."""
        links = {field.name for field in model._meta.many_to_many}
        is_new = record is None
        record = record or model()
        for field, value in values.items():
            if isinstance(value, Key):
                setattr(record, model._meta.get_field(field).attname, value.value)
            elif field not in links:
                setattr(record, field, value)
        record.full_clean()
        for field in model._meta.many_to_many:
            is_asked = is_new or field.name in values
            if is_asked and not field.blank and not values.get(field.name):
                raise ValidationError({field.name: f"{field.name} is required"})
        record.save()
        for field in links & values.keys():
            getattr(record, field).set(values[field])
        return record

    def attempt(self, action):
        """The action's result; a refusal is kept as `error`, in words."""
        try:
            return action()
        except ValidationError as error:
            self.error = "; ".join(error.messages)
        except ProtectedError as error:
            self.error = f"it is still in use: {error.args[0]}"
        except (DatabaseError, ValueError) as error:
            self.error = str(error)
        return None

    def in_order(self, model, found, order_by, oldest_first):
        keys = []
        for key in order_by or []:
            name = key.removeprefix("-")
            values = ENUMS[model].get(name)
            if values:
                places = [
                    When(Q(**{name: value}), then=Value(i))
                    for i, value in enumerate(values)
                ]
                place = Case(*places, output_field=fields.IntegerField())
                keys.append(place.desc() if key.startswith("-") else place.asc())
            else:
                keys.append(key)
        results = list(found.order_by(*keys) if keys else found)
        if not order_by:
            # The setup's order is the rows' age, even where the model keeps no time.
            ages = {row.pk: age for age, row in enumerate(self.rows.values())}
            results.sort(
                key=lambda row: ages.get(row.pk, len(ages)), reverse=not oldest_first
            )
        return results

    def typed(self, record, name, value):
        """The expected value as the field's own type."""
        if value is None or isinstance(value, fields.Model | list):
            return value
        if isinstance(value, Key):
            value = value.value
        field = record._meta.get_field(name)
        if field.is_relation:
            return field.related_model.objects.filter(pk=value).first()
        return field.to_python(value)

    def compare(self, actual, operator, expected):
        if hasattr(actual, "all"):
            actual = list(actual.all())
        match operator:
            case "equals":
                self.assertEqual(actual, expected)
            case "not_equals":
                self.assertNotEqual(actual, expected)
            case "greater_than":
                self.assertGreater(actual, expected)
            case "less_than":
                self.assertLess(actual, expected)
            case "contains":
                self.assertIn(str(expected), str(actual))
            case "not_contains":
                self.assertNotIn(str(expected), str(actual))


def fields_of(model):
    return [*model._meta.concrete_fields, *model._meta.many_to_many]


class Key:
    def __init__(self, value):
        self.value = value
