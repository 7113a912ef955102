"""Forms of Town Library."""

from django import forms

from .base_forms import FilterForm, RecordForm
from .models import Book, Class, Copy, Loan, Member, Person, Review, Subject
from .widgets import (
    DateInput,
    DateTimeInput,
    JsonField,
    LocalDateTimeField,
    TimeInput,
    YesNoSelect,
)


class MemberListFilters(FilterForm):
    """Search and filters of Members."""

    q = forms.CharField(label="Search", required=False)
    level = forms.ChoiceField(
        label="Level", required=False, choices=[("", "All"), *Member.Level.choices]
    )
    is_active = forms.NullBooleanField(
        label="Active", required=False, widget=YesNoSelect()
    )


class MemberCreateForm(RecordForm):
    """New member."""

    class Meta:
        model = Member
        fields = [
            "name",
            "email",
            "card_number",
            "level",
            "fee",
            "newsletter",
            "favourites",
            "guarantor",
        ]
        labels = {
            "name": "Name",
            "email": "E-mail",
            "card_number": "Card",
            "level": "Level",
            "fee": "Fee",
            "newsletter": "Newsletter",
            "favourites": "Favourites",
            "guarantor": "Guarantor",
        }
        help_texts = {
            "card_number": "M- and four to six digits",
        }
        widgets = {
            "card_number": forms.TextInput(
                attrs={"placeholder": "M-1234", "pattern": "M-[0-9]{4,6}"}
            ),
            "fee": forms.NumberInput(attrs={"min": "0"}),
        }


class MemberEditForm(RecordForm):
    """Edit member."""

    class Meta:
        model = Member
        fields = [
            "name",
            "email",
            "level",
            "fee",
            "is_active",
            "opens_at",
            "favourites",
        ]
        labels = {
            "name": "Name",
            "email": "E-mail",
            "level": "Level",
            "fee": "Fee",
            "is_active": "Active",
            "opens_at": "Calls from",
            "favourites": "Favourites",
        }
        widgets = {
            "fee": forms.NumberInput(attrs={"min": "0"}),
            "opens_at": TimeInput(),
        }


class LoanListFilters(FilterForm):
    """Search and filters of Loans."""

    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "All"), *Loan.Status.choices]
    )
    member = forms.ModelChoiceField(
        label="Member",
        required=False,
        queryset=Member.objects.by_label(),
        empty_label="All",
    )


class LoanCreateForm(RecordForm):
    """New loan."""

    class Meta:
        model = Loan
        fields = ["copy", "member", "due", "note"]
        labels = {
            "copy": "Copy",
            "member": "Member",
            "due": "Due",
            "note": "Note",
        }
        widgets = {
            "due": DateInput(),
        }


class LoanEditForm(RecordForm):
    """Edit loan."""

    class Meta:
        model = Loan
        fields = ["status", "due", "returned_at", "fine", "note"]
        labels = {
            "status": "Status",
            "due": "Due",
            "returned_at": "Returned",
            "fine": "Fine",
            "note": "Note",
        }
        widgets = {
            "due": DateInput(),
            "returned_at": DateTimeInput(),
            "fine": forms.NumberInput(attrs={"min": "0"}),
        }
        field_classes = {
            "returned_at": LocalDateTimeField,
        }


class ReviewListFilters(FilterForm):
    """Search and filters of Reviews."""

    book = forms.ModelChoiceField(
        label="Book",
        required=False,
        queryset=Book.objects.by_label(),
        empty_label="All",
    )
    member = forms.ModelChoiceField(
        label="Member",
        required=False,
        queryset=Member.objects.by_label(),
        empty_label="All",
    )


class ReviewCreateForm(RecordForm):
    """New review."""

    class Meta:
        model = Review
        fields = ["book", "member", "stars", "text"]
        labels = {
            "book": "Book",
            "member": "Member",
            "stars": "Stars",
            "text": "Text",
        }
        widgets = {
            "stars": forms.NumberInput(attrs={"min": "1", "max": "5"}),
        }


class PersonListFilters(FilterForm):
    """Search and filters of People."""

    q = forms.CharField(label="Search", required=False)


class PersonCreateForm(RecordForm):
    """New person."""

    class Meta:
        model = Person
        fields = ["name", "born", "website", "biography"]
        labels = {
            "name": "Name",
            "born": "Born",
            "website": "Website",
            "biography": "Biography",
        }
        widgets = {
            "born": DateInput(),
        }


class PersonEditForm(RecordForm):
    """Edit person."""

    class Meta:
        model = Person
        fields = ["name", "born", "website", "biography"]
        labels = {
            "name": "Name",
            "born": "Born",
            "website": "Website",
            "biography": "Biography",
        }
        widgets = {
            "born": DateInput(),
        }


class SubjectListFilters(FilterForm):
    """Search and filters of Subjects."""

    q = forms.CharField(label="Search", required=False)
    parent = forms.ModelChoiceField(
        label="Part of",
        required=False,
        queryset=Subject.objects.by_label(),
        empty_label="All",
    )


class SubjectCreateForm(RecordForm):
    """New subject."""

    class Meta:
        model = Subject
        fields = ["code", "name", "parent"]
        labels = {
            "code": "Code",
            "name": "Name",
            "parent": "Part of",
        }
        help_texts = {
            "parent": "The wider subject",
        }


class SubjectEditForm(RecordForm):
    """Edit subject."""

    class Meta:
        model = Subject
        fields = ["name", "parent"]
        labels = {
            "name": "Name",
            "parent": "Part of",
        }
        help_texts = {
            "parent": "The wider subject",
        }


