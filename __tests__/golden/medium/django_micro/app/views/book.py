"""Pages of books."""

from django.db.models import Prefetch
from django.urls import reverse

from ..forms import BookCreateForm, BookEditForm, BookListFilters
from ..models import Book, Copy, Member, Person, Review, Subject
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    as_declared,
    ascending,
)


class BookListView(RecordListView):
    """Books."""

    model = Book
    queryset = Book.objects.select_related("class_field").prefetch_related(
        Prefetch("authors", queryset=Person.objects.by_label())
    )
    template_name = "app/book_list.html"
    filter_form_class = BookListFilters
    filter_lookups = {"language": "language", "class_field": "class_field"}
    search_lookups = ["title", "subtitle", "isbn"]
    sort_fields = {
        "title": "title",
        "class": "class_field__name",
        "language": as_declared("language", Book.Language),
        "published": "published",
        "price": "price",
    }
    default_order = [ascending("title")]


class BookCreateView(RecordCreateView):
    """New book."""

    model = Book
    form_class = BookCreateForm
    template_name = "app/book_create.html"
    success_message = "Book created."

    def get_success_url(self):
        return reverse("copy_create") + f"?book={self.object.pk}"


class BookViewView(RecordDetailView):
    """Book."""

    model = Book
    queryset = Book.objects.select_related("class_field").prefetch_related(
        Prefetch("authors", queryset=Person.objects.by_label()),
        Prefetch("subjects", queryset=Subject.objects.by_label()),
    )
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

    def get_protecting(self):
        return [
            Dependent("review", "reviews", Review.objects.filter(book=self.object)),
            Dependent("copy", "copies", Copy.objects.filter(book=self.object)),
        ]

    def get_unlinked(self):
        return [
            Dependent(
                "member", "members", Member.objects.filter(favourites=self.object)
            ),
            Dependent("person", "people", self.object.authors.all()),
            Dependent("subject", "subjects", self.object.subjects.all()),
        ]
