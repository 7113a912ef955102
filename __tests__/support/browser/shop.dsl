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
