"""Pages of people."""

from django.urls import reverse

from ..forms import PersonCreateForm, PersonEditForm, PersonListFilters
from ..models import Book, Person
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    ascending,
)


class PersonListView(RecordListView):
    """People."""

    model = Person
    template_name = "app/person_list.html"
    filter_form_class = PersonListFilters
    search_lookups = ["name"]
    sort_fields = {
        "name": "name",
        "born": "born",
    }
    default_order = [ascending("id")]


class PersonCreateView(RecordCreateView):
    """New person."""

    model = Person
    form_class = PersonCreateForm
    template_name = "app/person_create.html"
    success_message = "Person created."

    def get_success_url(self):
        return reverse("person_view", args=[self.object.pk])


class PersonViewView(RecordDetailView):
    """Person."""

    model = Person
    template_name = "app/person_view.html"


class PersonEditView(RecordUpdateView):
    """Edit person."""

    model = Person
    form_class = PersonEditForm
    template_name = "app/person_edit.html"
    success_message = "Person saved."

    def get_success_url(self):
        return reverse("person_view", args=[self.object.pk])


class PersonDeleteView(RecordDeleteView):
    """Delete person."""

    model = Person
    template_name = "app/person_delete.html"

    def get_success_url(self):
        return reverse("person_list")

    def get_unlinked(self):
        return [
            Dependent("book", "books", Book.objects.filter(authors=self.object)),
        ]
