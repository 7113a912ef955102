# What the library owns.
module library.catalogue

entity Person "Person":
  id: uuid pk
  name: str(120) required
  born: date
  website: url
  biography: text

entity Subject "Subject":
  code: str(12) pk
  name: str(80) required unique
  parent: ref Subject help="The wider subject"

# Reserved words of many languages are names like any other.
entity Class "Shelf class":
  id: int pk
  name: str(40) required unique
  from: str(8) required pattern="^[A-Z]{1,3}$" help="First letters of the shelf marks"
  to: str(8) required pattern="^[A-Z]{1,3}$"
  import: bool = false
  model: str(30)
  objects: json

  unique from, to

entity Book "Book":
  id: uuid pk
  isbn: str(13) unique pattern="^[0-9]{13}$"
  title: str(200) required
  subtitle: str(200)
  authors: many Person
  subjects: many Subject
  class: ref Class required
  language: enum[english,german,french,spanish,other]=english
  published: date
  pages: int min=1 max=20000
  price: decimal(8,2) = 0.00 min=0 max=99999.99
  weight: float min=0
  extra: json
  summary: text
  created_at: datetime auto_add
  updated_at: datetime auto_update

  index published desc, title

entity Copy "Copy":
  id: uuid pk
  barcode: uuid required unique
  book: ref Book required
  condition: enum[new,good,worn,damaged]=good
  acquired: date = today
  is_reference: bool = false
  shelf: str(20)
  check: date help="When it was last looked at"

  index book, condition
