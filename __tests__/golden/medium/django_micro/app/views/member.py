"""Pages of members."""

from django.db.models import Prefetch
from django.urls import reverse

from ..forms import MemberCreateForm, MemberEditForm, MemberListFilters
from ..models import Book, Loan, Member, Review
from .base import (
    Dependent,
    RecordCreateView,
    RecordDeleteView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    as_declared,
    descending,
)


class MemberListView(RecordListView):
    """Members."""

    model = Member
    template_name = "app/member_list.html"
    filter_form_class = MemberListFilters
    filter_lookups = {"level": "level", "is_active": "is_active"}
    search_lookups = ["name", "email"]
    sort_fields = {
        "name": "name",
        "email": "email",
        "level": as_declared("level", Member.Level),
        "is_active": "is_active",
        "fee": "fee",
        "joined": "joined",
    }
    default_order = [descending("created_at")]


class MemberCreateView(RecordCreateView):
    """New member."""

    model = Member
    form_class = MemberCreateForm
    template_name = "app/member_create.html"
    success_message = "Member created."

    def get_success_url(self):
        return reverse("member_view", args=[self.object.pk])


class MemberViewView(RecordDetailView):
    """Member."""

    model = Member
    queryset = Member.objects.select_related("guarantor").prefetch_related(
        Prefetch("favourites", queryset=Book.objects.by_label())
    )
    template_name = "app/member_view.html"


class MemberEditView(RecordUpdateView):
    """Edit member."""

    model = Member
    form_class = MemberEditForm
    template_name = "app/member_edit.html"
    success_message = "Member saved."

    def get_success_url(self):
        return reverse("member_view", args=[self.object.pk])


class MemberDeleteView(RecordDeleteView):
    """Delete member."""

    model = Member
    template_name = "app/member_delete.html"

    def get_success_url(self):
        return reverse("member_list")

    def get_protecting(self):
        return [
            Dependent("loan", "loans", Loan.objects.filter(member=self.object)),
            Dependent("review", "reviews", Review.objects.filter(member=self.object)),
        ]

    def get_cleared(self):
        return [
            Dependent(
                "member", "members", Member.objects.filter(guarantor=self.object)
            ),
        ]

    def get_unlinked(self):
        return [
            Dependent("book", "books", self.object.favourites.all()),
        ]
