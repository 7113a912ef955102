# Who borrows what.
module library.core

use library.catalogue

app library "Town Library"

entity Member "Member":
  id: uuid pk
  name: str(120) required
  email: email required unique
  card_number: str(10) required unique pattern="^M-[0-9]{4,6}$"
  level: enum[child,adult,senior]=adult
  fee: decimal(6,2) required min=0
  is_active: bool = true
  newsletter: bool
  opens_at: time = "09:00"
  favourites: many Book
  guarantor: ref Member
  joined: date = today
  created_at: datetime auto_add

entity Loan "Loan":
  id: uuid pk
  copy: ref Copy required
  member: ref Member required
  status: enum[requested,active,returned,lost]=requested
  lent_at: datetime = now
  due: date required
  returned_at: datetime
  fine: decimal(6,2) min=0
  note: text
  created_at: datetime auto_add
  updated_at: datetime auto_update

  unique copy, member, due
  index status, due desc

entity Review "Review":
  id: uuid pk
  book: ref Book required
  member: ref Member required
  stars: int required min=1 max=5
  text: text required
  created_at: datetime auto_add

  unique book, member

# Catalogue

surface person_list "People":
  uses entity Person
  mode: list

  section main "People":
    field name "Name"
    field born "Born"

surface person_view "Person":
  uses entity Person
  mode: view

  section main "Person":
    field name "Name"
    field born "Born"
    field website "Website"
    field biography "Biography"

surface person_create "New person":
  uses entity Person
  mode: create

  section main "Person":
    field name "Name"
    field born "Born"
    field website "Website"
    field biography "Biography"

surface person_edit "Edit person":
  uses entity Person
  mode: edit

  section main "Person":
    field name "Name"
    field born "Born"
    field website "Website"
    field biography "Biography"

surface subject_list "Subjects":
  uses entity Subject
  mode: list

  section main "Subjects":
    field code "Code"
    field name "Name"
    field parent "Part of"

surface subject_create "New subject":
  uses entity Subject
  mode: create

  section main "Subject":
    field code "Code"
    field name "Name"
    field parent "Part of"

surface subject_edit "Edit subject":
  uses entity Subject
  mode: edit

  section main "Subject":
    field name "Name"
    field parent "Part of"

surface class_list "Shelf classes":
  uses entity Class
  mode: list

  section main "Shelf classes":
    field name "Name"
    field from "From"
    field to "To"
    field import "Imported"

surface class_create "New shelf class":
  uses entity Class
  mode: create

  section main "Shelf class":
    field name "Name"
    field from "From"
    field to "To"
    field import "Imported"
    field model "Model"
    field objects "More"

surface class_edit "Edit shelf class":
  uses entity Class
  mode: edit

  section main "Shelf class":
    field name "Name"
    field from "From"
    field to "To"
    field import "Imported"

surface book_list "Books":
  uses entity Book
  mode: list

  section main "Books":
    field title "Title"
    field authors "Authors"
    field class "Class"
    field language "Language"
    field published "Published"
    field price "Price"

  ux:
    purpose: "Find a book"
    sort: title asc
    filter: language, class
    search: title, subtitle, isbn
    empty: "No book matches. Try fewer words."

surface book_view "Book":
  uses entity Book
  mode: view

  section main "Book":
    field title "Title"
    field subtitle "Subtitle"
    field authors "Authors"
    field subjects "Subjects"
    field isbn "ISBN"

  section details "Details":
    field class "Class"
    field language "Language"
    field published "Published"
    field pages "Pages"
    field price "Price"
    field weight "Weight (kg)"
    field extra "More"
    field summary "Summary"
    field created_at "Added"
    field updated_at "Changed"

surface book_create "New book":
  uses entity Book
  mode: create

  section main "Book":
    field title "Title"
    field subtitle "Subtitle"
    field authors "Authors"
    field subjects "Subjects"
    field isbn "ISBN":
      help: "Thirteen digits"
      placeholder: "9780000000000"

  section details "Details":
    field class "Class"
    field language "Language"
    field published "Published"
    field pages "Pages"
    field price "Price"
    field weight "Weight (kg)"
    field extra "More"
    field summary "Summary"

  action save "Save and add a copy":
    on submit -> surface copy_create

surface book_edit "Edit book":
  uses entity Book
  mode: edit

  section main "Book":
    field title "Title"
    field subtitle "Subtitle"
    field authors "Authors"
    field subjects "Subjects"
    field class "Class"
    field language "Language"
    field price "Price"
    field summary "Summary"

