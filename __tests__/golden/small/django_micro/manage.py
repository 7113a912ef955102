#!/usr/bin/env python3
"""Runs Django's commands for this project: `python manage.py help`."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit(
            "Django is not installed in this Python. Activate the virtual environment "
            "(. .venv/bin/activate), or install it: pip install -r requirements.txt"
        ) from error
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        raise SystemExit(f"The settings do not fit: {error}") from error


if __name__ == "__main__":
    main()
