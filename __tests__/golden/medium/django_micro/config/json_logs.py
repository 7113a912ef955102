"""Log records as JSON, one a line."""

import json
import logging
from datetime import datetime, timezone


class JsonFormatter(logging.Formatter):
    """Time, level, logger and message; request, status and traceback where there are any."""

    def format(self, record):
        entry = {
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        request = getattr(record, "request", None)
        if hasattr(request, "path"):
            entry["method"] = request.method
            entry["path"] = request.path
            # `request.user` would look into the database, which may be what is being logged.
            user = getattr(request, "_cached_user", None)
            if user is not None and user.is_authenticated:
                entry["user"] = user.pk
        if hasattr(record, "status_code"):
            entry["status"] = record.status_code
        if record.name == "gunicorn.access":
            entry.update(request_facts(record.args))
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, default=str)


def request_facts(atoms):
    """What Gunicorn knows of a request, without the backslashes that it sets before quotes."""
    method, path, status = atoms["m"], atoms["U"].replace('\\"', '"'), int(atoms["s"])
    return {
        "message": f"{method} {path} {status}",
        "remote": atoms["h"],
        "method": method,
        "path": path,
        "status": status,
        "bytes": int(atoms["B"] or 0),
        "seconds": float(atoms["L"]),
    }
