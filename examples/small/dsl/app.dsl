# Books to read, and who wrote them.
module reading_list

app reading_list "Reading List"

entity Author "Author":
  id: uuid pk
  name: str(120) required unique
  country: str(60)

entity Book "Book":
  id: uuid pk
  title: str(200) required
  author: ref Author required
  status: enum[to_read,reading,finished]=to_read
  rating: int min=1 max=5 help="From 1 (poor) to 5 (great)"
  notes: text
  added_at: datetime auto_add

  unique title, author

surface author_list "Authors":
  uses entity Author
  mode: list

  section main "Authors":
    field name "Name"
    field country "Country"

surface author_view "Author":
  uses entity Author
  mode: view

  section main "Author":
    field name "Name"
    field country "Country"

surface author_create "New author":
  uses entity Author
  mode: create

  section main "Author":
    field name "Name"
    field country "Country"

surface author_edit "Edit author":
  uses entity Author
  mode: edit

  section main "Author":
    field name "Name"
    field country "Country"

surface book_list "Books":
  uses entity Book
  mode: list

  section main "Books":
    field title "Title"
    field author "Author"
    field status "Status"
    field rating "Rating"

surface book_view "Book":
  uses entity Book
  mode: view

  section main "Book":
    field title "Title"
    field author "Author"
    field status "Status"
    field rating "Rating"
    field notes "Notes"
    field added_at "Added"

surface book_create "New book":
  uses entity Book
  mode: create

  section main "Book":
    field title "Title"
    field author "Author"
    field notes "Notes"

surface book_edit "Edit book":
  uses entity Book
  mode: edit

  section main "Book":
    field title "Title"
    field author "Author"
    field status "Status"
    field rating "Rating"
    field notes "Notes"
