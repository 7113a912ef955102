"""The pages of subjects."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.subject import SubjectListView

from .page_case import PageCase
from .records import make, values_of


class SubjectListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("subject_list"))

    def test_shows_a_record(self):
        record = make("Subject")
        page = self.get_page(reverse("subject_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.code)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("subject_list"))
        self.assert_shows(page, "There are no subjects yet.")

    def test_has_pages(self):
        records = [make("Subject"), make("Subject")]
        with patch.object(SubjectListView, "paginate_by", 1):
            first = self.get_page(reverse("subject_list"))
            second = self.get_records(reverse("subject_list"), {"page": 2})
            below = self.get_records(reverse("subject_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Subject")
        self.assertEqual(
            self.get_records(reverse("subject_list"), {"sort": "no_such_field"}),
            [record],
        )

    def test_searches_in_code(self):
        record = make("Subject", code="needle")
        make("Subject")
        self.assertEqual(
            self.get_records(reverse("subject_list"), {"q": "NEEDLE"}), [record]
        )

    def test_searches_in_name(self):
        record = make("Subject", name="needle")
        make("Subject")
        self.assertEqual(
            self.get_records(reverse("subject_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Subject")
        page = self.get_page(reverse("subject_list"), {"q": "no such text"})
        self.assert_shows(page, "No subjects match.")
        self.assertEqual(self.get_records(reverse("subject_list"), {"q": "%%%"}), [])

    def test_filters_by_parent(self):
        record = make("Subject", parent=make("Subject"))
        make("Subject")
        found = self.get_records(reverse("subject_list"), {"parent": record.parent.pk})
        self.assertEqual(found, [record])

    def test_sorts_by_name(self):
        lower = make("Subject", name="aaa")
        upper = make("Subject", name="bbb")
        found = self.get_records(reverse("subject_list"), {"sort": "name"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("subject_list"), {"sort": "-name"})
        self.assertEqual(found, [upper, lower])


class SubjectCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("subject_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("subject_create"))
        for label in ["Code", "Name", "Part of"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Subject")
        values = {
            name: sample[name] for name in ["code", "name", "parent"] if name in sample
        }
        response = self.send(reverse("subject_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Subject.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("subject_create"), {})
        self.assert_refused(response, "code", "name")
        self.assertFalse(models.Subject.objects.exists())

    def test_refuses_code_too_long(self):
        sample = values_of("Subject")
        values = {
            name: sample[name] for name in ["code", "name", "parent"] if name in sample
        }
        values["code"] = "xxxxxxxxxxxxx"
        self.assert_refused(self.send(reverse("subject_create"), values), "code")

    def test_refuses_name_too_long(self):
        sample = values_of("Subject")
        values = {
            name: sample[name] for name in ["code", "name", "parent"] if name in sample
        }
        values["name"] = "x" * 81
        self.assert_refused(self.send(reverse("subject_create"), values), "name")


class SubjectEditTests(PageCase):
    def test_needs_login(self):
        record = make("Subject")
        self.assert_needs_login(reverse("subject_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Subject")
        page = self.get_page(reverse("subject_edit", args=[record.pk]))
        for label in ["Name", "Part of"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Subject")
        sample = values_of("Subject")
        values = {name: sample[name] for name in ["name", "parent"] if name in sample}
        response = self.send(reverse("subject_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Subject")
        response = self.send(reverse("subject_edit", args=[record.pk]), {})
        self.assert_refused(response, "name")

    def test_refuses_name_too_long(self):
        record = make("Subject")
        sample = values_of("Subject")
        values = {name: sample[name] for name in ["name", "parent"] if name in sample}
        values["name"] = "x" * 81
        self.assert_refused(
            self.send(reverse("subject_edit", args=[record.pk]), values), "name"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Subject")
        address = reverse("subject_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class SubjectDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Subject")
        self.assert_needs_login(reverse("subject_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Subject")
        self.assert_shows(
            self.get_page(reverse("subject_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Subject.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Subject")
        response = self.client.post(reverse("subject_delete", args=[record.pk]))
        self.assertFalse(models.Subject.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Subject")
        address = reverse("subject_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_is_forgotten_by_subject_parent(self):
        record = make("Subject")
        other = make("Subject", parent=record)
        self.assert_shows(
            self.get_page(reverse("subject_delete", args=[record.pk])), "1 subject"
        )
        self.client.post(reverse("subject_delete", args=[record.pk]))
        other.refresh_from_db()
        self.assertIsNone(other.parent)
