"""What the tests of the pages are written with."""

import json
from datetime import datetime
from html import unescape
from urllib.parse import quote

from django.contrib.auth import get_user_model
from django.db.models import Model
from django.test import TestCase
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import localtime


class PageCase(TestCase):
    """Signs a person in, and reads pages as a person does."""

    @classmethod
    def setUpTestData(cls):
        cls.person = get_user_model().objects.create_user(
            "person", password="a-long-password"
        )

    def setUp(self):
        self.client.force_login(self.person)

    def get_page(self, address, query=None):
        response = self.client.get(address, query)
        self.assertEqual(response.status_code, 200, address)
        return response

    def get_records(self, address, query=None, among=None):
        """The records that a list shows, in order; `among` leaves out all others."""
        found = self.get_page(address, query).context["records"]
        return [record for record in found if among is None or record in among]

    def send(self, address, values, button=None):
        """Sends the form of a page with these values; `button` is the name of the action."""
        posted = {
            name: as_text(value)
            for name, value in values.items()
            if value not in (None, False)
        }
        return self.client.post(
            address, posted | ({"_action": button} if button else {})
        )

    def assert_shows(self, response, text):
        self.assertEqual(response.status_code, 200)
        self.assertIn(str(text), unescape(response.content.decode()))

    def assert_needs_login(self, address):
        self.client.logout()
        response = self.client.get(address)
        login = f"{reverse('login')}?next={quote(address)}"
        self.assertRedirects(response, login, fetch_redirect_response=False)

    def assert_saved(self, record, values):
        """The record has the values that were sent."""
        for name, value in values.items():
            if isinstance(value, list):
                self.assertEqual(list(getattr(record, name).all()), value)
            else:
                self.assertEqual(getattr(record, name), value, name)

    def assert_refused(self, response, *fields):
        """The form is shown again with an error beside each of the fields."""
        self.assertEqual(response.status_code, 200)
        errors = response.context["form"].errors
        for field in fields:
            self.assertIn(field, errors)
        for error in errors.values():
            # Once beside the field, once in the summary.
            self.assertContains(response, escape("; ".join(error)))
        self.assertContains(response, 'class="field-error"', count=len(errors))


def as_text(value):
    """A value as a browser sends it."""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, list):
        return [as_text(each) for each in value]
    if isinstance(value, datetime):
        return localtime(value).strftime("%Y-%m-%dT%H:%M:%S")
    if isinstance(value, dict):
        return json.dumps(value)
    return "on" if value is True else str(value)
