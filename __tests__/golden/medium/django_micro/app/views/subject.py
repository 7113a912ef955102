"""Pages of subjects."""

from django.urls import reverse

from ..forms import SubjectCreateForm, SubjectEditForm, SubjectListFilters
from ..models import Book, Subject
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordListView,
    RecordUpdateView,
    ascending,
)


class SubjectListView(RecordListView):
    """Subjects."""

    model = Subject
    queryset = Subject.objects.select_related("parent")
    template_name = "app/subject_list.html"
    filter_form_class = SubjectListFilters
    filter_lookups = {"parent": "parent"}
    search_lookups = ["code", "name"]
    sort_fields = {
        "code": "code",
        "name": "name",
        "parent": "parent__name",
    }
    default_order = [ascending("code")]


class SubjectCreateView(RecordCreateView):
    """New subject."""

    model = Subject
    form_class = SubjectCreateForm
    template_name = "app/subject_create.html"
    success_message = "Subject created."

    def get_success_url(self):
        return reverse("subject_list")


class SubjectEditView(RecordUpdateView):
    """Edit subject."""

    model = Subject
    form_class = SubjectEditForm
    template_name = "app/subject_edit.html"
    success_message = "Subject saved."

    def get_success_url(self):
        return reverse("subject_list")


class SubjectDeleteView(RecordDeleteView):
    """Delete subject."""

    model = Subject
    template_name = "app/subject_delete.html"

    def get_success_url(self):
        return reverse("subject_list")

    def get_cleared(self):
        return [
            Dependent(
                "subject", "subjects", Subject.objects.filter(parent=self.object)
            ),
        ]

    def get_unlinked(self):
        return [
            Dependent("book", "books", Book.objects.filter(subjects=self.object)),
        ]
