# What can be borrowed.
module campus.library

use campus.study

entity Publisher "Publisher":
  id: uuid pk
  name: str(120) required unique
  city: str(80)

surface publisher_list "Publishers":
  uses entity Publisher
  mode: list

  section main "Publishers":
    field name "Name"
    field city "City"

surface publisher_view "Publisher":
  uses entity Publisher
  mode: view

  section main "Publisher":
    field name "Name"
    field city "City"

surface publisher_create "New publisher":
  uses entity Publisher
  mode: create

  section main "Publisher":
    field name "Name"
    field city "City"

surface publisher_edit "Edit publisher":
  uses entity Publisher
  mode: edit

  section main "Publisher":
    field name "Name"
    field city "City"

entity Author "Author":
  id: uuid pk
  name: str(120) required
  born: int min=0 max=2100

surface author_list "Authors":
  uses entity Author
  mode: list

  section main "Authors":
    field name "Name"
    field born "Born"

surface author_view "Author":
  uses entity Author
  mode: view

  section main "Author":
    field name "Name"
    field born "Born"

surface author_create "New author":
  uses entity Author
  mode: create

  section main "Author":
    field name "Name"
    field born "Born"

surface author_edit "Edit author":
  uses entity Author
  mode: edit

  section main "Author":
    field name "Name"
    field born "Born"

entity Title "Title":
  id: uuid pk
  title: str(250) required
  isbn: str(13) unique pattern="^[0-9]{13}$"
  authors: many Author
  publisher: ref Publisher
  year: int min=1400 max=2100
  data: json

surface title_list "Titles":
  uses entity Title
  mode: list

  section main "Titles":
    field title "Title"
    field isbn "Isbn"
    field publisher "Publisher"
    field year "Year"

surface title_view "Title":
  uses entity Title
  mode: view

  section main "Title":
    field title "Title"
    field isbn "Isbn"
    field authors "Authors"
    field publisher "Publisher"
    field year "Year"
    field data "Data"

surface title_create "New title":
  uses entity Title
  mode: create

  section main "Title":
    field title "Title"
    field isbn "Isbn"
    field authors "Authors"
    field publisher "Publisher"
    field year "Year"
    field data "Data"

surface title_edit "Edit title":
  uses entity Title
  mode: edit

  section main "Title":
    field title "Title"
    field isbn "Isbn"
    field authors "Authors"
    field publisher "Publisher"
    field year "Year"
    field data "Data"

entity Copy "Copy":
  id: int pk
  title: ref Title required
  shelf: str(20) required
  state: enum[available,lent,repair,lost]=available

surface copy_list "Copies":
  uses entity Copy
  mode: list

  section main "Copies":
    field title "Title"
    field shelf "Shelf"
    field state "State"

surface copy_view "Copy":
  uses entity Copy
  mode: view

  section main "Copy":
    field title "Title"
    field shelf "Shelf"
    field state "State"

surface copy_create "New copy":
  uses entity Copy
  mode: create

  section main "Copy":
    field title "Title"
    field shelf "Shelf"
    field state "State"

surface copy_edit "Edit copy":
  uses entity Copy
  mode: edit

  section main "Copy":
    field title "Title"
    field shelf "Shelf"
    field state "State"

entity Loan "Loan":
  id: uuid pk
  copy: ref Copy required
  borrower: ref Person required
  lent_on: date = today
  due: date required
  returned_on: date
  fine: decimal(6,2) = 0.00 min=0

surface loan_list "Loans":
  uses entity Loan
  mode: list

  section main "Loans":
    field copy "Copy"
    field borrower "Borrower"
    field lent_on "Lent on"
    field due "Due"
    field returned_on "Returned on"
    field fine "Fine"

surface loan_view "Loan":
  uses entity Loan
  mode: view

  section main "Loan":
    field copy "Copy"
    field borrower "Borrower"
    field lent_on "Lent on"
    field due "Due"
    field returned_on "Returned on"
    field fine "Fine"

surface loan_create "New loan":
  uses entity Loan
  mode: create

  section main "Loan":
    field copy "Copy"
    field borrower "Borrower"
    field lent_on "Lent on"
    field due "Due"
    field returned_on "Returned on"
    field fine "Fine"

surface loan_edit "Edit loan":
  uses entity Loan
  mode: edit

  section main "Loan":
    field copy "Copy"
    field borrower "Borrower"
    field lent_on "Lent on"
    field due "Due"
    field returned_on "Returned on"
    field fine "Fine"

entity Reservation "Reservation":
  id: uuid pk
  title: ref Title required
  person: ref Person required
  created_at: datetime auto_add
  is_ready: bool

surface reservation_list "Reservations":
  uses entity Reservation
  mode: list

  section main "Reservations":
    field title "Title"
    field person "Person"
    field created_at "Created at"
    field is_ready "Is ready"

surface reservation_view "Reservation":
  uses entity Reservation
  mode: view

  section main "Reservation":
    field title "Title"
    field person "Person"
    field created_at "Created at"
    field is_ready "Is ready"

surface reservation_create "New reservation":
  uses entity Reservation
  mode: create

  section main "Reservation":
    field title "Title"
    field person "Person"
    field is_ready "Is ready"

surface reservation_edit "Edit reservation":
  uses entity Reservation
  mode: edit

  section main "Reservation":
    field title "Title"
    field person "Person"
    field is_ready "Is ready"
