"""Pages of books."""

from django.urls import reverse

from ..forms import BookCreateForm, BookEditForm, BookListFilters
from ..models import Book
from .base import (
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    as_declared,
    descending,
)


class BookListView(RecordListView):
    """Books."""

    model = Book
    queryset = Book.objects.select_related("author")
    template_name = "app/book_list.html"
    filter_form_class = BookListFilters
    filter_lookups = {"author": "author", "status": "status"}
    search_lookups = ["title"]
    sort_fields = {
        "title": "title",
        "author": "author__name",
        "status": as_declared("status", Book.Status),
        "rating": "rating",
    }
    default_order = [descending("added_at")]


class BookCreateView(RecordCreateView):
    """New book."""

    model = Book
    form_class = BookCreateForm
    template_name = "app/book_create.html"
    success_message = "Book created."

    def get_success_url(self):
        return reverse("book_view", args=[self.object.pk])


class BookViewView(RecordDetailView):
    """Book."""

    model = Book
    queryset = Book.objects.select_related("author")
    template_name = "app/book_view.html"


class BookEditView(RecordUpdateView):
    """Edit book."""

    model = Book
    form_class = BookEditForm
    template_name = "app/book_edit.html"
    success_message = "Book saved."

    def get_success_url(self):
        return reverse("book_view", args=[self.object.pk])


class BookDeleteView(RecordDeleteView):
    """Delete book."""

    model = Book
    template_name = "app/book_delete.html"

    def get_success_url(self):
        return reverse("book_list")
