"""Addresses of the pages."""

from django.urls import path

from .views import author, book, general

urlpatterns = [
    path("", general.HomeView.as_view(), name="home"),
    path("authors/", author.AuthorListView.as_view(), name="author_list"),
    path("authors/new/", author.AuthorCreateView.as_view(), name="author_create"),
    path("authors/<uuid:pk>/", author.AuthorViewView.as_view(), name="author_view"),
    path(
        "authors/<uuid:pk>/edit/", author.AuthorEditView.as_view(), name="author_edit"
    ),
    path(
        "authors/<uuid:pk>/delete/",
        author.AuthorDeleteView.as_view(),
        name="author_delete",
    ),
    path("books/", book.BookListView.as_view(), name="book_list"),
    path("books/new/", book.BookCreateView.as_view(), name="book_create"),
    path("books/<uuid:pk>/", book.BookViewView.as_view(), name="book_view"),
    path("books/<uuid:pk>/edit/", book.BookEditView.as_view(), name="book_edit"),
    path("books/<uuid:pk>/delete/", book.BookDeleteView.as_view(), name="book_delete"),
]
