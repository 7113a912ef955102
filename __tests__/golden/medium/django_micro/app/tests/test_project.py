"""The project itself: health, login, the first admin user, migrations."""

from decimal import Decimal
from io import StringIO
from unittest.mock import patch

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError
from django.test import SimpleTestCase, TestCase, override_settings

from app.records import ExactDecimalField, PatternValidator
from app.widgets import JsonField, LocalDateTimeField
from config.accounts import LONGEST_PASSWORD
from config.login_limit import LIMIT


class HealthTests(TestCase):
    def test_answers_anyone_under_any_host(self):
        response = self.client.get("/health", headers={"host": "10.0.0.7"})
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.json(), {"status": "ok"})

    def test_says_so_when_the_database_is_away(self):
        with patch("config.health.connection.cursor", side_effect=DatabaseError):
            self.assertEqual(self.client.get("/health").status_code, 503)


class LoginTests(TestCase):
    def test_lets_a_user_in_and_out(self):
        get_user_model().objects.create_user("ann", password="correct horse battery")
        response = self.client.post(
            "/login/", {"username": "ann", "password": "correct horse battery"}
        )
        self.assertRedirects(response, "/", fetch_redirect_response=False)
        self.assertEqual(self.client.get("/").status_code, 200)
        response = self.client.post("/logout/")
        self.assertRedirects(response, "/login/", fetch_redirect_response=False)

    def test_refuses_a_wrong_password(self):
        response = self.client.post("/login/", {"username": "ann", "password": "wrong"})
        self.assertEqual(response.status_code, 200)
        self.assertNotIn("_auth_user_id", self.client.session)

    def test_keeps_others_out_of_the_pages_and_the_admin(self):
        self.assertRedirects(self.client.get("/"), "/login/?next=/")
        response = self.client.get("/admin/")
        self.assertRedirects(
            response, "/admin/login/?next=/admin/", fetch_redirect_response=False
        )


class AccountTests(TestCase):
    def log_in(self, username, password="correct horse battery"):
        self.client.logout()
        self.client.post("/login/", {"username": username, "password": password})
        return self.client.session.get("_auth_user_id")

    def make(self, username, password="correct horse battery", **more):
        return get_user_model().objects.create_user(username, password=password, **more)

    def be_boss(self):
        self.client.force_login(self.make("boss", is_staff=True, is_superuser=True))

    def send(self, address, **values):
        return self.client.post(f"/admin/auth/user/{address}", values)

    def test_names_are_taken_in_capitals_or_not(self):
        asa = self.make("åsa")
        for name in ("ÅSA", "Åsa", "åsa"):
            self.assertEqual(self.log_in(name), str(asa.pk), name)
        self.assertIsNone(self.log_in("ås."))

    def test_the_very_spelling_counts_where_two_names_differ_only_in_capitals(self):
        lower, upper = self.make("max"), self.make("MAX")
        self.assertEqual(self.log_in("max"), str(lower.pk))
        self.assertEqual(self.log_in("MAX"), str(upper.pk))
        self.assertIsNone(self.log_in("Max"))

    def test_nothing_is_hashed_that_is_longer_than_it_can_be(self):
        self.make("lena", "x" * (LONGEST_PASSWORD + 1))
        with patch("django.contrib.auth.models.User.check_password") as check:
            self.assertIsNone(self.log_in("lena", "x" * (LONGEST_PASSWORD + 1)))
            self.assertIsNone(self.log_in("y" * 151))
        check.assert_not_called()

    def test_no_two_users_get_names_that_differ_only_in_capitals(self):
        passwords = {
            "password1": "correct horse battery",
            "password2": "correct horse battery",
        }
        self.make("änne")
        self.make("bob")
        self.be_boss()
        for name in ("ÄNNE", "änne", "BOB", "ｂｏｂ"):
            page = self.send("add/", username=name, usable_password="true", **passwords)
            self.assertIn("username", page.context["adminform"].errors, name)

    def test_users_who_have_such_names_keep_them(self):
        gina = self.make("gina")
        self.make("GINA")
        dates = {"date_joined_0": "2026-01-01", "date_joined_1": "12:00:00"}
        self.be_boss()
        page = self.send(
            f"{gina.pk}/change/", username="gina", first_name="Gina", **dates
        )
        self.assertEqual(page.status_code, 302)
        other = self.make("rolf")
        page = self.send(f"{other.pk}/change/", username="Gina", **dates)
        self.assertIn("username", page.context["adminform"].errors)

    def test_passwords_that_are_easily_guessed_are_refused(self):
        user = get_user_model()(username="hildegard", email="h@mountain.example")
        weak = (
            "short",
            "7291846350",
            "password",
            "Iloveyou1",
            "hildegard",
            "Hildegard7",
            "Mountain-X",
        )
        for password in (*weak, "x" * (LONGEST_PASSWORD + 1)):
            with self.subTest(password[:20]), self.assertRaises(ValidationError):
                validate_password(password, user)
        validate_password("correct horse battery", user)

    def test_a_password_of_the_environment_is_held_against_the_rules(self):
        account = {
            "interactive": False,
            "username": "owner",
            "email": "o@example.com",
            "verbosity": 0,
        }
        with (
            patch.dict("os.environ", {"DJANGO_SUPERUSER_PASSWORD": "password1"}),
            self.assertRaisesMessage(CommandError, "too common"),
        ):
            call_command("createsuperuser", **account)
        self.make("OWNER")
        with (
            patch.dict(
                "os.environ", {"DJANGO_SUPERUSER_PASSWORD": "correct horse battery"}
            ),
            self.assertRaisesMessage(CommandError, "already taken"),
        ):
            call_command("createsuperuser", **account)


