"""The pages of shelf classes."""

from unittest.mock import patch

from django.urls import reverse

from app import models
from app.views.class_pages import ClassListView

from .page_case import PageCase
from .records import make, values_of


class ClassListTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("class_list"))

    def test_shows_a_record(self):
        record = make("Class")
        page = self.get_page(reverse("class_list"))
        self.assertIn(record, page.context["records"])
        self.assert_shows(page, record.name)

    def test_says_that_there_is_nothing(self):
        page = self.get_page(reverse("class_list"))
        self.assert_shows(page, "There are no shelf classes yet.")

    def test_has_pages(self):
        records = [make("Class"), make("Class")]
        with patch.object(ClassListView, "paginate_by", 1):
            first = self.get_page(reverse("class_list"))
            second = self.get_records(reverse("class_list"), {"page": 2})
            below = self.get_records(reverse("class_list"), {"page": -1})
        self.assertContains(first, "page=2", count=2)
        self.assertEqual(len(first.context["records"]), 1)
        self.assertCountEqual([*first.context["records"], *second], records)
        self.assertEqual(below, [*first.context["records"]])

    def test_ignores_an_unknown_order(self):
        record = make("Class")
        self.assertEqual(
            self.get_records(reverse("class_list"), {"sort": "no_such_field"}), [record]
        )

    def test_searches_in_name(self):
        record = make("Class", name="needle")
        make("Class")
        self.assertEqual(
            self.get_records(reverse("class_list"), {"q": "NEEDLE"}), [record]
        )

    def test_finds_nothing(self):
        make("Class")
        page = self.get_page(reverse("class_list"), {"q": "no such text"})
        self.assert_shows(page, "No shelf classes match.")
        self.assertEqual(self.get_records(reverse("class_list"), {"q": "%%%"}), [])

    def test_filters_by_import_field(self):
        record = make("Class", import_field=True)
        make("Class", import_field=False)
        found = self.get_records(reverse("class_list"), {"import": "true"})
        self.assertEqual(found, [record])

    def test_sorts_by_name(self):
        lower = make("Class", name="aaa")
        upper = make("Class", name="bbb")
        found = self.get_records(reverse("class_list"), {"sort": "name"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("class_list"), {"sort": "-name"})
        self.assertEqual(found, [upper, lower])

    def test_sorts_by_import_field(self):
        lower = make("Class", import_field=False)
        upper = make("Class", import_field=True)
        found = self.get_records(reverse("class_list"), {"sort": "import"})
        self.assertEqual(found, [lower, upper])
        found = self.get_records(reverse("class_list"), {"sort": "-import"})
        self.assertEqual(found, [upper, lower])


class ClassCreateTests(PageCase):
    def test_needs_login(self):
        self.assert_needs_login(reverse("class_create"))

    def test_asks_for_its_fields(self):
        page = self.get_page(reverse("class_create"))
        for label in ["Name", "From", "To", "Imported", "Model", "More"]:
            self.assert_shows(page, label)

    def test_creates_a_record(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        response = self.send(reverse("class_create"), values)
        self.assertEqual(response.status_code, 302)
        record = models.Class.objects.get()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        response = self.send(reverse("class_create"), {})
        self.assert_refused(response, "name", "from_field", "to")
        self.assertFalse(models.Class.objects.exists())

    def test_refuses_name_too_long(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["name"] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        self.assert_refused(self.send(reverse("class_create"), values), "name")

    def test_refuses_from_field_too_long(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["from_field"] = "xxxxxxxxx"
        self.assert_refused(self.send(reverse("class_create"), values), "from_field")

    def test_refuses_from_field_wrong_pattern(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["from_field"] = "?"
        self.assert_refused(self.send(reverse("class_create"), values), "from_field")

    def test_refuses_to_too_long(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["to"] = "xxxxxxxxx"
        self.assert_refused(self.send(reverse("class_create"), values), "to")

    def test_refuses_to_wrong_pattern(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["to"] = "?"
        self.assert_refused(self.send(reverse("class_create"), values), "to")

    def test_refuses_model_too_long(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["model"] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        self.assert_refused(self.send(reverse("class_create"), values), "model")

    def test_refuses_objects_field_wrong_form(self):
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in [
                "name",
                "from_field",
                "to",
                "import_field",
                "model",
                "objects_field",
            ]
            if name in sample
        }
        values["objects_field"] = "{broken"
        self.assert_refused(self.send(reverse("class_create"), values), "objects_field")


class ClassEditTests(PageCase):
    def test_needs_login(self):
        record = make("Class")
        self.assert_needs_login(reverse("class_edit", args=[record.pk]))

    def test_asks_for_its_fields(self):
        record = make("Class")
        page = self.get_page(reverse("class_edit", args=[record.pk]))
        for label in ["Name", "From", "To", "Imported"]:
            self.assert_shows(page, label)

    def test_changes_the_record(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        response = self.send(reverse("class_edit", args=[record.pk]), values)
        self.assertEqual(response.status_code, 302)
        record.refresh_from_db()
        self.assert_saved(record, values)

    def test_refuses_an_empty_form(self):
        record = make("Class")
        response = self.send(reverse("class_edit", args=[record.pk]), {})
        self.assert_refused(response, "name", "from_field", "to")

    def test_refuses_name_too_long(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        values["name"] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        self.assert_refused(
            self.send(reverse("class_edit", args=[record.pk]), values), "name"
        )

    def test_refuses_from_field_too_long(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        values["from_field"] = "xxxxxxxxx"
        self.assert_refused(
            self.send(reverse("class_edit", args=[record.pk]), values), "from_field"
        )

    def test_refuses_from_field_wrong_pattern(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        values["from_field"] = "?"
        self.assert_refused(
            self.send(reverse("class_edit", args=[record.pk]), values), "from_field"
        )

    def test_refuses_to_too_long(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        values["to"] = "xxxxxxxxx"
        self.assert_refused(
            self.send(reverse("class_edit", args=[record.pk]), values), "to"
        )

    def test_refuses_to_wrong_pattern(self):
        record = make("Class")
        sample = values_of("Class")
        values = {
            name: sample[name]
            for name in ["name", "from_field", "to", "import_field"]
            if name in sample
        }
        values["to"] = "?"
        self.assert_refused(
            self.send(reverse("class_edit", args=[record.pk]), values), "to"
        )

    def test_is_not_found_without_the_record(self):
        record = make("Class")
        address = reverse("class_edit", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)


class ClassDeleteTests(PageCase):
    def test_needs_login(self):
        record = make("Class")
        self.assert_needs_login(reverse("class_delete", args=[record.pk]))

    def test_asks_first(self):
        record = make("Class")
        self.assert_shows(
            self.get_page(reverse("class_delete", args=[record.pk])), record
        )
        self.assertTrue(models.Class.objects.filter(pk=record.pk).exists())

    def test_deletes_the_record(self):
        record = make("Class")
        response = self.client.post(reverse("class_delete", args=[record.pk]))
        self.assertFalse(models.Class.objects.filter(pk=record.pk).exists())
        self.assertContains(self.client.get(response.url), "was deleted")

    def test_is_not_found_without_the_record(self):
        record = make("Class")
        address = reverse("class_delete", args=[record.pk])
        record.delete()
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_stays_while_book_class_field_needs_it(self):
        record = make("Class")
        make("Book", class_field=record)
        response = self.client.post(
            reverse("class_delete", args=[record.pk]), follow=True
        )
        self.assertTrue(models.Class.objects.filter(pk=record.pk).exists())
        self.assert_shows(response, "1 book")
