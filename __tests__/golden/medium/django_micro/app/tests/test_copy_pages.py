"""The pages of copies."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.copy import CopyListView

from .page_case import PageCase
from .records import make, values_of


class CopyListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("copy_list"))

    def test_shows_a_record(self):
        record = make("Copy")
        page = self.get_page(reverse("copy_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.shelf)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("copy_list"))
        self.assert_shows(page, "There are no copies yet.")

    def test_has_pages(self):
        records = [make("Copy"), make("Copy")]
        with patch.object(CopyListView, "paginate_by", 1):
            first = self.get_page(reverse("copy_list"))
            second = self.get_records(reverse("copy_list"), {"page": 2})
            below = self.get_records(reverse("copy_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Copy")
        self.assertEqual(
            self.get_records(reverse("copy_list"), {"sort": "no_such_field"}), [record]
        )

    def test_searches_in_shelf(self):
        record = make("Copy", shelf="needle")
        make("Copy")
        self.assertEqual(
            self.get_records(reverse("copy_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Copy")
        page = self.get_page(reverse("copy_list"), {"q": "no such text"})
        self.assert_shows(page, "No copies match.")
        self.assertEqual(self.get_records(reverse("copy_list"), {"q": "%%%"}), [])

    def test_filters_by_book(self):
        record = make("Copy", book=make("Book"))
        make("Copy")
        found = self.get_records(reverse("copy_list"), {"book": record.book.pk})
        self.assertEqual(found, [record])

    def test_filters_by_condition(self):
        record = make("Copy", condition="new")
        make("Copy", condition="good")
        found = self.get_records(reverse("copy_list"), {"condition": "new"})
        self.assertEqual(found, [record])

    def test_filters_by_is_reference(self):
        record = make("Copy", is_reference=True)
        make("Copy", is_reference=False)
        found = self.get_records(reverse("copy_list"), {"is_reference": "true"})
        self.assertEqual(found, [record])

    def test_sorts_by_book(self):
        lower = make("Copy", book=make("Book", title="aaa"))
        upper = make("Copy", book=make("Book", title="bbb"))
        found = self.get_records(
            reverse("copy_list"), {"sort": "book"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("copy_list"), {"sort": "-book"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_condition(self):
        lower = make("Copy", condition="worn")
        upper = make("Copy", condition="damaged")
        found = self.get_records(reverse("copy_list"), {"sort": "condition"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("copy_list"), {"sort": "-condition"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_is_reference(self):
        lower = make("Copy", is_reference=False)
        upper = make("Copy", is_reference=True)
        found = self.get_records(reverse("copy_list"), {"sort": "is_reference"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("copy_list"), {"sort": "-is_reference"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_shelf(self):
        lower = make("Copy", shelf="aaa")
        upper = make("Copy", shelf="bbb")
        found = self.get_records(reverse("copy_list"), {"sort": "shelf"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("copy_list"), {"sort": "-shelf"})
        self.assertEqual(found, [upper, lower])


class CopyCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("copy_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("copy_create"))
        for label in [
            "Book",
            "Barcode",
            "Condition",
            "Acquired",
            "Reference only",
            "Shelf",
        ]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in [
                "book",
                "barcode",
                "condition",
                "acquired",
                "is_reference",
                "shelf",
            ]
            if name in sample
        }
        response = self.send(reverse("copy_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Copy.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("copy_create"), {})
        self.assert_refused(response, "book", "barcode", "condition")
        self.assertFalse(models.Copy.objects.exists())

    def test_refuses_barcode_wrong_form(self):
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in [
                "book",
                "barcode",
                "condition",
                "acquired",
                "is_reference",
                "shelf",
            ]
            if name in sample
        }
        values["barcode"] = "nonsense"
        self.assert_refused(self.send(reverse("copy_create"), values), "barcode")

    def test_refuses_condition_not_a_choice(self):
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in [
                "book",
                "barcode",
                "condition",
                "acquired",
                "is_reference",
                "shelf",
            ]
            if name in sample
        }
        values["condition"] = "not-a-choice"
        self.assert_refused(self.send(reverse("copy_create"), values), "condition")

    def test_refuses_acquired_wrong_form(self):
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in [
                "book",
                "barcode",
                "condition",
                "acquired",
                "is_reference",
                "shelf",
            ]
            if name in sample
        }
        values["acquired"] = "nonsense"
        self.assert_refused(self.send(reverse("copy_create"), values), "acquired")

    def test_refuses_shelf_too_long(self):
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in [
                "book",
                "barcode",
                "condition",
                "acquired",
                "is_reference",
                "shelf",
            ]
            if name in sample
        }
        values["shelf"] = "xxxxxxxxxxxxxxxxxxxxx"
        self.assert_refused(self.send(reverse("copy_create"), values), "shelf")


class CopyViewTests(PageCase):
    def test_needs_login(self):
        record = make("Copy")
        self.assert_needs_login(reverse("copy_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Copy")
        page = self.get_page(reverse("copy_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.book)
        self.assert_shows(page, record.get_condition_display())
        self.assert_shows(page, record.shelf)
        for label in ["Book", "Barcode", "Condition", "Acquired", "Shelf", "Checked"]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Copy")
        address = reverse("copy_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class CopyEditTests(PageCase):
    def test_needs_login(self):
        record = make("Copy")
        self.assert_needs_login(reverse("copy_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Copy")
        page = self.get_page(reverse("copy_edit", args=[record.pk]))
        for label in ["Book", "Condition", "Shelf", "Checked"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["book", "condition", "shelf", "check_field"]
            if name in sample
        }
        response = self.send(reverse("copy_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Copy")
        response = self.send(reverse("copy_edit", args=[record.pk]), {})
        self.assert_refused(response, "book", "condition")

    def test_refuses_condition_not_a_choice(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["book", "condition", "shelf", "check_field"]
            if name in sample
        }
        values["condition"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("copy_edit", args=[record.pk]), values), "condition"
        )

    def test_refuses_shelf_too_long(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["book", "condition", "shelf", "check_field"]
            if name in sample
        }
        values["shelf"] = "xxxxxxxxxxxxxxxxxxxxx"
        self.assert_refused(
            self.send(reverse("copy_edit", args=[record.pk]), values), "shelf"
        )

    def test_refuses_check_field_wrong_form(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["book", "condition", "shelf", "check_field"]
            if name in sample
        }
        values["check_field"] = "nonsense"
        self.assert_refused(
            self.send(reverse("copy_edit", args=[record.pk]), values), "check_field"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Copy")
        address = reverse("copy_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class CopyCheckTests(PageCase):
    def test_needs_login(self):
        record = make("Copy")
        self.assert_needs_login(reverse("copy_check", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Copy")
        page = self.get_page(reverse("copy_check", args=[record.pk]))
        for label in ["Condition", "Checked"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["condition", "check_field"]
            if name in sample
        }
        response = self.send(
            reverse("copy_check", args=[record.pk]), values, button="done"
        )
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Copy")
        response = self.send(reverse("copy_check", args=[record.pk]), {})
        self.assert_refused(response, "condition")

    def test_refuses_condition_not_a_choice(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["condition", "check_field"]
            if name in sample
        }
        values["condition"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("copy_check", args=[record.pk]), values), "condition"
        )

    def test_refuses_check_field_wrong_form(self):
        record = make("Copy")
        sample = values_of("Copy")
        values = {
            name: sample[name]
            for name in ["condition", "check_field"]
            if name in sample
        }
        values["check_field"] = "nonsense"
        self.assert_refused(
            self.send(reverse("copy_check", args=[record.pk]), values), "check_field"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Copy")
        address = reverse("copy_check", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class CopyDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Copy")
        self.assert_needs_login(reverse("copy_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Copy")
        self.assert_shows(
            self.get_page(reverse("copy_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Copy.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Copy")
        response = self.client.post(reverse("copy_delete", args=[record.pk]))
        self.assertFalse(models.Copy.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Copy")
        address = reverse("copy_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_stays_while_loan_copy_needs_it(self):
        record = make("Copy")
        make("Loan", copy=record)
        response = self.client.post(
            reverse("copy_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Copy.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 loan")
