# Where things are.
module campus.study

entity Site "Site":
  id: uuid pk
  name: str(80) required unique
  address: text required
  opened: date

surface site_list "Sites":
  uses entity Site
  mode: list

  section main "Sites":
    field name "Name"
    field opened "Opened"

surface site_view "Site":
  uses entity Site
  mode: view

  section main "Site":
    field name "Name"
    field address "Address"
    field opened "Opened"

surface site_create "New site":
  uses entity Site
  mode: create

  section main "Site":
    field name "Name"
    field address "Address"
    field opened "Opened"

surface site_edit "Edit site":
  uses entity Site
  mode: edit

  section main "Site":
    field name "Name"
    field address "Address"
    field opened "Opened"

entity Building "Building":
  id: uuid pk
  name: str(80) required
  site: ref Site required
  floors: int = 1 min=1 max=60
  has_lift: bool
  map: url

  unique name, site

surface building_list "Buildings":
  uses entity Building
  mode: list

  section main "Buildings":
    field name "Name"
    field site "Site"
    field floors "Floors"
    field has_lift "Has lift"
    field map "Map"

surface building_view "Building":
  uses entity Building
  mode: view

  section main "Building":
    field name "Name"
    field site "Site"
    field floors "Floors"
    field has_lift "Has lift"
    field map "Map"

surface building_create "New building":
  uses entity Building
  mode: create

  section main "Building":
    field name "Name"
    field site "Site"
    field floors "Floors"
    field has_lift "Has lift"
    field map "Map"

surface building_edit "Edit building":
  uses entity Building
  mode: edit

  section main "Building":
    field name "Name"
    field site "Site"
    field floors "Floors"
    field has_lift "Has lift"
    field map "Map"

entity Room "Room":
  id: uuid pk
  name: str(40) required
  building: ref Building required
  kind: enum[lecture_hall,seminar_room,laboratory,office,flat]=seminar_room
  seats: int required min=0
  equipment: many Equipment

  unique name, building

surface room_list "Rooms":
  uses entity Room
  mode: list

  section main "Rooms":
    field name "Name"
    field building "Building"
    field kind "Kind"
    field seats "Seats"

surface room_view "Room":
  uses entity Room
  mode: view

  section main "Room":
    field name "Name"
    field building "Building"
    field kind "Kind"
    field seats "Seats"
    field equipment "Equipment"

surface room_create "New room":
  uses entity Room
  mode: create

  section main "Room":
    field name "Name"
    field building "Building"
    field kind "Kind"
    field seats "Seats"
    field equipment "Equipment"

surface room_edit "Edit room":
  uses entity Room
  mode: edit

  section main "Room":
    field name "Name"
    field building "Building"
    field kind "Kind"
    field seats "Seats"
    field equipment "Equipment"

entity Equipment "Equipment":
  id: uuid pk
  name: str(80) required
  serial: str(40) unique
  bought: date
  value: decimal(9,2) min=0
  condition: enum[new,good,worn,broken]=good

surface equipment_list "Equipment":
  uses entity Equipment
  mode: list

  section main "Equipment":
    field name "Name"
    field serial "Serial"
    field bought "Bought"
    field value "Value"
    field condition "Condition"

surface equipment_view "Equipment":
  uses entity Equipment
  mode: view

  section main "Equipment":
    field name "Name"
    field serial "Serial"
    field bought "Bought"
    field value "Value"
    field condition "Condition"

surface equipment_create "New equipment":
  uses entity Equipment
  mode: create

  section main "Equipment":
    field name "Name"
    field serial "Serial"
    field bought "Bought"
    field value "Value"
    field condition "Condition"

surface equipment_edit "Edit equipment":
  uses entity Equipment
  mode: edit

  section main "Equipment":
    field name "Name"
    field serial "Serial"
    field bought "Bought"
    field value "Value"
    field condition "Condition"

entity Booking "Booking":
  id: uuid pk
  room: ref Room required
  person: ref Person required
  purpose: str(200) required
  starts: datetime required
  ends: datetime required
  is_confirmed: bool

  index room, starts desc

