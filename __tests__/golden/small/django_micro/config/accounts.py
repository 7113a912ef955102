"""What holds for the accounts of people: their names, and the passwords that they may choose."""

import re
import unicodedata

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import ValidationError

LONGEST_USERNAME = 150
# What is longer is never hashed.
LONGEST_PASSWORD = 1000


class MaximumLengthValidator:
    """Refuses passwords that take long to look at."""

    def validate(self, password, user=None):
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(
                f"This password is too long. It must contain at most {LONGEST_PASSWORD} characters.",
                code="password_too_long",
            )

    def get_help_text(self):
        return f"Your password must contain at most {LONGEST_PASSWORD} characters."


def fold(username):
    """A username as it is compared: capitals, and other spellings of the same letters, make no difference."""
    return unicodedata.normalize("NFKC", username).lower()


def users_alike(username):
    """
    The users whose names are this one but for capitals. There is one at most, unless an older
    version of this application let in several.
    """
    users = get_user_model()._default_manager
    folded = fold(username)
    if folded.isascii():
        return list(users.filter(username__iexact=folded))
    # To SQLite, letters beyond English have no capitals.
    pattern = "".join(
        re.escape(letter) if letter.isascii() else "." for letter in folded
    )
    found = users.filter(username__iregex=f"^{pattern}$")
    return [user for user in found if fold(user.username) == folded]


def is_taken(username, user=None):
    """Claims that somebody else has this name."""
    return any(user is None or other.pk != user.pk for other in users_alike(username))


def find_user(username):
    """The user who is spelled just so, or else the only one of this name; of several, nobody can tell."""
    alike = users_alike(username)
    for user in alike:
        if user.username == username:
            return user
    return alike[0] if len(alike) == 1 else None


class AccountBackend(ModelBackend):
    """Logs in by a name in capitals or not."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        if len(username) > LONGEST_USERNAME or len(password) > LONGEST_PASSWORD:
            return None
        user = find_user(username)
        name = username if user is None else user.username
        return super().authenticate(request, username=name, password=password, **kwargs)
