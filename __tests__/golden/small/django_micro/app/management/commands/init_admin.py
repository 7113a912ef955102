"""Creates the first admin user, whose credentials dazzle wrote to `.admin_credentials`."""

import os

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from config.accounts import find_user

CREDENTIALS = settings.BASE_DIR / ".admin_credentials"


class Command(BaseCommand):
    help = (
        "Creates the admin user of .admin_credentials (or of ADMIN_USERNAME, "
        "ADMIN_PASSWORD and ADMIN_EMAIL) unless there is one of this name."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--reset",
            action="store_true",
            help="give an existing admin the password of the file again",
        )

    def handle(self, *args, reset=False, **options):
        username, password, email = read_credentials()
        model = get_user_model()
        user = find_user(username)
        if user is None:
            refuse_problem(model(username=username, email=email), password)
            model.objects.create_superuser(username, email, password)
            self.stdout.write(self.style.SUCCESS(f"Created the admin user {username}."))
        elif reset:
            refuse_problem(user, password)
            user.set_password(password)
            user.is_active = user.is_staff = user.is_superuser = True
            user.save()
            self.stdout.write(self.style.SUCCESS(f"Reset the password of {username}."))
        elif not user.check_password(password):
            self.stdout.write(
                f"The password of {username} is another than in {CREDENTIALS.name}; "
                "init_admin --reset restores it."
            )
        else:
            self.stdout.write(
                f"There is a user {username} already; --reset restores the password."
            )


def refuse_problem(user, password):
    """Stops where the name or the password is none that a user may have."""
    try:
        user._meta.get_field("username").clean(user.username, user)
        validate_password(password, user)
    except ValidationError as error:
        source = (
            "ADMIN_PASSWORD" if os.environ.get("ADMIN_PASSWORD") else CREDENTIALS.name
        )
        raise CommandError(
            f"The first admin user is refused: {' '.join(error.messages)} Choose another in {source}."
        ) from error


def read_credentials():
    """Username, password and email: from the environment, else from the file."""
    values = {
        "Username": os.environ.get("ADMIN_USERNAME"),
        "Password": os.environ.get("ADMIN_PASSWORD"),
        "Email": os.environ.get("ADMIN_EMAIL"),
    }
    if not (values["Username"] and values["Password"]) and CREDENTIALS.exists():
        for line in CREDENTIALS.read_text(encoding="utf-8").splitlines():
            name, colon, value = line.partition(":")
            if colon and name.strip() in values:
                values[name.strip()] = value.strip()
    if not (values["Username"] and values["Password"]):
        raise CommandError(
            f"There is no {CREDENTIALS.name} in {settings.BASE_DIR}. Run `dazzle build` "
            "to have it made again, or set ADMIN_USERNAME and ADMIN_PASSWORD."
        )
    return values["Username"], values["Password"], values["Email"] or ""
