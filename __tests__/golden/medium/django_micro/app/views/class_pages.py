"""Pages of shelf classes."""

from django.urls import reverse

from ..forms import ClassCreateForm, ClassEditForm, ClassListFilters
from ..models import Book, Class
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordListView,
    RecordUpdateView,
    ascending,
)


class ClassListView(RecordListView):
    """Shelf classes."""

    model = Class
    template_name = "app/class_list.html"
    filter_form_class = ClassListFilters
    filter_lookups = {"import_field": "import_field"}
    search_lookups = ["name", "from_field", "to"]
    sort_fields = {
        "name": "name",
        "from": "from_field",
        "to": "to",
        "import": "import_field",
    }
    default_order = [ascending("id")]


class ClassCreateView(RecordCreateView):
    """New shelf class."""

    model = Class
    form_class = ClassCreateForm
    template_name = "app/class_create.html"
    success_message = "Shelf class created."

    def get_success_url(self):
        return reverse("class_list")


class ClassEditView(RecordUpdateView):
    """Edit shelf class."""

    model = Class
    form_class = ClassEditForm
    template_name = "app/class_edit.html"
    success_message = "Shelf class saved."

    def get_success_url(self):
        return reverse("class_list")


class ClassDeleteView(RecordDeleteView):
    """Delete shelf class."""

    model = Class
    template_name = "app/class_delete.html"

    def get_success_url(self):
        return reverse("class_list")

    def get_protecting(self):
        return [
            Dependent("book", "books", Book.objects.filter(class_field=self.object)),
        ]
