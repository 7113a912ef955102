"""`GET /health` for load balancers and container platforms."""

from django.db import DatabaseError, connection
from django.http import JsonResponse


class HealthMiddleware:
    """
    Answers before anything else looks at the request: probes come without a session, over
    plain HTTP, and under whatever host name the platform uses.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path != "/health":
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return JsonResponse(
                {"status": "method not allowed"},
                status=405,
                headers={"Allow": "GET, HEAD"},
            )
        return answer()


def answer():
    """200 where the database answers a query, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "error", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})
