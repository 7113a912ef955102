"""
Valid records for tests: `make("Author")` saves one, with everything it needs.

Each has values of its own, so that unique fields never clash.
"""

from collections import defaultdict
from itertools import count

from app import models

numbers = defaultdict(lambda: count(1))


class Made(str):
    """Stands for a record of the model of this name, which is made when it is needed."""


def pick(values, n):
    return values[(n - 1) % len(values)]


SAMPLES = {
    "Author": lambda n: {
        "name": f"Name {n}",
        "country": f"Country {n}",
    },
    "Book": lambda n: {
        "title": f"Title {n}",
        "author": Made("Author"),
        "status": pick(["to_read", "reading", "finished"], n),
        "rating": 1 + n % 5,
        "notes": f"Notes {n}",
    },
}


def values_of(name, /, **given):
    """Valid values for the model `name`; the records they refer to are saved."""
    values = SAMPLES[name](next(numbers[name])) | given
    return {field: with_records(value) for field, value in values.items()}


def with_records(value):
    if isinstance(value, list):
        return [with_records(each) for each in value]
    return make(value) if isinstance(value, Made) else value


def make(name, /, **given):
    """A saved record of the model `name`, with the given values; checked like any other."""
    model = getattr(models, name)
    links = {field.name for field in model._meta.many_to_many}
    values = values_of(name, **given)
    record = model(
        **{field: value for field, value in values.items() if field not in links}
    )
    record.full_clean()
    record.save()
    for field in links & values.keys():
        getattr(record, field).set(values[field])
    return record