class LoginLimitTests(TestCase):
    def setUp(self):
        cache.clear()
        self.addCleanup(cache.clear)

    def log_in(self, password, address="/login/", **headers):
        values = {"username": "ann", "password": password}
        return self.client.post(address, values, headers=headers)

    def test_takes_no_login_after_too_many_wrong_ones(self):
        get_user_model().objects.create_user("ann", password="correct horse battery")
        for _ in range(LIMIT):
            self.assertEqual(self.log_in("wrong").status_code, 200)
        for address in ("/login/", "/admin/login/"):
            response = self.log_in("correct horse battery", address)
            self.assertContains(response, "Too many attempts", status_code=429)
        self.assertNotIn("_auth_user_id", self.client.session)

    @override_settings(BEHIND_PROXY=True)
    def test_counts_by_the_address_that_the_proxy_saw(self):
        for _ in range(LIMIT):
            self.log_in("wrong", x_forwarded_for="198.51.100.1, 192.0.2.1")
        # What stands before the last comma anybody can make up.
        headers = {"x_forwarded_for": "198.51.100.2, 192.0.2.1"}
        self.assertEqual(self.log_in("wrong", **headers).status_code, 429)
        self.assertEqual(
            self.log_in("wrong", x_forwarded_for="192.0.2.2").status_code, 200
        )


class HeaderTests(TestCase):
    def test_pages_load_only_what_is_from_this_site_and_are_not_framed(self):
        headers = self.client.get("/login/").headers
        self.assertIn("default-src 'self'", headers["Content-Security-Policy"])
        self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
        self.assertEqual(headers["X-Frame-Options"], "DENY")


@override_settings(TIME_ZONE="Europe/Berlin")
class TimeTests(SimpleTestCase):
    def read(self, text):
        return LocalDateTimeField().clean(text).isoformat()

    def test_takes_an_hour_that_the_clock_shows_twice_as_its_first(self):
        self.assertEqual(self.read("2026-10-25T02:30"), "2026-10-25T00:30:00+00:00")
        self.assertEqual(self.read("2026-10-25T03:30"), "2026-10-25T02:30:00+00:00")

    def test_refuses_times_that_the_clock_never_shows(self):
        for text in ("2026-03-29T02:30", "0001-01-01T00:00", "2026-02-30T12:00"):
            with self.subTest(text), self.assertRaises(ValidationError):
                self.read(text)


class PatternTests(SimpleTestCase):
    def test_a_text_that_is_too_long_is_not_held_against_a_pattern(self):
        validator = PatternValidator("(a+)+$", longest=20)
        with self.assertRaises(ValidationError):
            validator("b")
        # This would take years.
        validator("a" * 60 + "b")


class DecimalTests(SimpleTestCase):
    field = ExactDecimalField(max_digits=21, decimal_places=2)

    def test_are_refused_where_sqlite_would_keep_another_number(self):
        with patch("app.records.connection", vendor="sqlite"):
            for text in ("99999999999999999.99", "1e17", "0.1234567890123456"):
                with (
                    self.subTest(text),
                    self.assertRaisesMessage(ValidationError, "more than 15 digits"),
                ):
                    self.field.validate(Decimal(text), None)
            for text in (
                "9999999999999.99",
                "-123456789012345.00",
                "0.00",
                "0.000000012",
            ):
                self.field.validate(Decimal(text), None)

    def test_are_kept_with_all_digits_on_postgresql(self):
        with patch("app.records.connection", vendor="postgresql"):
            self.field.validate(Decimal("99999999999999999.99"), None)

    def test_can_be_read_however_large(self):
        stored = Decimal(1e30).quantize(Decimal("0.01"), context=self.field.context)
        self.assertEqual(stored, Decimal(1e30))
        self.assertEqual(self.field.to_python(0.1), Decimal("0.1"))


class JsonTests(SimpleTestCase):
    def test_takes_what_databases_can_keep(self):
        self.assertEqual(JsonField().clean('{"a": [1, "é"]}'), {"a": [1, "é"]})

    def test_refuses_what_no_database_can_keep(self):
        endless = "[" * 5000 + "]" * 5000
        for text in ("NaN", "[1e400]", '{"a": "\\u0000"}', '["\\ud800"]', endless):
            with self.subTest(text[:20]), self.assertRaises(ValidationError):
                JsonField().clean(text)


class InitAdminTests(TestCase):
    environment = {"ADMIN_USERNAME": "chief", "ADMIN_PASSWORD": "first-Passw0rd"}

    def init_admin(self, **options):
        with patch.dict("os.environ", self.environment):
            call_command("init_admin", stdout=StringIO(), **options)

    def test_refuses_a_password_that_is_easily_guessed(self):
        self.environment = self.environment | {"ADMIN_PASSWORD": "password1"}
        with self.assertRaisesMessage(
            CommandError, "too common. Choose another in ADMIN_PASSWORD."
        ):
            self.init_admin()
        self.assertFalse(get_user_model().objects.exists())

    def test_creates_the_admin_once(self):
        self.init_admin()
        self.init_admin()
        admin = get_user_model().objects.get(username="chief")
        self.assertTrue(admin.is_superuser)
        self.assertTrue(admin.check_password("first-Passw0rd"))

    def test_resets_the_password_only_when_told_to(self):
        self.init_admin()
        admin = get_user_model().objects.get(username="chief")
        admin.set_password("another-Passw0rd")
        admin.save()
        self.init_admin()
        admin.refresh_from_db()
        self.assertTrue(admin.check_password("another-Passw0rd"))
        self.init_admin(reset=True)
        admin.refresh_from_db()
        self.assertTrue(admin.check_password("first-Passw0rd"))


class MigrationTests(TestCase):
    def test_migrations_are_up_to_date(self):
        call_command(
            "makemigrations", check_changes=True, interactive=False, verbosity=0
        )
