"""The `test` blocks of the spec."""

from .spec_case import SpecCase


class SpecTests(SpecCase):
    def test_a_loan_starts_as_requested(self):
        """A loan is requested until somebody hands the book out."""
        self.row(
            "ann",
            "Member",
            {
                "name": "Ann",
                "email": "ann@example.com",
                "card_number": "M-1234",
                "fee": 10,
            },
        )
        self.row("copy", "Copy", {"shelf": "A1"})
        self.create(
            "Loan",
            {
                "copy": self.rows["copy"],
                "member": self.rows["ann"],
                "due": "2030-01-31",
            },
        )
        self.assert_success()
        self.assert_created(True)
        self.assert_field(None, "status", "equals", "requested")

    def test_a_card_number_has_a_form(self):
        """Card numbers are M- and digits."""
        self.create(
            "Member",
            {"name": "Bo", "email": "bo@example.com", "card_number": "1234", "fee": 5},
        )
        self.assert_error()

    def test_an_email_belongs_to_one_member(self):
        """Two members cannot share an address."""
        self.row(
            "ann",
            "Member",
            {
                "name": "Ann",
                "email": "ann@example.com",
                "card_number": "M-1234",
                "fee": 10,
            },
        )
        self.create(
            "Member",
            {
                "name": "Other",
                "email": "ann@example.com",
                "card_number": "M-1235",
                "fee": 5,
            },
        )
        self.assert_error()
        self.assert_error_message("contains", "already exists")

    def test_a_fee_is_required(self):
        """There is no membership without a fee, but it may be 0."""
        self.create(
            "Member", {"name": "Bo", "email": "bo@example.com", "card_number": "M-1234"}
        )
        self.assert_error()
        self.assert_error_message("contains", "fee is required")

    def test_levels_sort_as_declared(self):
        """Children first, seniors last."""
        self.row(
            "old",
            "Member",
            {
                "name": "Old",
                "email": "o@example.com",
                "card_number": "M-0001",
                "fee": 1,
                "level": "senior",
            },
        )
        self.row(
            "kid",
            "Member",
            {
                "name": "Kid",
                "email": "k@example.com",
                "card_number": "M-0002",
                "fee": 1,
                "level": "child",
            },
        )
        self.row(
            "mum",
            "Member",
            {
                "name": "Mum",
                "email": "m@example.com",
                "card_number": "M-0003",
                "fee": 1,
                "level": "adult",
            },
        )
        self.get("Member", order_by=["level"])
        self.assert_success()
        self.assert_count(None, "equals", 3)
        self.assert_field("first", "name", "equals", "Kid")
        self.assert_field("last", "name", "equals", "Old")

    def test_a_class_in_use_stays(self):
        """What a book stands in cannot go away."""
        self.row("shelf", "Class", {"name": "Art", "from_field": "A", "to": "B"})
        self.row("book", "Book", {"title": "Lines", "class_field": self.rows["shelf"]})
        self.delete("shelf")
        self.assert_error()
        self.assert_count("Class", "equals", 1)

    def test_reviews_of_a_book(self):
        """A book's reviews, oldest first."""
        self.row("book", "Book", {"title": "Lines"})
        self.row(
            "first", "Review", {"book": self.rows["book"], "stars": 4, "text": "Good"}
        )
        self.row(
            "second",
            "Review",
            {
                "book": self.rows["book"],
                "stars": 2,
                "text": "Less so on second reading",
            },
        )
        self.get("Review", related_to=("book", "book"))
        self.assert_success()
        self.assert_count(None, "equals", 2)
        self.assert_field("first", "stars", "equals", 4)
        self.assert_field("last", "stars", "less_than", 4)

    def test_a_review_can_be_changed(self):
        """a_review_can_be_changed"""
        self.row("review", "Review", {"stars": 4, "text": "Good"})
        self.update("review", {"stars": 5})
        self.assert_success()
        self.assert_field(None, "stars", "equals", 5)
        self.assert_field(None, "text", "equals", "Good")
