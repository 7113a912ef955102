"""What the database and the checks of each model uphold."""

from decimal import Decimal

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


class MemberTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Member")
        saved = models.Member.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Member")
        self.assertEqual(str(record), str(record.name))

    def test_id_is_filled_in(self):
        record = make("Member")
        self.assertIsNotNone(record.id)

    def test_name_is_required(self):
        record = make("Member")
        record.name = None
        self.assert_refused(record, "name", "is required")

    def test_name_has_a_max_length(self):
        record = make("Member")
        record.name = "x" * 121
        self.assert_refused(record, "name", "max length")

    def test_email_is_required(self):
        record = make("Member")
        record.email = None
        self.assert_refused(record, "email", "is required")

    def test_email_is_unique(self):
        record = make("Member")
        twin = make("Member")
        twin.email = record.email
        self.assert_refused(twin, "email", "already exists")
        self.assert_database_refuses(twin)

    def test_card_number_is_required(self):
        record = make("Member")
        record.card_number = None
        self.assert_refused(record, "card_number", "is required")

    def test_card_number_has_a_max_length(self):
        record = make("Member")
        record.card_number = "x" * 11
        self.assert_refused(record, "card_number", "max length")

    def test_card_number_matches_its_pattern(self):
        record = make("Member")
        record.card_number = "?"
        self.assert_refused(record, "card_number")

    def test_card_number_is_unique(self):
        record = make("Member")
        twin = make("Member")
        twin.card_number = record.card_number
        self.assert_refused(twin, "card_number", "already exists")
        self.assert_database_refuses(twin)

    def test_level_is_one_of_its_choices(self):
        record = make("Member")
        record.level = "not-a-choice"
        self.assert_refused(record, "level", "invalid choice")
        self.assert_database_refuses(record)

    def test_level_has_a_default(self):
        record = models.Member()
        self.assertEqual(record.level, record._meta.get_field("level").get_default())
        self.assertIsNotNone(record.level)

    def test_fee_is_required(self):
        record = make("Member")
        record.fee = None
        self.assert_refused(record, "fee", "is required")

    def test_fee_has_a_lower_bound(self):
        record = make("Member")
        record.fee = Decimal("0") - 1
        self.assert_refused(record, "fee")
        self.assert_database_refuses(record)

    def test_is_active_has_a_default(self):
        record = models.Member()
        self.assertEqual(
            record.is_active, record._meta.get_field("is_active").get_default()
        )
        self.assertIsNotNone(record.is_active)

    def test_newsletter_has_a_default(self):
        record = models.Member()
        self.assertEqual(
            record.newsletter, record._meta.get_field("newsletter").get_default()
        )
        self.assertIsNotNone(record.newsletter)

    def test_opens_at_has_a_default(self):
        record = models.Member()
        self.assertEqual(
            record.opens_at, record._meta.get_field("opens_at").get_default()
        )
        self.assertIsNotNone(record.opens_at)

    def test_favourites_links_records(self):
        record = make("Member")
        other = make(record._meta.get_field("favourites").related_model.__name__)
        record.favourites.set([other])
        self.assertEqual(list(record.favourites.all()), [other])

    def test_guarantor_is_forgotten_with_its_record(self):
        record = make("Member")
        record.guarantor = make(
            record._meta.get_field("guarantor").related_model.__name__
        )
        record.save()
        record.guarantor.delete()
        record.refresh_from_db()
        self.assertIsNone(record.guarantor)

    def test_created_at_is_filled_in(self):
        record = make("Member")
        self.assertIsNotNone(record.created_at)


class LoanTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Loan")
        saved = models.Loan.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Loan")
        self.assertEqual(str(record), str(record.pk))

    def test_id_is_filled_in(self):
        record = make("Loan")
        self.assertIsNotNone(record.id)

    def test_copy_is_required(self):
        record = make("Loan")
        record.copy = None
        self.assert_refused(record, "copy", "is required")

    def test_copy_protects_its_record(self):
        record = make("Loan")
        with self.assertRaises(ProtectedError):
            record.copy.delete()

    def test_member_is_required(self):
        record = make("Loan")
        record.member = None
        self.assert_refused(record, "member", "is required")

    def test_member_protects_its_record(self):
        record = make("Loan")
        with self.assertRaises(ProtectedError):
            record.member.delete()

    def test_status_is_one_of_its_choices(self):
        record = make("Loan")
        record.status = "not-a-choice"
        self.assert_refused(record, "status", "invalid choice")
        self.assert_database_refuses(record)

    def test_status_has_a_default(self):
        record = models.Loan()
        self.assertEqual(record.status, record._meta.get_field("status").get_default())
        self.assertIsNotNone(record.status)

    def test_due_is_required(self):
        record = make("Loan")
        record.due = None
        self.assert_refused(record, "due", "is required")

    def test_fine_has_a_lower_bound(self):
        record = make("Loan")
        record.fine = Decimal("0") - 1
        self.assert_refused(record, "fine")
        self.assert_database_refuses(record)

    def test_note_is_null_when_empty(self):
        record = make("Loan")
        record.note = ""
        record.save()
        self.assertIsNone(record.note)

    def test_created_at_is_filled_in(self):
        record = make("Loan")
        self.assertIsNotNone(record.created_at)

    def test_updated_at_is_filled_in(self):
        record = make("Loan")
        self.assertIsNotNone(record.updated_at)

    def test_unique_together_1(self):
        record = make("Loan")
        twin = make("Loan")
        twin.copy = record.copy
        twin.member = record.member
        twin.due = record.due
        self.assert_refused(twin, None, "already exists")
        self.assert_database_refuses(twin)


class ReviewTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Review")
        saved = models.Review.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Review")
        self.assertEqual(str(record), str(record.pk))

    def test_id_is_filled_in(self):
        record = make("Review")
        self.assertIsNotNone(record.id)

    def test_book_is_required(self):
        record = make("Review")
        record.book = None
        self.assert_refused(record, "book", "is required")

    def test_book_protects_its_record(self):
        record = make("Review")
        with self.assertRaises(ProtectedError):
            record.book.delete()

    def test_member_is_required(self):
        record = make("Review")
        record.member = None
        self.assert_refused(record, "member", "is required")

    def test_member_protects_its_record(self):
        record = make("Review")
        with self.assertRaises(ProtectedError):
            record.member.delete()

    def test_stars_is_required(self):
        record = make("Review")
        record.stars = None
        self.assert_refused(record, "stars", "is required")

    def test_stars_has_a_lower_bound(self):
        record = make("Review")
        record.stars = 1 - 1
        self.assert_refused(record, "stars")
        self.assert_database_refuses(record)

    def test_stars_has_a_upper_bound(self):
        record = make("Review")
        record.stars = 5 + 1
        self.assert_refused(record, "stars")
        self.assert_database_refuses(record)

    def test_text_is_required(self):
        record = make("Review")
        record.text = None
        self.assert_refused(record, "text", "is required")

    def test_created_at_is_filled_in(self):
        record = make("Review")
        self.assertIsNotNone(record.created_at)

    def test_unique_together_1(self):
        record = make("Review")
        twin = make("Review")
        twin.book = record.book
        twin.member = record.member
        self.assert_refused(twin, None, "already exists")
        self.assert_database_refuses(twin)


class PersonTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Person")
        saved = models.Person.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Person")
        self.assertEqual(str(record), str(record.name))

    def test_id_is_filled_in(self):
        record = make("Person")
        self.assertIsNotNone(record.id)

    def test_name_is_required(self):
        record = make("Person")
        record.name = None
        self.assert_refused(record, "name", "is required")

    def test_name_has_a_max_length(self):
        record = make("Person")
        record.name = "x" * 121
        self.assert_refused(record, "name", "max length")

    def test_website_is_null_when_empty(self):
        record = make("Person")
        record.website = ""
        record.save()
        self.assertIsNone(record.website)

    def test_biography_is_null_when_empty(self):
        record = make("Person")
        record.biography = ""
        record.save()
        self.assertIsNone(record.biography)


class SubjectTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Subject")
        saved = models.Subject.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Subject")
        self.assertEqual(str(record), str(record.name))

    def test_code_is_required(self):
        record = make("Subject")
        record.code = None
        self.assert_refused(record, "code", "is required")

    def test_code_has_a_max_length(self):
        record = make("Subject")
        record.code = "x" * 13
        self.assert_refused(record, "code", "max length")

    def test_name_is_required(self):
        record = make("Subject")
        record.name = None
        self.assert_refused(record, "name", "is required")

    def test_name_has_a_max_length(self):
        record = make("Subject")
        record.name = "x" * 81
        self.assert_refused(record, "name", "max length")

    def test_name_is_unique(self):
        record = make("Subject")
        twin = make("Subject")
        twin.name = record.name
        self.assert_refused(twin, "name", "already exists")
        self.assert_database_refuses(twin)

    def test_parent_is_forgotten_with_its_record(self):
        record = make("Subject")
        record.parent = make(record._meta.get_field("parent").related_model.__name__)
        record.save()
        record.parent.delete()
        record.refresh_from_db()
        self.assertIsNone(record.parent)


class ClassTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Class")
        saved = models.Class.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Class")
        self.assertEqual(str(record), str(record.name))

    def test_id_is_filled_in(self):
        record = make("Class")
        self.assertIsNotNone(record.id)

    def test_name_is_required(self):
        record = make("Class")
        record.name = None
        self.assert_refused(record, "name", "is required")

    def test_name_has_a_max_length(self):
        record = make("Class")
        record.name = "x" * 41
        self.assert_refused(record, "name", "max length")

    def test_name_is_unique(self):
        record = make("Class")
        twin = make("Class")
        twin.name = record.name
        self.assert_refused(twin, "name", "already exists")
        self.assert_database_refuses(twin)

    def test_from_field_is_required(self):
        record = make("Class")
        record.from_field = None
        self.assert_refused(record, "from_field", "is required")

    def test_from_field_has_a_max_length(self):
        record = make("Class")
        record.from_field = "x" * 9
        self.assert_refused(record, "from_field", "max length")

    def test_from_field_matches_its_pattern(self):
        record = make("Class")
        record.from_field = "?"
        self.assert_refused(record, "from_field")

    def test_to_is_required(self):
        record = make("Class")
        record.to = None
        self.assert_refused(record, "to", "is required")

    def test_to_has_a_max_length(self):
        record = make("Class")
        record.to = "x" * 9
        self.assert_refused(record, "to", "max length")

    def test_to_matches_its_pattern(self):
        record = make("Class")
        record.to = "?"
        self.assert_refused(record, "to")

    def test_import_field_has_a_default(self):
        record = models.Class()
        self.assertEqual(
            record.import_field, record._meta.get_field("import_field").get_default()
        )
        self.assertIsNotNone(record.import_field)

    def test_model_has_a_max_length(self):
        record = make("Class")
        record.model = "x" * 31
        self.assert_refused(record, "model", "max length")

    def test_model_is_null_when_empty(self):
        record = make("Class")
        record.model = ""
        record.save()
        self.assertIsNone(record.model)

    def test_unique_together_1(self):
        record = make("Class")
        twin = make("Class")
        twin.from_field = record.from_field
        twin.to = record.to
        self.assert_refused(twin, None, "already exists")
        self.assert_database_refuses(twin)


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

    def test_isbn_has_a_max_length(self):
        record = make("Book")
        record.isbn = "x" * 14
        self.assert_refused(record, "isbn", "max length")

    def test_isbn_matches_its_pattern(self):
        record = make("Book")
        record.isbn = "?"
        self.assert_refused(record, "isbn")

    def test_isbn_is_unique(self):
        record = make("Book")
        twin = make("Book")
        twin.isbn = record.isbn
        self.assert_refused(twin, "isbn", "already exists")
        self.assert_database_refuses(twin)

    def test_title_is_required(self):
        record = make("Book")
        record.title = None
        self.assert_refused(record, "title", "is required")

    def test_title_has_a_max_length(self):
        record = make("Book")
        record.title = "x" * 201
        self.assert_refused(record, "title", "max length")

    def test_subtitle_has_a_max_length(self):
        record = make("Book")
        record.subtitle = "x" * 201
        self.assert_refused(record, "subtitle", "max length")

    def test_subtitle_is_null_when_empty(self):
        record = make("Book")
        record.subtitle = ""
        record.save()
        self.assertIsNone(record.subtitle)

    def test_authors_links_records(self):
        record = make("Book")
        other = make(record._meta.get_field("authors").related_model.__name__)
        record.authors.set([other])
        self.assertEqual(list(record.authors.all()), [other])

    def test_subjects_links_records(self):
        record = make("Book")
        other = make(record._meta.get_field("subjects").related_model.__name__)
        record.subjects.set([other])
        self.assertEqual(list(record.subjects.all()), [other])

    def test_class_field_is_required(self):
        record = make("Book")
        record.class_field = None
        self.assert_refused(record, "class_field", "is required")

    def test_class_field_protects_its_record(self):
        record = make("Book")
        with self.assertRaises(ProtectedError):
            record.class_field.delete()

    def test_language_is_one_of_its_choices(self):
        record = make("Book")
        record.language = "not-a-choice"
        self.assert_refused(record, "language", "invalid choice")
        self.assert_database_refuses(record)

    def test_language_has_a_default(self):
        record = models.Book()
        self.assertEqual(
            record.language, record._meta.get_field("language").get_default()
        )
        self.assertIsNotNone(record.language)

    def test_pages_has_a_lower_bound(self):
        record = make("Book")
        record.pages = 1 - 1
        self.assert_refused(record, "pages")
        self.assert_database_refuses(record)

    def test_pages_has_a_upper_bound(self):
        record = make("Book")
        record.pages = 20000 + 1
        self.assert_refused(record, "pages")
        self.assert_database_refuses(record)

    def test_price_has_a_lower_bound(self):
        record = make("Book")
        record.price = Decimal("0") - 1
        self.assert_refused(record, "price")
        self.assert_database_refuses(record)

    def test_price_has_a_upper_bound(self):
        record = make("Book")
        record.price = Decimal("99999.99") + 1
        self.assert_refused(record, "price")
        self.assert_database_refuses(record)

    def test_price_has_a_default(self):
        record = models.Book()
        self.assertEqual(record.price, record._meta.get_field("price").get_default())
        self.assertIsNotNone(record.price)

    def test_weight_has_a_lower_bound(self):
        record = make("Book")
        record.weight = 0 - 1
        self.assert_refused(record, "weight")
        self.assert_database_refuses(record)

    def test_summary_is_null_when_empty(self):
        record = make("Book")
        record.summary = ""
        record.save()
        self.assertIsNone(record.summary)

    def test_created_at_is_filled_in(self):
        record = make("Book")
        self.assertIsNotNone(record.created_at)

    def test_updated_at_is_filled_in(self):
        record = make("Book")
        self.assertIsNotNone(record.updated_at)


