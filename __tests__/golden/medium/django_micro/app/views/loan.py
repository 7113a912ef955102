"""Pages of loans."""

from django.urls import reverse

from ..forms import LoanCreateForm, LoanEditForm, LoanListFilters
from ..models import Loan
from .base import (
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    as_declared,
    ascending,
    descending,
)


class LoanListView(RecordListView):
    """Loans."""

    model = Loan
    queryset = Loan.objects.select_related("copy", "member")
    template_name = "app/loan_list.html"
    filter_form_class = LoanListFilters
    filter_lookups = {"status": "status", "member": "member"}
    sort_fields = {
        "copy": "copy__shelf",
        "member": "member__name",
        "status": as_declared("status", Loan.Status),
        "due": "due",
        "lent_at": "lent_at",
    }
    default_order = [ascending(as_declared("status", Loan.Status)), descending("due")]


class LoanCreateView(RecordCreateView):
    """New loan."""

    model = Loan
    form_class = LoanCreateForm
    template_name = "app/loan_create.html"
    success_message = "Loan created."

    def get_success_url(self):
        return reverse("loan_view", args=[self.object.pk])


class LoanViewView(RecordDetailView):
    """Loan."""

    model = Loan
    queryset = Loan.objects.select_related("copy", "member")
    template_name = "app/loan_view.html"


class LoanEditView(RecordUpdateView):
    """Edit loan."""

    model = Loan
    form_class = LoanEditForm
    template_name = "app/loan_edit.html"
    success_message = "Loan saved."

    def get_success_url(self):
        return reverse("loan_view", args=[self.object.pk])


class LoanDeleteView(RecordDeleteView):
    """Delete loan."""

    model = Loan
    template_name = "app/loan_delete.html"

    def get_success_url(self):
        return reverse("loan_list")
