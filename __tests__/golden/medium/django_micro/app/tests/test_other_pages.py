"""Pages without an entity, and experiences."""

from django.urls import reverse

from .page_case import PageCase
from .records import values_of


class HouseRulesTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("house_rules"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("house_rules"))
        for label in ["Your name"]:
            self.assert_shows(page, label)

    def test_answers_agree(self):
        response = self.send(
            reverse("house_rules"), {"signature_text": "some text"}, button="agree"
        )
        self.assertEqual(response.url, reverse("book_list"))


class FirstLoanExperienceTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("experience-first_loan"))

    def test_starts_at_its_first_step(self):
        response = self.client.get(reverse("experience-first_loan"))
        self.assertRedirects(response, reverse("experience-first_loan-member"))

    def test_opens_each_step(self):
        for step in [
            "experience-first_loan-member",
            "experience-first_loan-book",
            "experience-first_loan-loan",
            "experience-first_loan-loans",
        ]:
            self.get_page(reverse(step))

    def test_cancels_at_member(self):
        response = self.client.post(
            reverse("experience-first_loan-member"), {"_cancel": "yes"}
        )
        self.assertEqual(response.url, reverse("experience-first_loan-loans"))

    def test_cancels_at_book(self):
        response = self.client.post(
            reverse("experience-first_loan-book"), {"_cancel": "yes"}
        )
        self.assertEqual(response.url, reverse("home"))

    def test_cancels_at_loan(self):
        response = self.client.post(
            reverse("experience-first_loan-loan"), {"_cancel": "yes"}
        )
        self.assertEqual(response.url, reverse("home"))

    def test_cancels_at_loans(self):
        response = self.client.post(
            reverse("experience-first_loan-loans"), {"_cancel": "yes"}
        )
        self.assertEqual(response.url, reverse("home"))

    def test_leads_through_to_the_end(self):
        self.client.get(reverse("experience-first_loan"))
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
        response = self.send(reverse("experience-first_loan-member"), values)
        self.assertEqual(response.url, reverse("experience-first_loan-book"))
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
        response = self.send(reverse("experience-first_loan-book"), values)
        self.assertEqual(response.url, reverse("experience-first_loan-loan"))
        sample = values_of("Loan")
        values = {
            name: sample[name]
            for name in ["copy", "member", "due", "note"]
            if name in sample
        }
        response = self.send(reverse("experience-first_loan-loan"), values)
        self.assertEqual(response.url, reverse("experience-first_loan-loans"))
        response = self.client.post(
            reverse("experience-first_loan-loans"), {"_continue": "yes"}
        )
        self.assertEqual(response.status_code, 302)
        self.assertNotIn("experience:first_loan", self.client.session)
