"""What holds for all pages together."""

import re

from django.urls import reverse

from .page_case import PageCase
from .records import make

MAKEABLE = ["Member", "Loan", "Review", "Person", "Subject", "Class", "Book", "Copy"]


class SiteTests(PageCase):
    def test_home_needs_login(self):
        self.assert_needs_login(reverse("home"))

    def test_home_leads_to_each_list(self):
        home = self.get_page(reverse("home"))
        for name in [
            "person_list",
            "subject_list",
            "class_list",
            "book_list",
            "copy_list",
            "member_list",
            "loan_list",
            "review_list",
        ]:
            # In the navigation and on the page.
            self.assertContains(home, f'href="{reverse(name)}"', count=2)

    def test_every_link_works(self):
        for name in MAKEABLE:
            make(name)
        waiting, seen = ["/"], set()
        while waiting and len(seen) < 300:
            address = waiting.pop()
            response = self.client.get(address, follow=True)
            self.assertEqual(response.status_code, 200, address)
            for link in re.findall(
                r'<a [^>]*?href="(/[^"]*)"', response.content.decode()
            ):
                link = link.replace("&amp;", "&")
                if link not in seen and not link.startswith(("/admin/", "/static/")):
                    seen.add(link)
                    waiting.append(link)

    def test_an_unknown_page_is_not_found(self):
        self.assertEqual(self.client.get("/no-such-page/").status_code, 404)

    def test_text_is_escaped(self):
        self.person.username = "<b>me</b>"
        self.person.save()
        self.assertNotContains(self.get_page(reverse("home")), "<b>me</b>")


class LoginTests(PageCase):
    def setUp(self):
        """Nobody is signed in."""

    def test_logs_in_and_out(self):
        values = {"username": "person", "password": "a-long-password"}
        self.assertRedirects(
            self.client.post(reverse("login"), values), reverse("home")
        )
        self.client.post(reverse("logout"))
        self.assertEqual(self.client.get(reverse("home")).status_code, 302)

    def test_refuses_a_wrong_password(self):
        values = {"username": "person", "password": "wrong"}
        response = self.client.post(reverse("login"), values)
        self.assertContains(response, "correct username and password")
