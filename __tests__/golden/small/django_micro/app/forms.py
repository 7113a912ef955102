"""Forms of Reading List."""

from django import forms

from .base_forms import FilterForm, RecordForm
from .models import Author, Book


class AuthorListFilters(FilterForm):
    """Search and filters of Authors."""

    q = forms.CharField(label="Search", required=False)


class AuthorCreateForm(RecordForm):
    """New author."""

    class Meta:
        model = Author
        fields = ["name", "country"]
        labels = {
            "name": "Name",
            "country": "Country",
        }


class AuthorEditForm(RecordForm):
    """Edit author."""

    class Meta:
        model = Author
        fields = ["name", "country"]
        labels = {
            "name": "Name",
            "country": "Country",
        }


class BookListFilters(FilterForm):
    """Search and filters of Books."""

    q = forms.CharField(label="Search", required=False)
    author = forms.ModelChoiceField(
        label="Author",
        required=False,
        queryset=Author.objects.by_label(),
        empty_label="All",
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "All"), *Book.Status.choices]
    )


class BookCreateForm(RecordForm):
    """New book."""

    class Meta:
        model = Book
        fields = ["title", "author", "notes"]
        labels = {
            "title": "Title",
            "author": "Author",
            "notes": "Notes",
        }


class BookEditForm(RecordForm):
    """Edit book."""

    class Meta:
        model = Book
        fields = ["title", "author", "status", "rating", "notes"]
        labels = {
            "title": "Title",
            "author": "Author",
            "status": "Status",
            "rating": "Rating",
            "notes": "Notes",
        }
        help_texts = {
            "rating": "From 1 (poor) to 5 (great)",
        }
        widgets = {
            "rating": forms.NumberInput(attrs={"min": "1", "max": "5"}),
        }
