"""The pages of authors."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.author import AuthorListView

from .page_case import PageCase
from .records import make, values_of


class AuthorListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("author_list"))

    def test_shows_a_record(self):
        record = make("Author")
        page = self.get_page(reverse("author_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.name)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("author_list"))
        self.assert_shows(page, "There are no authors yet.")

    def test_has_pages(self):
        records = [make("Author"), make("Author")]
        with patch.object(AuthorListView, "paginate_by", 1):
            first = self.get_page(reverse("author_list"))
            second = self.get_records(reverse("author_list"), {"page": 2})
            below = self.get_records(reverse("author_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Author")
        self.assertEqual(
            self.get_records(reverse("author_list"), {"sort": "no_such_field"}),
            [record],
        )

    def test_searches_in_name(self):
        record = make("Author", name="needle")
        make("Author")
        self.assertEqual(
            self.get_records(reverse("author_list"), {"q": "NEEDLE"}), [record]
        )

    def test_searches_in_country(self):
        record = make("Author", country="needle")
        make("Author")
        self.assertEqual(
            self.get_records(reverse("author_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Author")
        page = self.get_page(reverse("author_list"), {"q": "no such text"})
        self.assert_shows(page, "No authors match.")
        self.assertEqual(self.get_records(reverse("author_list"), {"q": "%%%"}), [])

    def test_sorts_by_name(self):
        lower = make("Author", name="aaa")
        upper = make("Author", name="bbb")
        found = self.get_records(reverse("author_list"), {"sort": "name"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("author_list"), {"sort": "-name"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_country(self):
        lower = make("Author", country="aaa")
        upper = make("Author", country="bbb")
        found = self.get_records(reverse("author_list"), {"sort": "country"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("author_list"), {"sort": "-country"})
        self.assertEqual(found, [upper, lower])


class AuthorCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("author_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("author_create"))
        for label in ["Name", "Country"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        response = self.send(reverse("author_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Author.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("author_create"), {})
        self.assert_refused(response, "name")
        self.assertFalse(models.Author.objects.exists())

    def test_refuses_name_too_long(self):
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        values["name"] = "x" * 121
        self.assert_refused(self.send(reverse("author_create"), values), "name")

    def test_refuses_country_too_long(self):
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        values["country"] = "x" * 61
        self.assert_refused(self.send(reverse("author_create"), values), "country")


class AuthorViewTests(PageCase):
    def test_needs_login(self):
        record = make("Author")
        self.assert_needs_login(reverse("author_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Author")
        page = self.get_page(reverse("author_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.name)
        self.assert_shows(page, record.country)
        for label in ["Name", "Country"]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Author")
        address = reverse("author_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class AuthorEditTests(PageCase):
    def test_needs_login(self):
        record = make("Author")
        self.assert_needs_login(reverse("author_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Author")
        page = self.get_page(reverse("author_edit", args=[record.pk]))
        for label in ["Name", "Country"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Author")
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        response = self.send(reverse("author_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Author")
        response = self.send(reverse("author_edit", args=[record.pk]), {})
        self.assert_refused(response, "name")

    def test_refuses_name_too_long(self):
        record = make("Author")
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        values["name"] = "x" * 121
        self.assert_refused(
            self.send(reverse("author_edit", args=[record.pk]), values), "name"
        )

    def test_refuses_country_too_long(self):
        record = make("Author")
        sample = values_of("Author")
        values = {name: sample[name] for name in ["name", "country"] if name in sample}
        values["country"] = "x" * 61
        self.assert_refused(
            self.send(reverse("author_edit", args=[record.pk]), values), "country"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Author")
        address = reverse("author_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class AuthorDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Author")
        self.assert_needs_login(reverse("author_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Author")
        self.assert_shows(
            self.get_page(reverse("author_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Author.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Author")
        response = self.client.post(reverse("author_delete", args=[record.pk]))
        self.assertFalse(models.Author.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Author")
        address = reverse("author_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_stays_while_book_author_needs_it(self):
        record = make("Author")
        make("Book", author=record)
        response = self.client.post(
            reverse("author_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Author.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 book")
