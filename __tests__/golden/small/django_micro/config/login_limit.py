"""Slows down guessing of passwords."""

from contextlib import suppress

from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.cache import cache
from django.dispatch import receiver
from django.shortcuts import render
from django.urls import reverse

LIMIT = 20
SECONDS = 15 * 60


class LoginLimitMiddleware:
    """
    Takes no more logins from an address that sent too many wrong ones, until some minutes later. Each worker
    counts for itself, unless `CACHES` in the settings names a cache that they share.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_login = request.path in (reverse("login"), reverse("admin:login"))
        if (
            request.method == "POST"
            and is_login
            and cache.get(counter_of(request), 0) >= LIMIT
        ):
            return render(request, "429.html", status=429)
        return self.get_response(request)


@receiver(user_login_failed)
def count_wrong_login(request, **kwargs):
    if request is None or cache.add(counter_of(request), 1, SECONDS):
        return
    # It may have run out in between.
    with suppress(ValueError):
        cache.incr(counter_of(request))


def counter_of(request):
    """The name of an address's counter; behind a proxy, of the address that the proxy saw."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
    return f"wrong-logins:{address}"
