"""The pages of books."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.book import BookListView

from .page_case import PageCase
from .records import make, values_of


class BookListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("book_list"))

    def test_shows_a_record(self):
        record = make("Book")
        page = self.get_page(reverse("book_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.title)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("book_list"))
        self.assert_shows(page, "There are no books yet.")

    def test_has_pages(self):
        records = [make("Book"), make("Book")]
        with patch.object(BookListView, "paginate_by", 1):
            first = self.get_page(reverse("book_list"))
            second = self.get_records(reverse("book_list"), {"page": 2})
            below = self.get_records(reverse("book_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Book")
        self.assertEqual(
            self.get_records(reverse("book_list"), {"sort": "no_such_field"}), [record]
        )

    def test_shows_the_newest_first(self):
        older = make("Book")
        newer = make("Book")
        self.assertEqual(self.get_records(reverse("book_list")), [newer, older])

    def test_searches_in_title(self):
        record = make("Book", title="needle")
        make("Book")
        self.assertEqual(
            self.get_records(reverse("book_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Book")
        page = self.get_page(reverse("book_list"), {"q": "no such text"})
        self.assert_shows(page, "No books match.")
        self.assertEqual(self.get_records(reverse("book_list"), {"q": "%%%"}), [])

    def test_filters_by_author(self):
        record = make("Book", author=make("Author"))
        make("Book")
        found = self.get_records(reverse("book_list"), {"author": record.author.pk})
        self.assertEqual(found, [record])

    def test_filters_by_status(self):
        record = make("Book", status="to_read")
        make("Book", status="reading")
        found = self.get_records(reverse("book_list"), {"status": "to_read"})
        self.assertEqual(found, [record])

    def test_sorts_by_title(self):
        lower = make("Book", title="aaa")
        upper = make("Book", title="bbb")
        found = self.get_records(reverse("book_list"), {"sort": "title"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("book_list"), {"sort": "-title"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_author(self):
        lower = make("Book", author=make("Author", name="aaa"))
        upper = make("Book", author=make("Author", name="bbb"))
        found = self.get_records(
            reverse("book_list"), {"sort": "author"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("book_list"), {"sort": "-author"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_status(self):
        lower = make("Book", status="reading")
        upper = make("Book", status="finished")
        found = self.get_records(reverse("book_list"), {"sort": "status"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("book_list"), {"sort": "-status"})
        self.assertEqual(found, [upper, lower])


class BookCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("book_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("book_create"))
        for label in ["Title", "Author", "Notes"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "notes"]
            if name in sample
        }
        response = self.send(reverse("book_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Book.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("book_create"), {})
        self.assert_refused(response, "title", "author")
        self.assertFalse(models.Book.objects.exists())

    def test_refuses_title_too_long(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "notes"]
            if name in sample
        }
        values["title"] = "x" * 201
        self.assert_refused(self.send(reverse("book_create"), values), "title")


class BookViewTests(PageCase):
    def test_needs_login(self):
        record = make("Book")
        self.assert_needs_login(reverse("book_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Book")
        page = self.get_page(reverse("book_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.title)
        self.assert_shows(page, record.author)
        self.assert_shows(page, record.get_status_display())
        self.assert_shows(page, record.notes)
        for label in ["Title", "Author", "Status", "Rating", "Notes", "Added"]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Book")
        address = reverse("book_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class BookEditTests(PageCase):
    def test_needs_login(self):
        record = make("Book")
        self.assert_needs_login(reverse("book_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Book")
        page = self.get_page(reverse("book_edit", args=[record.pk]))
        for label in ["Title", "Author", "Status", "Rating", "Notes"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        response = self.send(reverse("book_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Book")
        response = self.send(reverse("book_edit", args=[record.pk]), {})
        self.assert_refused(response, "title", "author", "status")

    def test_refuses_title_too_long(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        values["title"] = "x" * 201
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "title"
        )

    def test_refuses_status_not_a_choice(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        values["status"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "status"
        )

    def test_refuses_rating_wrong_form(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        values["rating"] = "nonsense"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "rating"
        )

    def test_refuses_rating_too_small(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        values["rating"] = "0"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "rating"
        )

    def test_refuses_rating_too_large(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in ["title", "author", "status", "rating", "notes"]
            if name in sample
        }
        values["rating"] = "6"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "rating"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Book")
        address = reverse("book_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class BookDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Book")
        self.assert_needs_login(reverse("book_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Book")
        self.assert_shows(
            self.get_page(reverse("book_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Book.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Book")
        response = self.client.post(reverse("book_delete", args=[record.pk]))
        self.assertFalse(models.Book.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Book")
        address = reverse("book_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)
