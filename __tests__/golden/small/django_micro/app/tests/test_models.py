"""What the database and the checks of each model uphold."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from app import models

from .records import make


class ModelTestCase(TestCase):
    def assert_refused(self, record, field, *texts):
        """The record's checks name `field` (None: the record as a whole) and say each of `texts`."""
        with self.assertRaises(ValidationError) as caught:
            record.full_clean()
        messages = caught.exception.message_dict.get(field or "__all__", [])
        for text in texts or [""]:
            self.assertTrue(
                any(text in message for message in messages),
                caught.exception.message_dict,
            )

    def assert_database_refuses(self, record):
        with self.assertRaises(IntegrityError), transaction.atomic():
            record.save()


class AuthorTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Author")
        saved = models.Author.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Author")
        self.assertEqual(str(record), str(record.name))

    def test_id_is_filled_in(self):
        record = make("Author")
        self.assertIsNotNone(record.id)

    def test_name_is_required(self):
        record = make("Author")
        record.name = None
        self.assert_refused(record, "name", "is required")

    def test_name_has_a_max_length(self):
        record = make("Author")
        record.name = "x" * 121
        self.assert_refused(record, "name", "max length")

    def test_name_is_unique(self):
        record = make("Author")
        twin = make("Author")
        twin.name = record.name
        self.assert_refused(twin, "name", "already exists")
        self.assert_database_refuses(twin)

    def test_country_has_a_max_length(self):
        record = make("Author")
        record.country = "x" * 61
        self.assert_refused(record, "country", "max length")

    def test_country_is_null_when_empty(self):
        record = make("Author")
        record.country = ""
        record.save()
        self.assertIsNone(record.country)


class BookTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Book")
        saved = models.Book.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Book")
        self.assertEqual(str(record), str(record.title))

    def test_id_is_filled_in(self):
        record = make("Book")
        self.assertIsNotNone(record.id)

    def test_title_is_required(self):
        record = make("Book")
        record.title = None
        self.assert_refused(record, "title", "is required")

    def test_title_has_a_max_length(self):
        record = make("Book")
        record.title = "x" * 201
        self.assert_refused(record, "title", "max length")

    def test_author_is_required(self):
        record = make("Book")
        record.author = None
        self.assert_refused(record, "author", "is required")

    def test_author_protects_its_record(self):
        record = make("Book")
        with self.assertRaises(ProtectedError):
            record.author.delete()

    def test_status_is_one_of_its_choices(self):
        record = make("Book")
        record.status = "not-a-choice"
        self.assert_refused(record, "status", "invalid choice")
        self.assert_database_refuses(record)

    def test_status_has_a_default(self):
        record = models.Book()
        self.assertEqual(record.status, record._meta.get_field("status").get_default())
        self.assertIsNotNone(record.status)

    def test_rating_has_a_lower_bound(self):
        record = make("Book")
        record.rating = 1 - 1
        self.assert_refused(record, "rating")
        self.assert_database_refuses(record)

    def test_rating_has_a_upper_bound(self):
        record = make("Book")
        record.rating = 5 + 1
        self.assert_refused(record, "rating")
        self.assert_database_refuses(record)

    def test_notes_is_null_when_empty(self):
        record = make("Book")
        record.notes = ""
        record.save()
        self.assertIsNone(record.notes)

    def test_added_at_is_filled_in(self):
        record = make("Book")
        self.assertIsNotNone(record.added_at)

    def test_unique_together_1(self):
        record = make("Book")
        twin = make("Book")
        twin.title = record.title
        twin.author = record.author
        self.assert_refused(twin, None, "already exists")
        self.assert_database_refuses(twin)
