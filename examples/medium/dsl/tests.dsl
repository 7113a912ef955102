# What the library relies on.
module library.core

test a_loan_starts_as_requested:
  """A loan is requested until somebody hands the book out."""
  setup:
    ann: create Member with name="Ann", email="ann@example.com", card_number="M-1234", fee=10
    copy: create Copy with shelf="A1"
  action: create Loan
  data:
    copy: copy
    member: ann
    due: "2030-01-31"
  expect:
    status: success
    created: true
    field status equals "requested"

test a_card_number_has_a_form:
  """Card numbers are M- and digits."""
  action: create Member
  data:
    name: "Bo"
    email: "bo@example.com"
    card_number: "1234"
    fee: 5
  expect:
    status: error

test an_email_belongs_to_one_member:
  """Two members cannot share an address."""
  setup:
    ann: create Member with name="Ann", email="ann@example.com", card_number="M-1234", fee=10
  action: create Member
  data:
    name: "Other"
    email: "ann@example.com"
    card_number: "M-1235"
    fee: 5
  expect:
    status: error
    error_message contains "already exists"

test a_fee_is_required:
  """There is no membership without a fee, but it may be 0."""
  action: create Member
  data:
    name: "Bo"
    email: "bo@example.com"
    card_number: "M-1234"
  expect:
    status: error
    error_message contains "fee is required"

test levels_sort_as_declared:
  """Children first, seniors last."""
  setup:
    old: create Member with name="Old", email="o@example.com", card_number="M-0001", fee=1, level="senior"
    kid: create Member with name="Kid", email="k@example.com", card_number="M-0002", fee=1, level="child"
    mum: create Member with name="Mum", email="m@example.com", card_number="M-0003", fee=1, level="adult"
  action: get Member
  order_by: "level"
  expect:
    count equals 3
    first field name equals "Kid"
    last field name equals "Old"

test a_class_in_use_stays:
  """What a book stands in cannot go away."""
  setup:
    shelf: create Class with name="Art", from="A", to="B"
    book: create Book with title="Lines", class="shelf"
  action: delete shelf
  expect:
    status: error
    Class count equals 1

test reviews_of_a_book:
  """A book's reviews, oldest first."""
  setup:
    book: create Book with title="Lines"
    first: create Review with book="book", stars=4, text="Good"
    second: create Review with book="book", stars=2, text="Less so on second reading"
  action: get book reviews
  expect:
    count equals 2
    first field stars equals 4
    last field stars less_than 4

test a_review_can_be_changed:
  setup:
    review: create Review with stars=4, text="Good"
  action: update review
  data:
    stars: 5
  expect:
    status: success
    field stars equals 5
    field text equals "Good"