surface copy_list "Copies":
  uses entity Copy
  mode: list

  section main "Copies":
    field book "Book"
    field barcode "Barcode"
    field condition "Condition"
    field is_reference "Reference only"
    field shelf "Shelf"

surface copy_view "Copy":
  uses entity Copy
  mode: view

  section main "Copy":
    field book "Book"
    field barcode "Barcode"
    field condition "Condition"
    field acquired "Acquired"
    field shelf "Shelf"
    field check "Checked"

surface copy_create "New copy":
  uses entity Copy
  mode: create

  section main "Copy":
    field book "Book"
    field barcode "Barcode"
    field condition "Condition"
    field acquired "Acquired"
    field is_reference "Reference only"
    field shelf "Shelf"

# A second edit surface, reached by its own name.
surface copy_edit "Edit copy":
  uses entity Copy
  mode: edit

  section main "Copy":
    field book "Book"
    field condition "Condition"
    field shelf "Shelf"
    field check "Checked"

surface copy_check "Check a copy":
  uses entity Copy
  mode: custom

  section main "Check":
    field condition "Condition"
    field check "Checked"

  action done "Checked":
    on submit -> surface copy_list

# People and loans

surface member_list "Members":
  uses entity Member
  mode: list

  section main "Members":
    field name "Name"
    field email "E-mail"
    field level "Level"
    field is_active "Active"
    field fee "Fee"
    field joined "Joined"

surface member_view "Member":
  uses entity Member
  mode: view

  section main "Member":
    field name "Name"
    field email "E-mail"
    field card_number "Card"
    field level "Level"
    field fee "Fee"
    field is_active "Active"
    field newsletter "Newsletter"
    field opens_at "Calls from"
    field favourites "Favourites"
    field guarantor "Guarantor"
    field joined "Joined"

surface member_create "New member":
  uses entity Member
  mode: create

  section main "Member":
    field name "Name"
    field email "E-mail"
    field card_number "Card":
      help: "M- and four to six digits"
      placeholder: "M-1234"
    field level "Level"
    field fee "Fee"
    field newsletter "Newsletter"
    field favourites "Favourites"
    field guarantor "Guarantor"

surface member_edit "Edit member":
  uses entity Member
  mode: edit

  section main "Member":
    field name "Name"
    field email "E-mail"
    field level "Level"
    field fee "Fee"
    field is_active "Active"
    field opens_at "Calls from"
    field favourites "Favourites"

surface loan_list "Loans":
  uses entity Loan
  mode: list

  section main "Loans":
    field copy "Copy"
    field member "Member"
    field status "Status"
    field due "Due"
    field lent_at "Lent"

  ux:
    sort: status asc, due desc
    filter: status, member
    empty: "Nothing is lent."

surface loan_view "Loan":
  uses entity Loan
  mode: view

  section main "Loan":
    field copy "Copy"
    field member "Member"
    field status "Status"
    field lent_at "Lent"
    field due "Due"
    field returned_at "Returned"
    field fine "Fine"
    field note "Note"

  action back "All loans":
    on click -> surface loan_list

surface loan_create "New loan":
  uses entity Loan
  mode: create

  section main "Loan":
    field copy "Copy"
    field member "Member"
    field due "Due"
    field note "Note"

surface loan_edit "Edit loan":
  uses entity Loan
  mode: edit

  section main "Loan":
    field status "Status"
    field due "Due"
    field returned_at "Returned"
    field fine "Fine"
    field note "Note"

surface review_list "Reviews":
  uses entity Review
  mode: list

  section main "Reviews":
    field book "Book"
    field member "Member"
    field stars "Stars"
    field created_at "Written"

surface review_create "New review":
  uses entity Review
  mode: create

  section main "Review":
    field book "Book"
    field member "Member"
    field stars "Stars"
    field text "Text"

surface house_rules "House rules":
  section main "Have you read them?":
    field signature "Your name"

  action agree "I agree":
    on submit -> surface book_list

# Becoming a member and borrowing the first book, step by step.
experience first_loan "First loan":
  start at step member

  step member:
    kind: surface
    surface member_create
    on success -> step book
    on cancel -> step loans

  step book:
    kind: surface
    surface copy_create
    on success -> step loan

  step loan:
    kind: surface
    surface loan_create
    on success -> step loans
    on failure -> step book

  step loans:
    kind: surface
    surface loan_list
