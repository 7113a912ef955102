"""The pages of people."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.person import PersonListView

from .page_case import PageCase
from .records import make, values_of


class PersonListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("person_list"))

    def test_shows_a_record(self):
        record = make("Person")
        page = self.get_page(reverse("person_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.name)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("person_list"))
        self.assert_shows(page, "There are no people yet.")

    def test_has_pages(self):
        records = [make("Person"), make("Person")]
        with patch.object(PersonListView, "paginate_by", 1):
            first = self.get_page(reverse("person_list"))
            second = self.get_records(reverse("person_list"), {"page": 2})
            below = self.get_records(reverse("person_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Person")
        self.assertEqual(
            self.get_records(reverse("person_list"), {"sort": "no_such_field"}),
            [record],
        )

    def test_searches_in_name(self):
        record = make("Person", name="needle")
        make("Person")
        self.assertEqual(
            self.get_records(reverse("person_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Person")
        page = self.get_page(reverse("person_list"), {"q": "no such text"})
        self.assert_shows(page, "No people match.")
        self.assertEqual(self.get_records(reverse("person_list"), {"q": "%%%"}), [])

    def test_sorts_by_name(self):
        lower = make("Person", name="aaa")
        upper = make("Person", name="bbb")
        found = self.get_records(reverse("person_list"), {"sort": "name"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("person_list"), {"sort": "-name"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_born(self):
        lower = make("Person")
        upper = make("Person")
        found = self.get_records(reverse("person_list"), {"sort": "born"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("person_list"), {"sort": "-born"})
        self.assertEqual(found, [upper, lower])


class PersonCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("person_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("person_create"))
        for label in ["Name", "Born", "Website", "Biography"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        response = self.send(reverse("person_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Person.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("person_create"), {})
        self.assert_refused(response, "name")
        self.assertFalse(models.Person.objects.exists())

    def test_refuses_name_too_long(self):
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["name"] = "x" * 121
        self.assert_refused(self.send(reverse("person_create"), values), "name")

    def test_refuses_born_wrong_form(self):
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["born"] = "nonsense"
        self.assert_refused(self.send(reverse("person_create"), values), "born")

    def test_refuses_website_wrong_form(self):
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["website"] = "not a url"
        self.assert_refused(self.send(reverse("person_create"), values), "website")


class PersonViewTests(PageCase):
    def test_needs_login(self):
        record = make("Person")
        self.assert_needs_login(reverse("person_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Person")
        page = self.get_page(reverse("person_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.name)
        self.assert_shows(page, record.biography)
        for label in ["Name", "Born", "Website", "Biography"]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Person")
        address = reverse("person_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class PersonEditTests(PageCase):
    def test_needs_login(self):
        record = make("Person")
        self.assert_needs_login(reverse("person_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Person")
        page = self.get_page(reverse("person_edit", args=[record.pk]))
        for label in ["Name", "Born", "Website", "Biography"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Person")
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        response = self.send(reverse("person_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Person")
        response = self.send(reverse("person_edit", args=[record.pk]), {})
        self.assert_refused(response, "name")

    def test_refuses_name_too_long(self):
        record = make("Person")
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["name"] = "x" * 121
        self.assert_refused(
            self.send(reverse("person_edit", args=[record.pk]), values), "name"
        )

    def test_refuses_born_wrong_form(self):
        record = make("Person")
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["born"] = "nonsense"
        self.assert_refused(
            self.send(reverse("person_edit", args=[record.pk]), values), "born"
        )

    def test_refuses_website_wrong_form(self):
        record = make("Person")
        sample = values_of("Person")
        values = {
            name: sample[name]
            for name in ["name", "born", "website", "biography"]
            if name in sample
        }
        values["website"] = "not a url"
        self.assert_refused(
            self.send(reverse("person_edit", args=[record.pk]), values), "website"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Person")
        address = reverse("person_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class PersonDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Person")
        self.assert_needs_login(reverse("person_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Person")
        self.assert_shows(
            self.get_page(reverse("person_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Person.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Person")
        response = self.client.post(reverse("person_delete", args=[record.pk]))
        self.assertFalse(models.Person.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Person")
        address = reverse("person_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)
