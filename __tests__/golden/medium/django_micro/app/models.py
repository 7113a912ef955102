"""The data of Town Library: one model for each entity of the spec."""

from decimal import Decimal
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.dateparse import parse_time
from django.utils.timezone import localdate, now

from .records import BaseModel, ExactDecimalField, PatternValidator, UrlField


class Member(BaseModel):
    """Member"""

    class Level(models.TextChoices):
        CHILD = "child", "Child"
        ADULT = "adult", "Adult"
        SENIOR = "senior", "Senior"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    card_number = models.CharField(
        max_length=10,
        unique=True,
        validators=[
            PatternValidator(
                "^M-[0-9]{4,6}$",
                message="card_number does not match the pattern ^M-[0-9]{4,6}$",
                code="pattern",
                longest=10,
            )
        ],
    )
    level = models.CharField(max_length=50, choices=Level, default=Level.ADULT)
    fee = ExactDecimalField(
        max_digits=6, decimal_places=2, validators=[MinValueValidator(Decimal("0"))]
    )
    is_active = models.BooleanField(default=True)
    newsletter = models.BooleanField(default=False)
    opens_at = models.TimeField(blank=True, default=parse_time("09:00"))
    favourites = models.ManyToManyField(
        "Book", blank=True, related_name="favourites_members"
    )
    guarantor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        blank=True,
        null=True,
        related_name="guarantor_members",
    )
    joined = models.DateField(blank=True, default=localdate)
    created_at = models.DateTimeField(auto_now_add=True)

    label_field = "name"

    class Meta:
        verbose_name = "Member"
        verbose_name_plural = "Members"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(card_number="")
                | models.Q(card_number__regex="^M-[0-9]{4,6}$"),
                name="member_card_number_pattern",
                violation_error_message="card_number does not match the pattern",
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=["child", "adult", "senior"]),
                name="member_level_valid",
                violation_error_message="level has an invalid choice",
            ),
            models.CheckConstraint(
                condition=models.Q(fee__gte=Decimal("0")),
                name="member_fee_range",
                violation_error_message="fee must be at least 0",
            ),
        ]

    def __str__(self):
        return self.name


class Loan(BaseModel):
    """Loan"""

    class Status(models.TextChoices):
        REQUESTED = "requested", "Requested"
        ACTIVE = "active", "Active"
        RETURNED = "returned", "Returned"
        LOST = "lost", "Lost"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    copy = models.ForeignKey("Copy", on_delete=models.PROTECT, related_name="loans")
    member = models.ForeignKey("Member", on_delete=models.PROTECT, related_name="loans")
    status = models.CharField(max_length=50, choices=Status, default=Status.REQUESTED)
    lent_at = models.DateTimeField(blank=True, default=now)
    due = models.DateField()
    returned_at = models.DateTimeField(blank=True, null=True)
    fine = ExactDecimalField(
        max_digits=6,
        decimal_places=2,
        blank=True,
        null=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    note = models.TextField(blank=True, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "Loan"
        verbose_name_plural = "Loans"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    status__in=["requested", "active", "returned", "lost"]
                ),
                name="loan_status_valid",
                violation_error_message="status has an invalid choice",
            ),
            models.CheckConstraint(
                condition=models.Q(fine__gte=Decimal("0")),
                name="loan_fine_range",
                violation_error_message="fine must be at least 0",
            ),
            models.UniqueConstraint(
                fields=["copy", "member", "due"], name="loan_copy_member_due_uniq"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-due"], name="loan_status_due_desc_idx"),
        ]

    def __str__(self):
        return str(self.pk)


class Review(BaseModel):
    """Review"""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    book = models.ForeignKey("Book", on_delete=models.PROTECT, related_name="reviews")
    member = models.ForeignKey(
        "Member", on_delete=models.PROTECT, related_name="reviews"
    )
    stars = models.IntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "Review"
        verbose_name_plural = "Reviews"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stars__gte=1) & models.Q(stars__lte=5),
                name="review_stars_range",
                violation_error_message="stars must be at least 1 and at most 5",
            ),
            models.UniqueConstraint(
                fields=["book", "member"], name="review_book_member_uniq"
            ),
        ]

    def __str__(self):
        return str(self.pk)


class Person(BaseModel):
    """Person"""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120)
    born = models.DateField(blank=True, null=True)
    website = UrlField(max_length=2000, blank=True, null=True)
    biography = models.TextField(blank=True, null=True)

    label_field = "name"

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "People"
        ordering = ["pk"]

    def __str__(self):
        return self.name


class Subject(BaseModel):
    """Subject"""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=80, unique=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        blank=True,
        null=True,
        related_name="children",
        help_text="The wider subject",
    )

    label_field = "name"

    class Meta:
        verbose_name = "Subject"
        verbose_name_plural = "Subjects"
        ordering = ["pk"]

    def __str__(self):
        return self.name


