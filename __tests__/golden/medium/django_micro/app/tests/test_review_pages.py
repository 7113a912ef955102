"""The pages of reviews."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.review import ReviewListView

from .page_case import PageCase
from .records import make, values_of


class ReviewListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("review_list"))

    def test_shows_a_record(self):
        record = make("Review")
        page = self.get_page(reverse("review_list"))
        self.assertIn(record, page.context["records"])

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("review_list"))
        self.assert_shows(page, "There are no reviews yet.")

    def test_has_pages(self):
        records = [make("Review"), make("Review")]
        with patch.object(ReviewListView, "paginate_by", 1):
            first = self.get_page(reverse("review_list"))
            second = self.get_records(reverse("review_list"), {"page": 2})
            below = self.get_records(reverse("review_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Review")
        self.assertEqual(
            self.get_records(reverse("review_list"), {"sort": "no_such_field"}),
            [record],
        )

    def test_shows_the_newest_first(self):
        older = make("Review")
        newer = make("Review")
        self.assertEqual(self.get_records(reverse("review_list")), [newer, older])

    def test_filters_by_book(self):
        record = make("Review", book=make("Book"))
        make("Review")
        found = self.get_records(reverse("review_list"), {"book": record.book.pk})
        self.assertEqual(found, [record])

    def test_filters_by_member(self):
        record = make("Review", member=make("Member"))
        make("Review")
        found = self.get_records(reverse("review_list"), {"member": record.member.pk})
        self.assertEqual(found, [record])

    def test_sorts_by_book(self):
        lower = make("Review", book=make("Book", title="aaa"))
        upper = make("Review", book=make("Book", title="bbb"))
        found = self.get_records(
            reverse("review_list"), {"sort": "book"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("review_list"), {"sort": "-book"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_member(self):
        lower = make("Review", member=make("Member", name="aaa"))
        upper = make("Review", member=make("Member", name="bbb"))
        found = self.get_records(
            reverse("review_list"), {"sort": "member"}, among=[lower, upper]
        )
        self.assertEqual(found, [lower, upper])
        found = self.get_records(
            reverse("review_list"), {"sort": "-member"}, among=[lower, upper]
        )
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_created_at(self):
        lower = make("Review")
        upper = make("Review")
        found = self.get_records(reverse("review_list"), {"sort": "created_at"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("review_list"), {"sort": "-created_at"})
        self.assertEqual(found, [upper, lower])


class ReviewCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("review_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("review_create"))
        for label in ["Book", "Member", "Stars", "Text"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Review")
        values = {
            name: sample[name]
            for name in ["book", "member", "stars", "text"]
            if name in sample
        }
        response = self.send(reverse("review_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Review.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("review_create"), {})
        self.assert_refused(response, "book", "member", "stars", "text")
        self.assertFalse(models.Review.objects.exists())

    def test_refuses_stars_wrong_form(self):
        sample = values_of("Review")
        values = {
            name: sample[name]
            for name in ["book", "member", "stars", "text"]
            if name in sample
        }
        values["stars"] = "nonsense"
        self.assert_refused(self.send(reverse("review_create"), values), "stars")

    def test_refuses_stars_too_small(self):
        sample = values_of("Review")
        values = {
            name: sample[name]
            for name in ["book", "member", "stars", "text"]
            if name in sample
        }
        values["stars"] = "0"
        self.assert_refused(self.send(reverse("review_create"), values), "stars")

    def test_refuses_stars_too_large(self):
        sample = values_of("Review")
        values = {
            name: sample[name]
            for name in ["book", "member", "stars", "text"]
            if name in sample
        }
        values["stars"] = "6"
        self.assert_refused(self.send(reverse("review_create"), values), "stars")
