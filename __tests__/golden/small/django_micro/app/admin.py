"""The admin area at /admin/, for staff users."""

from django.contrib import admin

from config import account_admin

from . import models

admin.site.site_header = "Reading List"
admin.site.site_title = "Reading List"
admin.site.index_title = "Administration"
account_admin.register(admin.site)


class RecordAdmin(admin.ModelAdmin):
    """What the admin pages of all models share."""

    list_per_page = 25


@admin.register(models.Author)
class AuthorAdmin(RecordAdmin):
    list_display = ["name", "country"]
    search_fields = ["name", "country"]
    readonly_fields = ["id"]


@admin.register(models.Book)
class BookAdmin(RecordAdmin):
    list_display = ["title", "author", "status", "rating", "added_at"]
    list_filter = ["status"]
    search_fields = ["title", "notes", "author__name"]
    list_select_related = ["author"]
    autocomplete_fields = ["author"]
    readonly_fields = ["id", "added_at"]
    date_hierarchy = "added_at"
