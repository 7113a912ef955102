"""Pages of copies."""

from django.urls import reverse

from ..forms import CopyCheckForm, CopyCreateForm, CopyEditForm, CopyListFilters
from ..models import Copy, Loan
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


class CopyListView(RecordListView):
    """Copies."""

    model = Copy
    queryset = Copy.objects.select_related("book")
    template_name = "app/copy_list.html"
    filter_form_class = CopyListFilters
    filter_lookups = {
        "book": "book",
        "condition": "condition",
        "is_reference": "is_reference",
    }
    search_lookups = ["shelf"]
    sort_fields = {
        "book": "book__title",
        "barcode": "barcode",
        "condition": as_declared("condition", Copy.Condition),
        "is_reference": "is_reference",
        "shelf": "shelf",
    }
    default_order = [ascending("id")]


class CopyCreateView(RecordCreateView):
    """New copy."""

    model = Copy
    form_class = CopyCreateForm
    template_name = "app/copy_create.html"
    success_message = "Copy created."

    def get_success_url(self):
        return reverse("copy_view", args=[self.object.pk])


class CopyViewView(RecordDetailView):
    """Copy."""

    model = Copy
    queryset = Copy.objects.select_related("book")
    template_name = "app/copy_view.html"


class CopyEditView(RecordUpdateView):
    """Edit copy."""

    model = Copy
    form_class = CopyEditForm
    template_name = "app/copy_edit.html"
    success_message = "Copy saved."

    def get_success_url(self):
        return reverse("copy_view", args=[self.object.pk])


class CopyCheckView(RecordUpdateView):
    """Check a copy."""

    model = Copy
    form_class = CopyCheckForm
    template_name = "app/copy_check.html"
    success_message = "Copy saved."

    def get_success_url(self):
        return reverse("copy_list")


class CopyDeleteView(RecordDeleteView):
    """Delete copy."""

    model = Copy
    template_name = "app/copy_delete.html"

    def get_success_url(self):
        return reverse("copy_list")

    def get_protecting(self):
        return [
            Dependent("loan", "loans", Loan.objects.filter(copy=self.object)),
        ]
