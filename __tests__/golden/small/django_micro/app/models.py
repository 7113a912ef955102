"""The data of Reading List: one model for each entity of the spec."""

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from .records import BaseModel


class Author(BaseModel):
    """Author"""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    country = models.CharField(max_length=60, blank=True, null=True)

    label_field = "name"

    class Meta:
        verbose_name = "Author"
        verbose_name_plural = "Authors"
        ordering = ["pk"]

    def __str__(self):
        return self.name


class Book(BaseModel):
    """Book"""

    class Status(models.TextChoices):
        TO_READ = "to_read", "To read"
        READING = "reading", "Reading"
        FINISHED = "finished", "Finished"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    author = models.ForeignKey("Author", on_delete=models.PROTECT, related_name="books")
    status = models.CharField(max_length=50, choices=Status, default=Status.TO_READ)
    rating = models.IntegerField(
        blank=True,
        null=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="From 1 (poor) to 5 (great)",
    )
    notes = models.TextField(blank=True, null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    label_field = "title"

    class Meta:
        verbose_name = "Book"
        verbose_name_plural = "Books"
        ordering = ["-added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["to_read", "reading", "finished"]),
                name="book_status_valid",
                violation_error_message="status has an invalid choice",
            ),
            models.CheckConstraint(
                condition=models.Q(rating__gte=1) & models.Q(rating__lte=5),
                name="book_rating_range",
                violation_error_message="rating must be at least 1 and at most 5",
            ),
            models.UniqueConstraint(
                fields=["title", "author"], name="book_title_author_uniq"
            ),
        ]

    def __str__(self):
        return self.title
