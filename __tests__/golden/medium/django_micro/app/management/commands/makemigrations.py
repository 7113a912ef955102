"""
Django's `makemigrations`, which knows what the spec renamed and asks no question about it.

New required fields get a default by their type where nobody can be asked (`--noinput`).
"""

import datetime
import decimal
import uuid

from django.apps import apps
from django.core.management.base import CommandError
from django.core.management.commands import makemigrations
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import DatabaseError, connection, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.questioner import InteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED
from django.utils import timezone

from app import schema_history


class SpecQuestioner:
    """Answers by type for fields of this app; everything else is the questioner's it wraps."""

    def __init__(self, questioner, autodetector):
        self.questioner = questioner
        self.autodetector = autodetector

    def __getattr__(self, name):
        return getattr(self.questioner, name)

    def ask_not_null_addition(self, field_name, model_name):
        field = self.field(model_name, field_name)
        if field is None:
            return self.questioner.ask_not_null_addition(field_name, model_name)
        if field.is_relation or field.unique:
            self.refuse_rows(field, field_name, model_name)
            return NOT_PROVIDED
        if isinstance(self.questioner, InteractiveMigrationQuestioner):
            return self.questioner.ask_not_null_addition(field_name, model_name)
        return self.state_default(field, field_name, model_name)

    def ask_not_null_alteration(self, field_name, model_name):
        field = self.field(model_name, field_name)
        if field is None or field.is_relation or field.unique:
            return NOT_PROVIDED
        if isinstance(self.questioner, InteractiveMigrationQuestioner):
            return self.questioner.ask_not_null_alteration(field_name, model_name)
        return self.state_default(field, field_name, model_name)

    def ask_auto_now_add_addition(self, field_name, model_name):
        field = self.field(model_name, field_name)
        if field is None or isinstance(self.questioner, InteractiveMigrationQuestioner):
            return self.questioner.ask_auto_now_add_addition(field_name, model_name)
        return self.state_default(field, field_name, model_name)

    def field(self, model_name, field_name):
        model = self.autodetector.to_state.models.get(
            (schema_history.APP, model_name.lower())
        )
        return None if model is None else model.fields.get(field_name)

    def state_default(self, field, field_name, model_name):
        value = default_of(field)
        self.questioner.log(
            f"Existing rows of {model_name} get {field_name} = {value!r}"
        )
        return value

    def refuse_rows(self, field, field_name, model_name):
        if self.autodetector.has_rows(model_name):
            kind = "refers to another record" if field.is_relation else "is unique"
            raise CommandError(
                f"The new field {field_name} of {model_name} is required and {kind}, but there "
                "are rows already, and no one value fits them all.\nMake it optional first: build "
                "and migrate, fill it in, then make it required."
            )


def default_of(field):
    """A value that fits the field's type, choices and bounds."""
    if field.choices:
        return field.choices[0][0]
    match field:
        case models.BooleanField():
            return False
        case models.DecimalField():
            return within_bounds(decimal.Decimal(0), field)
        case models.IntegerField():
            return within_bounds(0, field)
        case models.FloatField():
            return within_bounds(0.0, field)
        case models.DateTimeField():
            return timezone.now()
        case models.DateField():
            return timezone.localdate()
        case models.TimeField():
            return datetime.time()
        case models.UUIDField():
            return uuid.uuid4()
        case models.JSONField():
            return {}
        case _:
            return ""


def within_bounds(value, field):
    """The number nearest to `value` that the field's validators admit."""
    for validator in field._validators:
        if isinstance(validator, MinValueValidator):
            value = max(value, validator.limit_value)
        elif isinstance(validator, MaxValueValidator):
            value = min(value, validator.limit_value)
    return value


class SpecAutodetector(MigrationAutodetector):
    """Carries out the recorded renames first, then looks for what else has changed."""

    def __init__(self, from_state, to_state, questioner=None):
        from_state = from_state.clone()
        self.tables = {
            model.name.lower(): model.options.get("db_table")
            or f"{schema_history.APP}_{model.name.lower()}"
            for model in schema_history.models_of(from_state)
        }
        self.builds = schema_history.read_pending()
        self.renames = schema_history.rename_operations(
            from_state, to_state, self.builds
        )
        for operation in self.renames:
            if hasattr(operation, "old_name") and not hasattr(operation, "model_name"):
                table = self.tables.pop(operation.old_name.lower())
                self.tables[operation.new_name.lower()] = table
        super().__init__(from_state, to_state, questioner)
        self.questioner = SpecQuestioner(self.questioner, self)

    def _sort_migrations(self):
        super()._sort_migrations()
        if self.renames:
            others = self.generated_operations.get(schema_history.APP, [])
            self.generated_operations[schema_history.APP] = [*self.renames, *others]

    def has_rows(self, model_name):
        """Claims that the table of the model, by the name it has before this migration, has rows."""
        table = self.tables.get(model_name.lower())
        try:
            with connection.cursor() as cursor:
                if table not in connection.introspection.table_names(cursor):
                    return False
                cursor.execute(
                    f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1"
                )
                return cursor.fetchone() is not None
        except DatabaseError:
            return False


class Command(makemigrations.Command):
    autodetector = SpecAutodetector

    def write_migration_files(self, changes, *args, **kwargs):
        super().write_migration_files(changes, *args, **kwargs)
        if self.dry_run or self.empty or schema_history.APP not in changes:
            return
        pending = schema_history.read_pending()
        if schema_history.is_settled(ProjectState.from_apps(apps), pending):
            schema_history.mark_answered(pending)
