"""Pages of reviews."""

from django.urls import reverse

from ..forms import ReviewCreateForm, ReviewListFilters
from ..models import Review
from .base import RecordCreateView, RecordListView, descending


class ReviewListView(RecordListView):
    """Reviews."""

    model = Review
    queryset = Review.objects.select_related("book", "member")
    template_name = "app/review_list.html"
    filter_form_class = ReviewListFilters
    filter_lookups = {"book": "book", "member": "member"}
    sort_fields = {
        "book": "book__title",
        "member": "member__name",
        "stars": "stars",
        "created_at": "created_at",
    }
    default_order = [descending("created_at")]


class ReviewCreateView(RecordCreateView):
    """New review."""

    model = Review
    form_class = ReviewCreateForm
    template_name = "app/review_create.html"
    success_message = "Review created."

    def get_success_url(self):
        return reverse("review_list")
