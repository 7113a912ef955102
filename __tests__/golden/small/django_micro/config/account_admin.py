"""The accounts in the admin area."""

from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.core.exceptions import ValidationError

from .accounts import is_taken


class FreeNameMixin:
    """Takes no name that another user has in other capitals. Those who have one already keep it."""

    def clean_username(self):
        username = self.cleaned_data["username"]
        if "username" in self.changed_data and is_taken(username, self.instance):
            raise ValidationError(
                "A user with that username already exists, in capitals or not."
            )
        return username


class AccountCreationForm(FreeNameMixin, AdminUserCreationForm):
    """A new user."""


class AccountChangeForm(FreeNameMixin, UserChangeForm):
    """A user who is there."""


class AccountAdmin(UserAdmin):
    form = AccountChangeForm
    add_form = AccountCreationForm


def register(site):
    """Puts these pages in the place of Django's own."""
    user = get_user_model()
    site.unregister(user)
    site.register(user, AccountAdmin)
