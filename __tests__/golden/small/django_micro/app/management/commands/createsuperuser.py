"""Django's `createsuperuser`, which holds a password of the environment against the rules too."""

import os

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from config.accounts import is_taken


class Command(createsuperuser.Command):
    def handle(self, *args, **options):
        password = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        if password is not None and not options["interactive"]:
            account = {
                name: options[name]
                or os.environ.get(f"DJANGO_SUPERUSER_{name.upper()}", "")
                for name in ("username", "email")
            }
            try:
                validate_password(password, self.UserModel(**account))
            except ValidationError as error:
                reasons = " ".join(error.messages)
                raise CommandError(
                    f"DJANGO_SUPERUSER_PASSWORD is refused: {reasons}"
                ) from error
        super().handle(*args, **options)

    def _validate_username(self, username, verbose_field_name, database):
        if username and is_taken(username):
            return f"Error: That {verbose_field_name} is already taken, in capitals or not."
        return super()._validate_username(username, verbose_field_name, database)
