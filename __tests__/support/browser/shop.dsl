# Every kind of input, and linked records: what a form says, and in which order it offers things.
app shop "Shop"

entity Tag "Tag":
  id: uuid pk
  name: str(40)

entity Person "Person":
  id: uuid pk
  name: str(40) required

entity Thing "Thing":
  id: uuid pk
  name: str(40) required
  tags: many Tag
  editors: many Person required
  sisters: many Thing
  owner: ref Person required

surface thing_list "Things":
  uses entity Thing
  mode: list
  section main "Things":
    field name "Name"
    field tags "Tags"
    field owner "Owner"
  ux:
    filter: owner, tags

surface thing_view "Thing":
  uses entity Thing
  mode: view
  section main "Thing":
    field name "Name"
    field tags "Tags"
    field editors "Editors"
    field sisters "Sisters"
    field owner "Owner"

surface thing_new "New thing":
  uses entity Thing
  mode: create
  section main "Thing":
    field name "Name"
    field tags "Tags"
    field editors "Editors"
    field sisters "Sisters"
    field owner "Owner"

surface tag_new "New tag":
  uses entity Tag
  mode: create
  section main "Tag":
    field name "Name"

surface person_new "New person":
  uses entity Person
  mode: create
  section main "Person":
    field name "Name"

entity Entry "Entry":
  id: uuid pk
  code: str(5) required pattern="^[A-Z]+$"
  mail: email unique
  home: url
  stars: int min=1 max=5
  price: decimal(6,2) min=0.50 max=999.00
  weight: float min=0.5
  day: date required
  at: time
  moment: datetime
  key: uuid
  extra: json
  kind: enum[small,large] required
  owner: ref Person required
  tags: many Tag required
  row: int
  seat: int

  unique row, seat

surface entry_new "New entry":
  uses entity Entry
  mode: create
  section main "Entry":
    field code "Code in %"
    field mail "Mail"
    field home "Home page"
    field stars "Stars"
    field price "Price"
    field weight "Weight"
    field day "Day"
    field at "At"
    field moment "Moment"
    field key "Key"
    field extra "Extra"
    field kind "Kind"
    field owner "Owner"
    field tags "Tags"
    field row "Row"
    field seat "Seat"

surface entry_list "Entries":
  uses entity Entry
  mode: list
  section main "Entries":
    field code "Code in %"
    field stars "Stars"
  ux:
    filter: stars, day, key
