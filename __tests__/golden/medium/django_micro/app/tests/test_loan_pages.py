"""The pages of loans."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.loan import LoanListView

from .page_case import PageCase
from .records import make, values_of


class LoanListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("loan_list"))

    def test_shows_a_record(self):
        record = make("Loan")
        page = self.get_page(reverse("loan_list"))
        self.assertIn(record, page.context["records"])

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("loan_list"))
        self.assert_shows(page, "Nothing is lent.")

    def test_has_pages(self):
        records = [make("Loan"), make("Loan")]
        with patch.object(LoanListView, "paginate_by", 1):
            first = self.get_page(reverse("loan_list"))
            second = self.get_records(reverse("loan_list"), {"page": 2})
            below = self.get_records(reverse("loan_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Loan")
        self.assertEqual(
            self.get_records(reverse("loan_list"), {"sort": "no_such_field"}), [record]
        )

    def test_filters_by_status(self):
        record = make("Loan", status="requested")
        make("Loan", status="active")
        found = self.get_records(reverse("loan_list"), {"status": "requested"})
        self.assertEqual(found, [record])

    def test_filters_by_member(self):
        record = make("Loan", member=make("Member"))
        make("Loan")
        found = self.get_records(reverse("loan_list"), {"member": record.member.pk})
        self.assertEqual(found, [record])

    def test_sorts_by_copy(self):
        lower = make("Loan", copy=make("Copy", shelf="aaa"))
        upper = make("Loan", copy=make("Copy", shelf="bbb"))
        found = self.get_records(
            reverse("loan_list"), {"sort": "copy"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("loan_list"), {"sort": "-copy"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_member(self):
        lower = make("Loan", member=make("Member", name="aaa"))
        upper = make("Loan", member=make("Member", name="bbb"))
        found = self.get_records(
            reverse("loan_list"), {"sort": "member"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("loan_list"), {"sort": "-member"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_status(self):
        lower = make("Loan", status="returned")
        upper = make("Loan", status="lost")
        found = self.get_records(reverse("loan_list"), {"sort": "status"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("loan_list"), {"sort": "-status"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_due(self):
        lower = make("Loan")
        upper = make("Loan")
        found = self.get_records(reverse("loan_list"), {"sort": "due"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("loan_list"), {"sort": "-due"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_lent_at(self):
        lower = make("Loan")
        upper = make("Loan")
        found = self.get_records(reverse("loan_list"), {"sort": "lent_at"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("loan_list"), {"sort": "-lent_at"})
        self.assertEqual(found, [upper, lower])


class LoanCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("loan_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("loan_create"))
        for label in ["Copy", "Member", "Due", "Note"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["copy", "member", "due", "note"]
            if name in sample
        }
        response = self.send(reverse("loan_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Loan.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("loan_create"), {})
        self.assert_refused(response, "copy", "member", "due")
        self.assertFalse(models.Loan.objects.exists())

    def test_refuses_due_wrong_form(self):
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["copy", "member", "due", "note"]
            if name in sample
        }
        values["due"] = "nonsense"
        self.assert_refused(self.send(reverse("loan_create"), values), "due")


class LoanViewTests(PageCase):
    def test_needs_login(self):
        record = make("Loan")
        self.assert_needs_login(reverse("loan_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Loan")
        page = self.get_page(reverse("loan_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.copy)
        self.assert_shows(page, record.member)
        self.assert_shows(page, record.get_status_display())
        self.assert_shows(page, record.note)
        for label in [
            "Copy",
            "Member",
            "Status",
            "Lent",
            "Due",
            "Returned",
            "Fine",
            "Note",
        ]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Loan")
        address = reverse("loan_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class LoanEditTests(PageCase):
    def test_needs_login(self):
        record = make("Loan")
        self.assert_needs_login(reverse("loan_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Loan")
        page = self.get_page(reverse("loan_edit", args=[record.pk]))
        for label in ["Status", "Due", "Returned", "Fine", "Note"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        response = self.send(reverse("loan_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Loan")
        response = self.send(reverse("loan_edit", args=[record.pk]), {})
        self.assert_refused(response, "status", "due")

    def test_refuses_status_not_a_choice(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        values["status"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("loan_edit", args=[record.pk]), values), "status"
        )

    def test_refuses_due_wrong_form(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        values["due"] = "nonsense"
        self.assert_refused(
            self.send(reverse("loan_edit", args=[record.pk]), values), "due"
        )

    def test_refuses_returned_at_wrong_form(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        values["returned_at"] = "nonsense"
        self.assert_refused(
            self.send(reverse("loan_edit", args=[record.pk]), values), "returned_at"
        )

    def test_refuses_fine_wrong_form(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        values["fine"] = "nonsense"
        self.assert_refused(
            self.send(reverse("loan_edit", args=[record.pk]), values), "fine"
        )

    def test_refuses_fine_too_small(self):
        record = make("Loan")
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["status", "due", "returned_at", "fine", "note"]
            if name in sample
        }
        values["fine"] = "-1"
        self.assert_refused(
            self.send(reverse("loan_edit", args=[record.pk]), values), "fine"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Loan")
        address = reverse("loan_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class LoanDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Loan")
        self.assert_needs_login(reverse("loan_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Loan")
        self.assert_shows(
            self.get_page(reverse("loan_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Loan.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Loan")
        response = self.client.post(reverse("loan_delete", args=[record.pk]))
        self.assertFalse(models.Loan.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Loan")
        address = reverse("loan_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)
