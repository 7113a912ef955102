"""Addresses of the pages."""

from django.urls import path, register_converter

from .converters import KeyConverter, NumberConverter
from .views import (
    book,
    class_pages,
    copy,
    experiences,
    general,
    loan,
    member,
    person,
    review,
    subject,
)

register_converter(KeyConverter, "key")
register_converter(NumberConverter, "number")

urlpatterns = [
    path("", general.HomeView.as_view(), name="home"),
    path("house_rules/", general.HouseRulesView.as_view(), name="house_rules"),
    path("members/", member.MemberListView.as_view(), name="member_list"),
    path("members/new/", member.MemberCreateView.as_view(), name="member_create"),
    path("members/<uuid:pk>/", member.MemberViewView.as_view(), name="member_view"),
    path(
        "members/<uuid:pk>/edit/", member.MemberEditView.as_view(), name="member_edit"
    ),
    path(
        "members/<uuid:pk>/delete/",
        member.MemberDeleteView.as_view(),
        name="member_delete",
    ),
    path("loans/", loan.LoanListView.as_view(), name="loan_list"),
    path("loans/new/", loan.LoanCreateView.as_view(), name="loan_create"),
    path("loans/<uuid:pk>/", loan.LoanViewView.as_view(), name="loan_view"),
    path("loans/<uuid:pk>/edit/", loan.LoanEditView.as_view(), name="loan_edit"),
    path("loans/<uuid:pk>/delete/", loan.LoanDeleteView.as_view(), name="loan_delete"),
    path("reviews/", review.ReviewListView.as_view(), name="review_list"),
    path("reviews/new/", review.ReviewCreateView.as_view(), name="review_create"),
    path("people/", person.PersonListView.as_view(), name="person_list"),
    path("people/new/", person.PersonCreateView.as_view(), name="person_create"),
    path("people/<uuid:pk>/", person.PersonViewView.as_view(), name="person_view"),
    path("people/<uuid:pk>/edit/", person.PersonEditView.as_view(), name="person_edit"),
    path(
        "people/<uuid:pk>/delete/",
        person.PersonDeleteView.as_view(),
        name="person_delete",
    ),
    path("subjects/", subject.SubjectListView.as_view(), name="subject_list"),
    path("subjects/new/", subject.SubjectCreateView.as_view(), name="subject_create"),
    path(
        "subjects/<key:pk>/edit/",
        subject.SubjectEditView.as_view(),
        name="subject_edit",
    ),
    path(
        "subjects/<key:pk>/delete/",
        subject.SubjectDeleteView.as_view(),
        name="subject_delete",
    ),
    path("classes/", class_pages.ClassListView.as_view(), name="class_list"),
    path("classes/new/", class_pages.ClassCreateView.as_view(), name="class_create"),
    path(
        "classes/<number:pk>/edit/",
        class_pages.ClassEditView.as_view(),
        name="class_edit",
    ),
    path(
        "classes/<number:pk>/delete/",
        class_pages.ClassDeleteView.as_view(),
        name="class_delete",
    ),
    path("books/", book.BookListView.as_view(), name="book_list"),
    path("books/new/", book.BookCreateView.as_view(), name="book_create"),
    path("books/<uuid:pk>/", book.BookViewView.as_view(), name="book_view"),
    path("books/<uuid:pk>/edit/", book.BookEditView.as_view(), name="book_edit"),
    path("books/<uuid:pk>/delete/", book.BookDeleteView.as_view(), name="book_delete"),
    path("copies/", copy.CopyListView.as_view(), name="copy_list"),
    path("copies/new/", copy.CopyCreateView.as_view(), name="copy_create"),
    path("copies/<uuid:pk>/", copy.CopyViewView.as_view(), name="copy_view"),
    path("copies/<uuid:pk>/edit/", copy.CopyEditView.as_view(), name="copy_edit"),
    path(
        "copies/<uuid:pk>/copy_check/", copy.CopyCheckView.as_view(), name="copy_check"
    ),
    path("copies/<uuid:pk>/delete/", copy.CopyDeleteView.as_view(), name="copy_delete"),
    path(
        "experiences/first_loan/",
        experiences.FirstLoanStart.as_view(),
        name="experience-first_loan",
    ),
    path(
        "experiences/first_loan/member/",
        experiences.FirstLoanMemberStep.as_view(),
        name="experience-first_loan-member",
    ),
    path(
        "experiences/first_loan/book/",
        experiences.FirstLoanBookStep.as_view(),
        name="experience-first_loan-book",
    ),
    path(
        "experiences/first_loan/loan/",
        experiences.FirstLoanLoanStep.as_view(),
        name="experience-first_loan-loan",
    ),
    path(
        "experiences/first_loan/loans/",
        experiences.FirstLoanLoansStep.as_view(),
        name="experience-first_loan-loans",
    ),
]
