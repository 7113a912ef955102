"""The pages of members."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.member import MemberListView

from .page_case import PageCase
from .records import make, values_of


class MemberListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("member_list"))

    def test_shows_a_record(self):
        record = make("Member")
        page = self.get_page(reverse("member_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.name)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("member_list"))
        self.assert_shows(page, "There are no members yet.")

    def test_has_pages(self):
        records = [make("Member"), make("Member")]
        with patch.object(MemberListView, "paginate_by", 1):
            first = self.get_page(reverse("member_list"))
            second = self.get_records(reverse("member_list"), {"page": 2})
            below = self.get_records(reverse("member_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Member")
        self.assertEqual(
            self.get_records(reverse("member_list"), {"sort": "no_such_field"}),
            [record],
        )

    def test_shows_the_newest_first(self):
        older = make("Member")
        newer = make("Member")
        self.assertEqual(self.get_records(reverse("member_list")), [newer, older])

    def test_searches_in_name(self):
        record = make("Member", name="needle")
        make("Member")
        self.assertEqual(
            self.get_records(reverse("member_list"), {"q": "NEEDLE"}), [record]
        )

    def test_searches_in_email(self):
        record = make("Member", email="needle@example.com")
        make("Member")
        self.assertEqual(
            self.get_records(reverse("member_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Member")
        page = self.get_page(reverse("member_list"), {"q": "no such text"})
        self.assert_shows(page, "No members match.")
        self.assertEqual(self.get_records(reverse("member_list"), {"q": "%%%"}), [])

    def test_filters_by_level(self):
        record = make("Member", level="child")
        make("Member", level="adult")
        found = self.get_records(reverse("member_list"), {"level": "child"})
        self.assertEqual(found, [record])

    def test_filters_by_is_active(self):
        record = make("Member", is_active=True)
        make("Member", is_active=False)
        found = self.get_records(reverse("member_list"), {"is_active": "true"})
        self.assertEqual(found, [record])

    def test_sorts_by_name(self):
        lower = make("Member", name="aaa")
        upper = make("Member", name="bbb")
        found = self.get_records(reverse("member_list"), {"sort": "name"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("member_list"), {"sort": "-name"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_level(self):
        lower = make("Member", level="child")
        upper = make("Member", level="adult")
        found = self.get_records(reverse("member_list"), {"sort": "level"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("member_list"), {"sort": "-level"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_is_active(self):
        lower = make("Member", is_active=False)
        upper = make("Member", is_active=True)
        found = self.get_records(reverse("member_list"), {"sort": "is_active"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("member_list"), {"sort": "-is_active"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_joined(self):
        lower = make("Member")
        upper = make("Member")
        found = self.get_records(reverse("member_list"), {"sort": "joined"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("member_list"), {"sort": "-joined"})
        self.assertEqual(found, [upper, lower])


class MemberCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("member_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("member_create"))
        for label in [
            "Name",
            "E-mail",
            "Card",
            "Level",
            "Fee",
            "Newsletter",
            "Favourites",
            "Guarantor",
        ]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        response = self.send(reverse("member_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Member.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("member_create"), {})
        self.assert_refused(response, "name", "email", "card_number", "level", "fee")
        self.assertFalse(models.Member.objects.exists())

    def test_refuses_name_too_long(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["name"] = "x" * 121
        self.assert_refused(self.send(reverse("member_create"), values), "name")

    def test_refuses_email_wrong_form(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["email"] = "not an address"
        self.assert_refused(self.send(reverse("member_create"), values), "email")

    def test_refuses_card_number_too_long(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["card_number"] = "xxxxxxxxxxx"
        self.assert_refused(self.send(reverse("member_create"), values), "card_number")

    def test_refuses_card_number_wrong_pattern(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["card_number"] = "?"
        self.assert_refused(self.send(reverse("member_create"), values), "card_number")

    def test_refuses_level_not_a_choice(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["level"] = "not-a-choice"
        self.assert_refused(self.send(reverse("member_create"), values), "level")

    def test_refuses_fee_wrong_form(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["fee"] = "nonsense"
        self.assert_refused(self.send(reverse("member_create"), values), "fee")

    def test_refuses_fee_too_small(self):
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "card_number",
                "level",
                "fee",
                "newsletter",
                "favourites",
                "guarantor",
            ]
            if name in sample
        }
        values["fee"] = "-1"
        self.assert_refused(self.send(reverse("member_create"), values), "fee")


class MemberViewTests(PageCase):
    def test_needs_login(self):
        record = make("Member")
        self.assert_needs_login(reverse("member_view", args=[record.pk]))

    def test_shows_the_record(self):
        record = make("Member")
        page = self.get_page(reverse("member_view", args=[record.pk]))
        self.assert_shows(page, record)
        self.assert_shows(page, record.name)
        self.assert_shows(page, record.email)
        self.assert_shows(page, record.card_number)
        self.assert_shows(page, record.get_level_display())
        for label in [
            "Name",
            "E-mail",
            "Card",
            "Level",
            "Fee",
            "Active",
            "Newsletter",
            "Calls from",
            "Favourites",
            "Guarantor",
            "Joined",
        ]:
            self.assert_shows(page, label)

    def test_is_not_found_without_the_record(self):
        record = make("Member")
        address = reverse("member_view", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class MemberEditTests(PageCase):
    def test_needs_login(self):
        record = make("Member")
        self.assert_needs_login(reverse("member_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Member")
        page = self.get_page(reverse("member_edit", args=[record.pk]))
        for label in [
            "Name",
            "E-mail",
            "Level",
            "Fee",
            "Active",
            "Calls from",
            "Favourites",
        ]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        response = self.send(reverse("member_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Member")
        response = self.send(reverse("member_edit", args=[record.pk]), {})
        self.assert_refused(response, "name", "email", "level", "fee")

    def test_refuses_name_too_long(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["name"] = "x" * 121
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "name"
        )

    def test_refuses_email_wrong_form(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["email"] = "not an address"
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "email"
        )

    def test_refuses_level_not_a_choice(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["level"] = "not-a-choice"
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "level"
        )

    def test_refuses_fee_wrong_form(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["fee"] = "nonsense"
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "fee"
        )

    def test_refuses_fee_too_small(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["fee"] = "-1"
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "fee"
        )

    def test_refuses_opens_at_wrong_form(self):
        record = make("Member")
        sample = values_of("Member")
        values = {
            name: sample[name]
            for name in [
                "name",
                "email",
                "level",
                "fee",
                "is_active",
                "opens_at",
                "favourites",
            ]
            if name in sample
        }
        values["opens_at"] = "nonsense"
        self.assert_refused(
            self.send(reverse("member_edit", args=[record.pk]), values), "opens_at"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Member")
        address = reverse("member_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class MemberDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Member")
        self.assert_needs_login(reverse("member_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Member")
        self.assert_shows(
            self.get_page(reverse("member_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Member.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Member")
        response = self.client.post(reverse("member_delete", args=[record.pk]))
        self.assertFalse(models.Member.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Member")
        address = reverse("member_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_stays_while_loan_member_needs_it(self):
        record = make("Member")
        make("Loan", member=record)
        response = self.client.post(
            reverse("member_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Member.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 loan")

    def test_stays_while_review_member_needs_it(self):
        record = make("Member")
        make("Review", member=record)
        response = self.client.post(
            reverse("member_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Member.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 review")

    def test_is_forgotten_by_member_guarantor(self):
        record = make("Member")
        other = make("Member", guarantor=record)
        self.assert_shows(
            self.get_page(reverse("member_delete", args=[record.pk])), "1 member"
        )
        self.client.post(reverse("member_delete", args=[record.pk]))
        other.refresh_from_db()
        self.assertIsNone(other.guarantor)
