"""What the pages have in common."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Case, F, ProtectedError, Q, QuerySet, Value, When
from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import (
    CreateView,
    DeleteView,
    DetailView,
    FormView,
    ListView,
    UpdateView,
)


def as_declared(field, choices):
    """Sorts by a choice in the order in which the choices are declared."""
    cases = [
        When(Q(**{field: value}), then=Value(place))
        for place, value in enumerate(choices.values)
    ]
    return Case(*cases)


class ButtonsMixin:
    """Answers the buttons whose service is not connected: `not_connected` is their labels by name."""

    not_connected = {}

    def post(self, request, *args, **kwargs):
        self.tell_not_connected()
        return redirect(request.get_full_path())

    def tell_not_connected(self):
        label = self.not_connected.get(self.request.POST.get("_action"))
        if label:
            messages.info(self.request, f"“{label}” is not connected to a service yet.")


class RecordListView(LoginRequiredMixin, ButtonsMixin, ListView):
    """A table of records with filters, search, sorting and pages."""

    context_object_name = "records"
    paginate_by = 25
    filter_form_class = None
    # What a parameter of the filter form is looked up in.
    filter_lookups = {}
    search_lookups = []
    # What ?sort= accepts, and what it sorts by.
    sort_fields = {}
    default_order = []

    def get_queryset(self):
        self.filter_form = self.filter_form_class(self.request.GET)
        queryset = super().get_queryset()
        if not self.filter_form.is_valid():
            return queryset.none()
        values = self.filter_form.cleaned_data
        for name, lookup in self.filter_lookups.items():
            if values[name] not in (None, ""):
                queryset = queryset.filter(**{lookup: values[name]})
        if values.get("q"):
            queryset = self.search(queryset, values["q"])
        return queryset.order_by(*self.get_order(), "pk")

    def search(self, queryset, text):
        found = Q()
        for lookup in self.search_lookups:
            found |= Q(**{f"{lookup}__icontains": text})
        return queryset.filter(found)

    def get_order(self):
        sort = self.request.GET.get("sort", "")
        key = self.sort_fields.get(sort.removeprefix("-"))
        if key is None:
            return self.default_order
        return [descending(key) if sort.startswith("-") else ascending(key)]

    def paginate_queryset(self, queryset, page_size):
        # A page that does not exist (any more) is the nearest that does.
        paginator = self.get_paginator(queryset, page_size)
        number = self.request.GET.get("page", "")
        is_below = number.startswith("-") or number.strip("0") == ""
        page = paginator.get_page(1 if is_below else number)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return {
            **context,
            "filter_form": self.filter_form,
            "is_filtered": any(field.data for field in self.filter_form),
            "sort": self.request.GET.get("sort", ""),
            "page_range": page.paginator.get_elided_page_range(page.number),
        }


def ascending(key):
    return (F(key) if isinstance(key, str) else key).asc(nulls_last=True)


def descending(key):
    return (F(key) if isinstance(key, str) else key).desc(nulls_last=True)


class RecordMixin(LoginRequiredMixin):
    """One record, found by its key."""

    context_object_name = "record"

    def get_object(self, queryset=None):
        try:
            return super().get_object(queryset)
        except (ValueError, OverflowError, ValidationError) as error:
            raise Http404("No such record") from error


class RecordDetailView(RecordMixin, ButtonsMixin, DetailView):
    """One record to look at."""


class RecordFormMixin(SuccessMessageMixin):
    """Saves a record, and says so."""

    not_connected = ButtonsMixin.not_connected
    tell_not_connected = ButtonsMixin.tell_not_connected

    def form_valid(self, form):
        try:
            with transaction.atomic():
                response = super().form_valid(form)
        except IntegrityError:
            form.add_error(None, "A record with these values already exists")
            return self.form_invalid(form)
        self.tell_not_connected()
        return response


class RecordCreateView(RecordFormMixin, RecordMixin, CreateView):
    """A form for a new record; `?field=value` fills it in, so that other pages can link to it."""

    def get_initial(self):
        return {**super().get_initial(), **self.request.GET.dict()}


class RecordUpdateView(RecordFormMixin, RecordMixin, UpdateView):
    """A form over a record."""


class FreePageView(LoginRequiredMixin, ButtonsMixin, FormView):
    """A form that stores nothing; its buttons lead on."""

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form):
        self.tell_not_connected()
        return redirect(self.get_success_url())

    def get_success_url(self):
        return self.request.get_full_path()


@dataclass
class Dependent:
    """Rows that refer to a record which is about to be deleted."""

    singular: str
    plural: str
    rows: QuerySet

    def __str__(self):
        count = self.rows.count()
        return f"{count} {self.singular if count == 1 else self.plural}"


class RecordDeleteView(RecordMixin, DeleteView):
    """Asks before a record goes, and names what goes with it."""

    def get_protecting(self):
        """Rows that need the record: while there are any, it stays."""
        return []

    def get_cleared(self):
        """Rows that lose their reference."""
        return []

    def get_unlinked(self):
        """Links to other records, which go."""
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            protecting=[each for each in self.get_protecting() if each.rows.exists()],
            cleared=[each for each in self.get_cleared() if each.rows.exists()],
            unlinked=[each for each in self.get_unlinked() if each.rows.exists()],
            **kwargs,
        )

    def form_valid(self, form):
        name = str(self.object)
        try:
            response = super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request, f"“{name}” is still in use, so it was not deleted."
            )
            return redirect(self.request.path)
        messages.success(self.request, f"“{name}” was deleted.")
        return response
