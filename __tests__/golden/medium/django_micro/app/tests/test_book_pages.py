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
        self.assert_shows(page, "No book matches. Try fewer words.")

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

    def test_searches_in_title(self):
        record = make("Book", title="needle")
        make("Book")
        self.assertEqual(
            self.get_records(reverse("book_list"), {"q": "NEEDLE"}), [record]
        )

    def test_searches_in_subtitle(self):
        record = make("Book", subtitle="needle")
        make("Book")
        self.assertEqual(
            self.get_records(reverse("book_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Book")
        page = self.get_page(reverse("book_list"), {"q": "no such text"})
        self.assert_shows(page, "No books match.")
        self.assertEqual(self.get_records(reverse("book_list"), {"q": "%%%"}), [])

    def test_filters_by_language(self):
        record = make("Book", language="english")
        make("Book", language="german")
        found = self.get_records(reverse("book_list"), {"language": "english"})
        self.assertEqual(found, [record])

    def test_filters_by_class_field(self):
        record = make("Book", class_field=make("Class"))
        make("Book")
        found = self.get_records(reverse("book_list"), {"class": record.class_field.pk})
        self.assertEqual(found, [record])

    def test_sorts_by_title(self):
        lower = make("Book", title="aaa")
        upper = make("Book", title="bbb")
        found = self.get_records(reverse("book_list"), {"sort": "title"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("book_list"), {"sort": "-title"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_class_field(self):
        lower = make("Book", class_field=make("Class", name="aaa"))
        upper = make("Book", class_field=make("Class", name="bbb"))
        found = self.get_records(
            reverse("book_list"), {"sort": "class"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("book_list"), {"sort": "-class"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_language(self):
        lower = make("Book", language="spanish")
        upper = make("Book", language="other")
        found = self.get_records(reverse("book_list"), {"sort": "language"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("book_list"), {"sort": "-language"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_published(self):
        lower = make("Book")
        upper = make("Book")
        found = self.get_records(reverse("book_list"), {"sort": "published"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("book_list"), {"sort": "-published"})
        self.assertEqual(found, [upper, lower])


class BookCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("book_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("book_create"))
        for label in [
            "Title",
            "Subtitle",
            "Authors",
            "Subjects",
            "ISBN",
            "Class",
            "Language",
            "Published",
            "Pages",
            "Price",
            "Weight (kg)",
            "More",
            "Summary",
        ]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        response = self.send(reverse("book_create"), values, button="save")
        self.assertEqual(response.status_code, 302)
        record = models.Book.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("book_create"), {})
        self.assert_refused(response, "title", "class_field", "language")
        self.assertFalse(models.Book.objects.exists())

    def test_refuses_title_too_long(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["title"] = "x" * 201
        self.assert_refused(self.send(reverse("book_create"), values), "title")

    def test_refuses_subtitle_too_long(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["subtitle"] = "x" * 201
        self.assert_refused(self.send(reverse("book_create"), values), "subtitle")

    def test_refuses_isbn_too_long(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["isbn"] = "xxxxxxxxxxxxxx"
        self.assert_refused(self.send(reverse("book_create"), values), "isbn")

    def test_refuses_isbn_wrong_pattern(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["isbn"] = "?"
        self.assert_refused(self.send(reverse("book_create"), values), "isbn")

    def test_refuses_language_not_a_choice(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["language"] = "not-a-choice"
        self.assert_refused(self.send(reverse("book_create"), values), "language")

    def test_refuses_published_wrong_form(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["published"] = "nonsense"
        self.assert_refused(self.send(reverse("book_create"), values), "published")

    def test_refuses_pages_wrong_form(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["pages"] = "nonsense"
        self.assert_refused(self.send(reverse("book_create"), values), "pages")

    def test_refuses_pages_too_small(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["pages"] = "0"
        self.assert_refused(self.send(reverse("book_create"), values), "pages")

    def test_refuses_pages_too_large(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["pages"] = "20001"
        self.assert_refused(self.send(reverse("book_create"), values), "pages")

    def test_refuses_price_wrong_form(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "nonsense"
        self.assert_refused(self.send(reverse("book_create"), values), "price")

    def test_refuses_price_too_small(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "-1"
        self.assert_refused(self.send(reverse("book_create"), values), "price")

    def test_refuses_price_too_large(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "100000.99"
        self.assert_refused(self.send(reverse("book_create"), values), "price")

    def test_refuses_weight_wrong_form(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["weight"] = "nonsense"
        self.assert_refused(self.send(reverse("book_create"), values), "weight")

    def test_refuses_weight_too_small(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["weight"] = "-1"
        self.assert_refused(self.send(reverse("book_create"), values), "weight")

    def test_refuses_extra_wrong_form(self):
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "isbn",
                "class_field",
                "language",
                "published",
                "pages",
                "price",
                "weight",
                "extra",
                "summary",
            ]
            if name in sample
        }
        values["extra"] = "{broken"
        self.assert_refused(self.send(reverse("book_create"), values), "extra")


class BookViewTests(PageCase):
    def test_needs_login(self):
        record = make("Book")
        self.assert_needs_login(reverse("book_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Book")
        page = self.get_page(reverse("book_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.title)
        self.assert_shows(page, record.subtitle)
        self.assert_shows(page, record.isbn)
        self.assert_shows(page, record.class_field)
        self.assert_shows(page, record.get_language_display())
        self.assert_shows(page, record.summary)
        for label in [
            "Title",
            "Subtitle",
            "Authors",
            "Subjects",
            "ISBN",
            "Class",
            "Language",
            "Published",
            "Pages",
            "Price",
            "Weight (kg)",
            "More",
            "Summary",
            "Added",
            "Changed",
        ]:
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
        for label in [
            "Title",
            "Subtitle",
            "Authors",
            "Subjects",
            "Class",
            "Language",
            "Price",
            "Summary",
        ]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        response = self.send(reverse("book_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Book")
        response = self.send(reverse("book_edit", args=[record.pk]), {})
        self.assert_refused(response, "title", "class_field", "language")

    def test_refuses_title_too_long(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["title"] = "x" * 201
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "title"
        )

    def test_refuses_subtitle_too_long(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["subtitle"] = "x" * 201
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "subtitle"
        )

    def test_refuses_language_not_a_choice(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["language"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "language"
        )

    def test_refuses_price_wrong_form(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "nonsense"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "price"
        )

    def test_refuses_price_too_small(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "-1"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "price"
        )

    def test_refuses_price_too_large(self):
        record = make("Book")
        sample = values_of("Book")
        values = {
            name: sample[name]
            for name in [
                "title",
                "subtitle",
                "authors",
                "subjects",
                "class_field",
                "language",
                "price",
                "summary",
            ]
            if name in sample
        }
        values["price"] = "100000.99"
        self.assert_refused(
            self.send(reverse("book_edit", args=[record.pk]), values), "price"
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

    def test_stays_while_review_book_needs_it(self):
        record = make("Book")
        make("Review", book=record)
        response = self.client.post(
            reverse("book_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Book.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 review")

    def test_stays_while_copy_book_needs_it(self):
        record = make("Book")
        make("Copy", book=record)
        response = self.client.post(
            reverse("book_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Book.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 copy")
