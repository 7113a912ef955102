"""Pages that belong to no entity."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse
from django.views.generic import TemplateView

from ..forms import HouseRulesForm
from .base import FreePageView


class HomeView(LoginRequiredMixin, TemplateView):
    """What a person can do here."""

    template_name = "app/home.html"


class HouseRulesView(FreePageView):
    """House rules."""

    form_class = HouseRulesForm
    template_name = "app/house_rules.html"

    def get_success_url(self):
        if self.request.POST.get("_action") == "agree":
            return reverse("book_list")
        return super().get_success_url()
