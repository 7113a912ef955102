"""The admin area at /admin/, for staff users."""

from django.contrib import admin

from config import account_admin

from . import models

admin.site.site_header = "Town Library"
admin.site.site_title = "Town Library"
admin.site.index_title = "Administration"
account_admin.register(admin.site)


class RecordAdmin(admin.ModelAdmin):
    """What the admin pages of all models share."""

    list_per_page = 25


@admin.register(models.Member)
class MemberAdmin(RecordAdmin):
    list_display = [
        "name",
        "email",
        "card_number",
        "level",
        "fee",
        "is_active",
        "newsletter",
    ]
    list_filter = ["level", "is_active", "newsletter"]
    search_fields = ["name", "email", "card_number"]
    autocomplete_fields = ["favourites", "guarantor"]
    readonly_fields = ["id", "created_at"]
    date_hierarchy = "created_at"


@admin.register(models.Loan)
class LoanAdmin(RecordAdmin):
    list_display = [
        "__str__",
        "copy",
        "member",
        "status",
        "lent_at",
        "due",
        "returned_at",
    ]
    list_filter = ["status"]
    search_fields = ["note", "copy__shelf", "member__name"]
    list_select_related = ["copy", "member"]
    autocomplete_fields = ["copy", "member"]
    readonly_fields = ["id", "created_at", "updated_at"]
    date_hierarchy = "created_at"


@admin.register(models.Review)
class ReviewAdmin(RecordAdmin):
    list_display = ["__str__", "book", "member", "stars", "created_at"]
    search_fields = ["text", "book__title", "member__name"]
    list_select_related = ["book", "member"]
    autocomplete_fields = ["book", "member"]
    readonly_fields = ["id", "created_at"]
    date_hierarchy = "created_at"


@admin.register(models.Person)
class PersonAdmin(RecordAdmin):
    list_display = ["name", "born", "website"]
    search_fields = ["name", "website", "biography"]
    readonly_fields = ["id"]


@admin.register(models.Subject)
class SubjectAdmin(RecordAdmin):
    list_display = ["name", "parent"]
    search_fields = ["code", "name", "parent__name"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]


@admin.register(models.Class)
class ClassAdmin(RecordAdmin):
    list_display = ["name", "from_field", "to", "import_field", "model"]
    list_filter = ["import_field"]
    search_fields = ["name", "from_field", "to", "model"]


@admin.register(models.Book)
class BookAdmin(RecordAdmin):
    list_display = [
        "title",
        "isbn",
        "subtitle",
        "class_field",
        "language",
        "published",
        "pages",
    ]
    list_filter = ["language"]
    search_fields = ["isbn", "title", "subtitle", "summary", "class_field__name"]
    list_select_related = ["class_field"]
    autocomplete_fields = ["authors", "subjects", "class_field"]
    readonly_fields = ["id", "created_at", "updated_at"]
    date_hierarchy = "created_at"


@admin.register(models.Copy)
class CopyAdmin(RecordAdmin):
    list_display = [
        "__str__",
        "barcode",
        "book",
        "condition",
        "acquired",
        "is_reference",
        "check_field",
    ]
    list_filter = ["condition", "is_reference"]
    search_fields = ["shelf", "book__title"]
    list_select_related = ["book"]
    autocomplete_fields = ["book"]
    readonly_fields = ["id"]
