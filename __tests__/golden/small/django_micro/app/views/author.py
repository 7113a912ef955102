"""Pages of authors."""

from django.urls import reverse

from ..forms import AuthorCreateForm, AuthorEditForm, AuthorListFilters
from ..models import Author, Book
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    ascending,
)


class AuthorListView(RecordListView):
    """Authors."""

    model = Author
    template_name = "app/author_list.html"
    filter_form_class = AuthorListFilters
    search_lookups = ["name", "country"]
    sort_fields = {
        "name": "name",
        "country": "country",
    }
    default_order = [ascending("id")]


class AuthorCreateView(RecordCreateView):
    """New author."""

    model = Author
    form_class = AuthorCreateForm
    template_name = "app/author_create.html"
    success_message = "Author created."

    def get_success_url(self):
        return reverse("author_view", args=[self.object.pk])


class AuthorViewView(RecordDetailView):
    """Author."""

    model = Author
    template_name = "app/author_view.html"


class AuthorEditView(RecordUpdateView):
    """Edit author."""

    model = Author
    form_class = AuthorEditForm
    template_name = "app/author_edit.html"
    success_message = "Author saved."

    def get_success_url(self):
        return reverse("author_view", args=[self.object.pk])


class AuthorDeleteView(RecordDeleteView):
    """Delete author."""

    model = Author
    template_name = "app/author_delete.html"

    def get_success_url(self):
        return reverse("author_list")

    def get_protecting(self):
        return [
            Dependent("book", "books", Book.objects.filter(author=self.object)),
        ]
