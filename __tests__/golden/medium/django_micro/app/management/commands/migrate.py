"""
Django's `migrate`, which copies the development database before a table or column is dropped.

A SQLite database is copied always; PostgreSQL only where DEBUG is on, with `pg_dump`: in
production its backups are the platform's.
"""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import DataError, IntegrityError, OperationalError, connections
from django.db.migrations import operations
from django.db.migrations.executor import MigrationExecutor

from app.schema_history import APP

from .makemigrations import SpecAutodetector


class Command(migrate.Command):
    autodetector = SpecAutodetector

    def handle(self, *args, **options):
        only_looks = options["plan"] or options["check_unapplied"] or options["fake"]
        connection = connections[options["database"]]
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached: {error}") from error
        if not only_looks:
            self.copy_before_drop(connection, options)
        try:
            super().handle(*args, **options)
        except (DataError, IntegrityError) as error:
            raise CommandError(
                f"{error}: rows that exist do not fit the new models, and this migration was "
                "taken back as a whole.\nChange those rows and migrate again; or undo the change "
                "of the models, and delete the new file in app/migrations."
            ) from error

    def copy_before_drop(self, connection, options):
        """Copies the database where one of the migrations to come drops something."""
        database = Path(str(connection.settings_dict["NAME"]))
        if connection.vendor == "sqlite":
            copy_into = copy_sqlite
            if not database.is_file():
                return
        elif connection.vendor == "postgresql" and settings.DEBUG:
            copy_into = copy_postgresql
        else:
            return
        executor = MigrationExecutor(connection)
        label = options["app_label"] or APP
        if label != APP or not any(
            key[0] == APP for key in executor.loader.applied_migrations
        ):
            return
        if options["migration_name"]:
            # Steps back and to a named migration are rare: copy whenever one is asked for.
            dropping = options["migration_name"]
        else:
            plan = executor.migration_plan(executor.loader.graph.leaf_nodes(APP))
            own = [step for step, _ in plan if step.app_label == APP]
            dropping = next((step.name for step in own if drops(step)), None)
        if dropping is None:
            return
        is_file = connection.vendor == "sqlite"
        copy = make_copy_file(
            (database.parent if is_file else settings.BASE_DIR) / "backups",
            f"{database.stem}-before-{dropping}",
            database.suffix if is_file else ".dump",
        )
        try:
            copy_into(connection, copy)
        except (OSError, subprocess.CalledProcessError) as error:
            copy.unlink(missing_ok=True)
            reason = (getattr(error, "stderr", None) or str(error)).strip()
            self.stdout.write(
                f"No copy of the database was made before migration {dropping} drops something: {reason}"
            )
            return
        self.stdout.write(
            f"Copied the database to {copy} before migration {dropping} drops something."
        )


def copy_sqlite(connection, copy):
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


def copy_postgresql(connection, copy):
    """Writes an archive that `pg_restore` reads."""
    arguments, environment = connection.client.settings_to_cmd_args_env(
        connection.settings_dict, ["--format=custom", f"--file={copy}"]
    )
    subprocess.run(
        ["pg_dump", *arguments[1:]],
        env={**os.environ, **(environment or {})},
        check=True,
        capture_output=True,
        text=True,
    )


def drops(migration):
    """Claims that the migration takes a table or a column away from rows that may exist."""
    losing = (operations.DeleteModel, operations.RemoveField)
    return any(isinstance(step, losing) for step in migration.operations)


def make_copy_file(folder, stem, extension):
    """An empty `backups/db-before-0003_name.sqlite3` that only its owner may read, numbered where there is one."""
    folder.mkdir(exist_ok=True)
    for count in range(1, 10_000):
        copy = folder / f"{stem}{'' if count == 1 else f'-{count}'}{extension}"
        if not copy.exists():
            copy.touch(mode=0o600)
            return copy
    raise RuntimeError(f"{folder} is full of copies; delete some")