class CopyTests(ModelTestCase):
    def test_keeps_its_values(self):
        record = make("Copy")
        saved = models.Copy.objects.get(pk=record.pk)
        for field in record._meta.concrete_fields:
            self.assertEqual(
                getattr(saved, field.attname), getattr(record, field.attname)
            )

    def test_is_called_by_its_label(self):
        record = make("Copy")
        self.assertEqual(str(record), str(record.shelf))

    def test_id_is_filled_in(self):
        record = make("Copy")
        self.assertIsNotNone(record.id)

    def test_barcode_is_required(self):
        record = make("Copy")
        record.barcode = None
        self.assert_refused(record, "barcode", "is required")

    def test_barcode_is_unique(self):
        record = make("Copy")
        twin = make("Copy")
        twin.barcode = record.barcode
        self.assert_refused(twin, "barcode", "already exists")
        self.assert_database_refuses(twin)

    def test_book_is_required(self):
        record = make("Copy")
        record.book = None
        self.assert_refused(record, "book", "is required")

    def test_book_protects_its_record(self):
        record = make("Copy")
        with self.assertRaises(ProtectedError):
            record.book.delete()

    def test_condition_is_one_of_its_choices(self):
        record = make("Copy")
        record.condition = "not-a-choice"
        self.assert_refused(record, "condition", "invalid choice")
        self.assert_database_refuses(record)

    def test_condition_has_a_default(self):
        record = models.Copy()
        self.assertEqual(
            record.condition, record._meta.get_field("condition").get_default()
        )
        self.assertIsNotNone(record.condition)

    def test_is_reference_has_a_default(self):
        record = models.Copy()
        self.assertEqual(
            record.is_reference, record._meta.get_field("is_reference").get_default()
        )
        self.assertIsNotNone(record.is_reference)

    def test_shelf_has_a_max_length(self):
        record = make("Copy")
        record.shelf = "x" * 21
        self.assert_refused(record, "shelf", "max length")

    def test_shelf_is_null_when_empty(self):
        record = make("Copy")
        record.shelf = ""
        record.save()
        self.assertIsNone(record.shelf)
