"""Gunicorn reads this file by itself: `gunicorn config.wsgi`."""

import os

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
timeout = 30

# Its logs, requests included, look like those of the application.
access_log_format = "%(m)s %(U)s %(s)s"
logconfig_dict = {
    "formatters": {
        "json": {"()": "config.json_logs.JsonFormatter"},
        "text": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": os.environ.get("LOG_FORMAT", "json"),
        },
    },
    "root": {"level": "INFO", "handlers": ["stdout"]},
    "loggers": {
        name: {"level": "INFO", "handlers": ["stdout"], "propagate": False}
        for name in ("gunicorn.error", "gunicorn.access")
    },
}