class Class(BaseModel):
    """Shelf class"""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40, unique=True)
    from_field = models.CharField(
        max_length=8,
        validators=[
            PatternValidator(
                "^[A-Z]{1,3}$",
                message="from does not match the pattern ^[A-Z]{1,3}$",
                code="pattern",
                longest=8,
            )
        ],
        db_column="from",
        verbose_name="from",
        help_text="First letters of the shelf marks",
    )
    to = models.CharField(
        max_length=8,
        validators=[
            PatternValidator(
                "^[A-Z]{1,3}$",
                message="to does not match the pattern ^[A-Z]{1,3}$",
                code="pattern",
                longest=8,
            )
        ],
    )
    import_field = models.BooleanField(
        default=False, db_column="import", verbose_name="import"
    )
    model = models.CharField(max_length=30, blank=True, null=True)
    objects_field = models.JSONField(
        blank=True, null=True, db_column="objects", verbose_name="objects"
    )

    label_field = "name"

    class Meta:
        verbose_name = "Shelf class"
        verbose_name_plural = "Shelf classes"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_field="")
                | models.Q(from_field__regex="^[A-Z]{1,3}$"),
                name="class_from_field_pattern",
                violation_error_message="from does not match the pattern",
            ),
            models.CheckConstraint(
                condition=models.Q(to="") | models.Q(to__regex="^[A-Z]{1,3}$"),
                name="class_to_pattern",
                violation_error_message="to does not match the pattern",
            ),
            models.UniqueConstraint(
                fields=["from_field", "to"], name="class_from_field_to_uniq"
            ),
        ]

    def __str__(self):
        return self.name


class Book(BaseModel):
    """Book"""

    class Language(models.TextChoices):
        ENGLISH = "english", "English"
        GERMAN = "german", "German"
        FRENCH = "french", "French"
        SPANISH = "spanish", "Spanish"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    isbn = models.CharField(
        max_length=13,
        unique=True,
        blank=True,
        null=True,
        validators=[
            PatternValidator(
                "^[0-9]{13}$",
                message="isbn does not match the pattern ^[0-9]{13}$",
                code="pattern",
                longest=13,
            )
        ],
    )
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=200, blank=True, null=True)
    authors = models.ManyToManyField("Person", blank=True, related_name="authors_books")
    subjects = models.ManyToManyField("Subject", blank=True, related_name="books")
    class_field = models.ForeignKey(
        "Class",
        on_delete=models.PROTECT,
        related_name="class_field_books",
        db_column="class_id",
        verbose_name="class",
    )
    language = models.CharField(
        max_length=50, choices=Language, default=Language.ENGLISH
    )
    published = models.DateField(blank=True, null=True)
    pages = models.IntegerField(
        blank=True,
        null=True,
        validators=[MinValueValidator(1), MaxValueValidator(20000)],
    )
    price = ExactDecimalField(
        max_digits=8,
        decimal_places=2,
        blank=True,
        default=Decimal("0.00"),
        validators=[
            MinValueValidator(Decimal("0")),
            MaxValueValidator(Decimal("99999.99")),
        ],
    )
    weight = models.FloatField(blank=True, null=True, validators=[MinValueValidator(0)])
    extra = models.JSONField(blank=True, null=True)
    summary = models.TextField(blank=True, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    label_field = "title"

    class Meta:
        verbose_name = "Book"
        verbose_name_plural = "Books"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(isbn="") | models.Q(isbn__regex="^[0-9]{13}$"),
                name="book_isbn_pattern",
                violation_error_message="isbn does not match the pattern",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    language__in=["english", "german", "french", "spanish", "other"]
                ),
                name="book_language_valid",
                violation_error_message="language has an invalid choice",
            ),
            models.CheckConstraint(
                condition=models.Q(pages__gte=1) & models.Q(pages__lte=20000),
                name="book_pages_range",
                violation_error_message="pages must be at least 1 and at most 20000",
            ),
            models.CheckConstraint(
                condition=models.Q(price__gte=Decimal("0"))
                & models.Q(price__lte=Decimal("99999.99")),
                name="book_price_range",
                violation_error_message="price must be at least 0 and at most 99999.99",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0),
                name="book_weight_range",
                violation_error_message="weight must be at least 0",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-published", "title"], name="book_published_desc_title_idx"
            ),
        ]

    def __str__(self):
        return self.title


class Copy(BaseModel):
    """Copy"""

    class Condition(models.TextChoices):
        NEW = "new", "New"
        GOOD = "good", "Good"
        WORN = "worn", "Worn"
        DAMAGED = "damaged", "Damaged"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    barcode = models.UUIDField(unique=True)
    book = models.ForeignKey("Book", on_delete=models.PROTECT, related_name="copies")
    condition = models.CharField(
        max_length=50, choices=Condition, default=Condition.GOOD
    )
    acquired = models.DateField(blank=True, default=localdate)
    is_reference = models.BooleanField(default=False)
    shelf = models.CharField(max_length=20, blank=True, null=True)
    check_field = models.DateField(
        blank=True,
        null=True,
        db_column="check",
        verbose_name="check",
        help_text="When it was last looked at",
    )

    label_field = "shelf"

    class Meta:
        verbose_name = "Copy"
        verbose_name_plural = "Copies"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(condition__in=["new", "good", "worn", "damaged"]),
                name="copy_condition_valid",
                violation_error_message="condition has an invalid choice",
            ),
        ]
        indexes = [
            models.Index(fields=["book", "condition"], name="copy_book_condition_idx"),
        ]

    def __str__(self):
        return self.shelf or str(self.pk)