class ClassListFilters(FilterForm):
    """Search and filters of Shelf classes."""

    q = forms.CharField(label="Search", required=False)
    import_field = forms.NullBooleanField(
        label="Imported", required=False, widget=YesNoSelect()
    )

    def add_prefix(self, field_name):
        parameters = {"import_field": "import"}
        return super().add_prefix(parameters.get(field_name, field_name))


class ClassCreateForm(RecordForm):
    """New shelf class."""

    class Meta:
        model = Class
        fields = ["name", "from_field", "to", "import_field", "model", "objects_field"]
        labels = {
            "name": "Name",
            "from_field": "From",
            "to": "To",
            "import_field": "Imported",
            "model": "Model",
            "objects_field": "More",
        }
        help_texts = {
            "from_field": "First letters of the shelf marks",
        }
        widgets = {
            "from_field": forms.TextInput(attrs={"pattern": "[A-Z]{1,3}"}),
            "to": forms.TextInput(attrs={"pattern": "[A-Z]{1,3}"}),
        }
        field_classes = {
            "objects_field": JsonField,
        }


class ClassEditForm(RecordForm):
    """Edit shelf class."""

    class Meta:
        model = Class
        fields = ["name", "from_field", "to", "import_field"]
        labels = {
            "name": "Name",
            "from_field": "From",
            "to": "To",
            "import_field": "Imported",
        }
        help_texts = {
            "from_field": "First letters of the shelf marks",
        }
        widgets = {
            "from_field": forms.TextInput(attrs={"pattern": "[A-Z]{1,3}"}),
            "to": forms.TextInput(attrs={"pattern": "[A-Z]{1,3}"}),
        }


class BookListFilters(FilterForm):
    """Search and filters of Books."""

    q = forms.CharField(label="Search", required=False)
    language = forms.ChoiceField(
        label="Language", required=False, choices=[("", "All"), *Book.Language.choices]
    )
    class_field = forms.ModelChoiceField(
        label="Class",
        required=False,
        queryset=Class.objects.by_label(),
        empty_label="All",
    )

    def add_prefix(self, field_name):
        parameters = {"class_field": "class"}
        return super().add_prefix(parameters.get(field_name, field_name))


class BookCreateForm(RecordForm):
    """New book."""

    class Meta:
        model = Book
        fields = [
            "title",
            "subtitle",
            "authors",
            "subjects",
            "isbn",
            "class_field",
            "language",
            "published",
            "pages",
            "price",
            "weight",
            "extra",
            "summary",
        ]
        labels = {
            "title": "Title",
            "subtitle": "Subtitle",
            "authors": "Authors",
            "subjects": "Subjects",
            "isbn": "ISBN",
            "class_field": "Class",
            "language": "Language",
            "published": "Published",
            "pages": "Pages",
            "price": "Price",
            "weight": "Weight (kg)",
            "extra": "More",
            "summary": "Summary",
        }
        help_texts = {
            "isbn": "Thirteen digits",
        }
        widgets = {
            "isbn": forms.TextInput(
                attrs={"placeholder": "9780000000000", "pattern": "[0-9]{13}"}
            ),
            "published": DateInput(),
            "pages": forms.NumberInput(attrs={"min": "1", "max": "20000"}),
            "price": forms.NumberInput(attrs={"min": "0", "max": "99999.99"}),
            "weight": forms.NumberInput(attrs={"min": "0"}),
        }
        field_classes = {
            "extra": JsonField,
        }


class BookEditForm(RecordForm):
    """Edit book."""

    class Meta:
        model = Book
        fields = [
            "title",
            "subtitle",
            "authors",
            "subjects",
            "class_field",
            "language",
            "price",
            "summary",
        ]
        labels = {
            "title": "Title",
            "subtitle": "Subtitle",
            "authors": "Authors",
            "subjects": "Subjects",
            "class_field": "Class",
            "language": "Language",
            "price": "Price",
            "summary": "Summary",
        }
        widgets = {
            "price": forms.NumberInput(attrs={"min": "0", "max": "99999.99"}),
        }


class CopyListFilters(FilterForm):
    """Search and filters of Copies."""

    q = forms.CharField(label="Search", required=False)
    book = forms.ModelChoiceField(
        label="Book",
        required=False,
        queryset=Book.objects.by_label(),
        empty_label="All",
    )
    condition = forms.ChoiceField(
        label="Condition",
        required=False,
        choices=[("", "All"), *Copy.Condition.choices],
    )
    is_reference = forms.NullBooleanField(
        label="Reference only", required=False, widget=YesNoSelect()
    )


class CopyCreateForm(RecordForm):
    """New copy."""

    class Meta:
        model = Copy
        fields = ["book", "barcode", "condition", "acquired", "is_reference", "shelf"]
        labels = {
            "book": "Book",
            "barcode": "Barcode",
            "condition": "Condition",
            "acquired": "Acquired",
            "is_reference": "Reference only",
            "shelf": "Shelf",
        }
        widgets = {
            "acquired": DateInput(),
        }


class CopyEditForm(RecordForm):
    """Edit copy."""

    class Meta:
        model = Copy
        fields = ["book", "condition", "shelf", "check_field"]
        labels = {
            "book": "Book",
            "condition": "Condition",
            "shelf": "Shelf",
            "check_field": "Checked",
        }
        help_texts = {
            "check_field": "When it was last looked at",
        }
        widgets = {
            "check_field": DateInput(),
        }


class CopyCheckForm(RecordForm):
    """Check a copy."""

    class Meta:
        model = Copy
        fields = ["condition", "check_field"]
        labels = {
            "condition": "Condition",
            "check_field": "Checked",
        }
        help_texts = {
            "check_field": "When it was last looked at",
        }
        widgets = {
            "check_field": DateInput(),
        }


class HouseRulesForm(forms.Form):
    """House rules."""

    signature_text = forms.CharField(label="Your name", required=False)