surface booking_list "Bookings":
  uses entity Booking
  mode: list

  section main "Bookings":
    field room "Room"
    field person "Person"
    field purpose "Purpose"
    field starts "Starts"
    field ends "Ends"
    field is_confirmed "Is confirmed"

surface booking_view "Booking":
  uses entity Booking
  mode: view

  section main "Booking":
    field room "Room"
    field person "Person"
    field purpose "Purpose"
    field starts "Starts"
    field ends "Ends"
    field is_confirmed "Is confirmed"

surface booking_create "New booking":
  uses entity Booking
  mode: create

  section main "Booking":
    field room "Room"
    field person "Person"
    field purpose "Purpose"
    field starts "Starts"
    field ends "Ends"
    field is_confirmed "Is confirmed"

surface booking_edit "Edit booking":
  uses entity Booking
  mode: edit

  section main "Booking":
    field room "Room"
    field person "Person"
    field purpose "Purpose"
    field starts "Starts"
    field ends "Ends"
    field is_confirmed "Is confirmed"

entity Inspection "Inspection":
  id: uuid pk
  room: ref Room required
  inspector: ref Employee
  at: datetime = now
  passed: bool
  findings: text

surface inspection_list "Inspections":
  uses entity Inspection
  mode: list

  section main "Inspections":
    field room "Room"
    field inspector "Inspector"
    field at "At"
    field passed "Passed"

surface inspection_view "Inspection":
  uses entity Inspection
  mode: view

  section main "Inspection":
    field room "Room"
    field inspector "Inspector"
    field at "At"
    field passed "Passed"
    field findings "Findings"

surface inspection_create "New inspection":
  uses entity Inspection
  mode: create

  section main "Inspection":
    field room "Room"
    field inspector "Inspector"
    field at "At"
    field passed "Passed"
    field findings "Findings"

surface inspection_edit "Edit inspection":
  uses entity Inspection
  mode: edit

  section main "Inspection":
    field room "Room"
    field inspector "Inspector"
    field at "At"
    field passed "Passed"
    field findings "Findings"

entity Parking "Parking":
  id: int pk
  number: str(6) required unique
  site: ref Site required
  holder: ref Person
  is_accessible: bool

surface parking_list "Parking places":
  uses entity Parking
  mode: list

  section main "Parking places":
    field number "Number"
    field site "Site"
    field holder "Holder"
    field is_accessible "Is accessible"

surface parking_view "Parking":
  uses entity Parking
  mode: view

  section main "Parking":
    field number "Number"
    field site "Site"
    field holder "Holder"
    field is_accessible "Is accessible"

surface parking_create "New parking":
  uses entity Parking
  mode: create

  section main "Parking":
    field number "Number"
    field site "Site"
    field holder "Holder"
    field is_accessible "Is accessible"

surface parking_edit "Edit parking":
  uses entity Parking
  mode: edit

  section main "Parking":
    field number "Number"
    field site "Site"
    field holder "Holder"
    field is_accessible "Is accessible"

entity Locker "Locker":
  id: int pk
  number: str(8) required unique
  building: ref Building required
  student: ref Student
  rent: decimal(6,2) = 0.00 min=0

surface locker_list "Lockers":
  uses entity Locker
  mode: list

  section main "Lockers":
    field number "Number"
    field building "Building"
    field student "Student"
    field rent "Rent"

surface locker_view "Locker":
  uses entity Locker
  mode: view

  section main "Locker":
    field number "Number"
    field building "Building"
    field student "Student"
    field rent "Rent"

surface locker_create "New locker":
  uses entity Locker
  mode: create

  section main "Locker":
    field number "Number"
    field building "Building"
    field student "Student"
    field rent "Rent"

surface locker_edit "Edit locker":
  uses entity Locker
  mode: edit

  section main "Locker":
    field number "Number"
    field building "Building"
    field student "Student"
    field rent "Rent"
