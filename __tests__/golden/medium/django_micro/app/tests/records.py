"""
Valid records for tests: `make("Member")` saves one, with everything it needs.

Each has values of its own, so that unique fields never clash.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from itertools import count
from uuid import UUID

from app import models

numbers = defaultdict(lambda: count(1))


class Made(str):
    """Stands for a record of the model of this name, which is made when it is needed."""


def pick(values, n):
    return values[(n - 1) % len(values)]


SAMPLES = {
    "Member": lambda n: {
        "name": f"Name {n}",
        "email": f"person{n}@example.com",
        "card_number": pick(
            [
                "M-0000",
                "M-1000",
                "M-2000",
                "M-3000",
                "M-4000",
                "M-5000",
                "M-6000",
                "M-7100",
                "M-8100",
                "M-9100",
                "M-0100",
                "M-1100",
                "M-2100",
                "M-3100",
                "M-4200",
                "M-5200",
                "M-6200",
                "M-7200",
                "M-8200",
                "M-9200",
                "M-0200",
                "M-1300",
                "M-2300",
                "M-3300",
                "M-4300",
                "M-5300",
                "M-6300",
                "M-7300",
                "M-8400",
                "M-9400",
                "M-0400",
                "M-1400",
                "M-2400",
                "M-3400",
                "M-4400",
                "M-5500",
                "M-6500",
                "M-7500",
                "M-8500",
                "M-9500",
            ],
            n,
        ),
        "level": pick(["child", "adult", "senior"], n),
        "fee": Decimal(n % 10000),
        "is_active": n % 2 == 1,
        "newsletter": n % 2 == 1,
        "opens_at": time(n % 24, n * 7 % 60),
        "joined": date(2024, 1, 1) + timedelta(days=n),
    },
    "Loan": lambda n: {
        "copy": Made("Copy"),
        "member": Made("Member"),
        "status": pick(["requested", "active", "returned", "lost"], n),
        "lent_at": datetime(2024, 1, 1, 12, tzinfo=timezone.utc) + timedelta(hours=n),
        "due": date(2024, 1, 1) + timedelta(days=n),
        "returned_at": datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
        + timedelta(hours=n),
        "fine": Decimal(n % 10000),
        "note": f"Note {n}",
    },
    "Review": lambda n: {
        "book": Made("Book"),
        "member": Made("Member"),
        "stars": 1 + n % 5,
        "text": f"Text {n}",
    },
    "Person": lambda n: {
        "name": f"Name {n}",
        "born": date(2024, 1, 1) + timedelta(days=n),
        "website": f"https://example.com/{n}",
        "biography": f"Biography {n}",
    },
    "Subject": lambda n: {
        "code": f"Code {n}",
        "name": f"Name {n}",
    },
    "Class": lambda n: {
        "name": f"Name {n}",
        "from_field": pick(
            [
                "A",
                "B",
                "C",
                "D",
                "E",
                "F",
                "G",
                "H",
                "I",
                "J",
                "K",
                "L",
                "M",
                "N",
                "O",
                "P",
                "Q",
                "R",
                "S",
                "T",
                "U",
                "V",
                "W",
                "X",
                "Y",
                "Z",
            ],
            n,
        ),
        "to": pick(
            [
                "A",
                "B",
                "C",
                "D",
                "E",
                "F",
                "G",
                "H",
                "I",
                "J",
                "K",
                "L",
                "M",
                "N",
                "O",
                "P",
                "Q",
                "R",
                "S",
                "T",
                "U",
                "V",
                "W",
                "X",
                "Y",
                "Z",
            ],
            n,
        ),
        "import_field": n % 2 == 1,
        "model": f"Model {n}",
        "objects_field": {"sample": n},
    },
    "Book": lambda n: {
        "isbn": pick(
            [
                "0000000000000",
                "1000000000000",
                "2000000000000",
                "3000000000000",
                "4000000000000",
                "5000000000000",
                "6000000000000",
                "7100000000000",
                "8100000000000",
                "9100000000000",
                "0100000000000",
                "1100000000000",
                "2100000000000",
                "3100000000000",
                "4200000000000",
                "5200000000000",
                "6200000000000",
                "7200000000000",
                "8200000000000",
                "9200000000000",
                "0200000000000",
                "1300000000000",
                "2300000000000",
                "3300000000000",
                "4300000000000",
                "5300000000000",
                "6300000000000",
                "7300000000000",
                "8400000000000",
                "9400000000000",
                "0400000000000",
                "1400000000000",
                "2400000000000",
                "3400000000000",
                "4400000000000",
                "5500000000000",
                "6500000000000",
                "7500000000000",
                "8500000000000",
                "9500000000000",
            ],
            n,
        ),
        "title": f"Title {n}",
        "subtitle": f"Subtitle {n}",
        "class_field": Made("Class"),
        "language": pick(["english", "german", "french", "spanish", "other"], n),
        "published": date(2024, 1, 1) + timedelta(days=n),
        "pages": 1 + n % 20000,
        "price": Decimal(n % 100000),
        "weight": float(n % 1000001),
        "extra": {"sample": n},
        "summary": f"Summary {n}",
    },
    "Copy": lambda n: {
        "barcode": UUID(int=n),
        "book": Made("Book"),
        "condition": pick(["new", "good", "worn", "damaged"], n),
        "acquired": date(2024, 1, 1) + timedelta(days=n),
        "is_reference": n % 2 == 1,
        "shelf": f"Shelf {n}",
        "check_field": date(2024, 1, 1) + timedelta(days=n),
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
