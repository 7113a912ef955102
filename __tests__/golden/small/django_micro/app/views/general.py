"""Pages that belong to no entity."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import TemplateView


class HomeView(LoginRequiredMixin, TemplateView):
    """What a person can do here."""

    template_name = "app/home.html"
