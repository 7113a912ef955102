# What happens beside the courses.
module campus.life

use campus.study

entity Club "Club":
  id: uuid pk
  name: str(80) required unique
  founded: date
  president: ref Student
  members: many Student
  website: url

surface club_list "Clubs":
  uses entity Club
  mode: list

  section main "Clubs":
    field name "Name"
    field founded "Founded"
    field president "President"
    field website "Website"

surface club_view "Club":
  uses entity Club
  mode: view

  section main "Club":
    field name "Name"
    field founded "Founded"
    field president "President"
    field members "Members"
    field website "Website"

surface club_create "New club":
  uses entity Club
  mode: create

  section main "Club":
    field name "Name"
    field founded "Founded"
    field president "President"
    field members "Members"
    field website "Website"

surface club_edit "Edit club":
  uses entity Club
  mode: edit

  section main "Club":
    field name "Name"
    field founded "Founded"
    field president "President"
    field members "Members"
    field website "Website"

entity Event "Event":
  id: uuid pk
  title: str(160) required
  club: ref Club
  room: ref Room
  starts: datetime required
  open_to: enum[everyone,students,members]=everyone
  guests: many Person
  description: text

surface event_list "Events":
  uses entity Event
  mode: list

  section main "Events":
    field title "Title"
    field club "Club"
    field room "Room"
    field starts "Starts"
    field open_to "Open to"

surface event_view "Event":
  uses entity Event
  mode: view

  section main "Event":
    field title "Title"
    field club "Club"
    field room "Room"
    field starts "Starts"
    field open_to "Open to"
    field guests "Guests"
    field description "Description"

surface event_create "New event":
  uses entity Event
  mode: create

  section main "Event":
    field title "Title"
    field club "Club"
    field room "Room"
    field starts "Starts"
    field open_to "Open to"
    field guests "Guests"
    field description "Description"

surface event_edit "Edit event":
  uses entity Event
  mode: edit

  section main "Event":
    field title "Title"
    field club "Club"
    field room "Room"
    field starts "Starts"
    field open_to "Open to"
    field guests "Guests"
    field description "Description"

entity Team "Team":
  id: uuid pk
  name: str(60) required
  sport: str(60) required
  captain: ref Student
  players: many Student

surface team_list "Teams":
  uses entity Team
  mode: list

  section main "Teams":
    field name "Name"
    field sport "Sport"
    field captain "Captain"

surface team_view "Team":
  uses entity Team
  mode: view

  section main "Team":
    field name "Name"
    field sport "Sport"
    field captain "Captain"
    field players "Players"

surface team_create "New team":
  uses entity Team
  mode: create

  section main "Team":
    field name "Name"
    field sport "Sport"
    field captain "Captain"
    field players "Players"

surface team_edit "Edit team":
  uses entity Team
  mode: edit

  section main "Team":
    field name "Name"
    field sport "Sport"
    field captain "Captain"
    field players "Players"

entity Match "Match":
  id: uuid pk
  home: ref Team required
  away: ref Team required
  at: datetime required
  home_score: int min=0
  away_score: int min=0

surface match_list "Matches":
  uses entity Match
  mode: list

  section main "Matches":
    field home "Home"
    field away "Away"
    field at "At"
    field home_score "Home score"
    field away_score "Away score"

surface match_view "Match":
  uses entity Match
  mode: view

  section main "Match":
    field home "Home"
    field away "Away"
    field at "At"
    field home_score "Home score"
    field away_score "Away score"

surface match_create "New match":
  uses entity Match
  mode: create

  section main "Match":
    field home "Home"
    field away "Away"
    field at "At"
    field home_score "Home score"
    field away_score "Away score"

surface match_edit "Edit match":
  uses entity Match
  mode: edit

  section main "Match":
    field home "Home"
    field away "Away"
    field at "At"
    field home_score "Home score"
    field away_score "Away score"

entity Message "Message":
  id: uuid pk
  from: ref Person required
  to: many Person
  subject: str(160) required
  body: text required
  is_read: bool
  sent_at: datetime auto_add

surface message_list "Messages":
  uses entity Message
  mode: list

  section main "Messages":
    field from "From"
    field subject "Subject"
    field is_read "Is read"
    field sent_at "Sent at"

surface message_view "Message":
  uses entity Message
  mode: view

  section main "Message":
    field from "From"
    field to "To"
    field subject "Subject"
    field body "Body"
    field is_read "Is read"
    field sent_at "Sent at"

surface message_create "New message":
  uses entity Message
  mode: create

  section main "Message":
    field from "From"
    field to "To"
    field subject "Subject"
    field body "Body"
    field is_read "Is read"

surface message_edit "Edit message":
  uses entity Message
  mode: edit

  section main "Message":
    field from "From"
    field to "To"
    field subject "Subject"
    field body "Body"
    field is_read "Is read"

entity Ticket "Ticket":
  id: uuid pk
  title: str(160) required
  reporter: ref Person required
  room: ref Room
  priority: enum[low,normal,high,urgent]=normal
  state: enum[new,accepted,done,rejected]=new
  body: text
  created_at: datetime auto_add
  updated_at: datetime auto_update

  index state, priority desc

surface ticket_list "Tickets":
  uses entity Ticket
  mode: list

  section main "Tickets":
    field title "Title"
    field reporter "Reporter"
    field room "Room"
    field priority "Priority"
    field state "State"
    field created_at "Created at"

surface ticket_view "Ticket":
  uses entity Ticket
  mode: view

  section main "Ticket":
    field title "Title"
    field reporter "Reporter"
    field room "Room"
    field priority "Priority"
    field state "State"
    field body "Body"
    field created_at "Created at"
    field updated_at "Updated at"

surface ticket_create "New ticket":
  uses entity Ticket
  mode: create

  section main "Ticket":
    field title "Title"
    field reporter "Reporter"
    field room "Room"
    field priority "Priority"
    field state "State"
    field body "Body"

surface ticket_edit "Edit ticket":
  uses entity Ticket
  mode: edit

  section main "Ticket":
    field title "Title"
    field reporter "Reporter"
    field room "Room"
    field priority "Priority"
    field state "State"
    field body "Body"

entity Announcement "Announcement":
  id: uuid pk
  title: str(160) required
  body: text required
  visible_from: datetime = now
  is_pinned: bool
  author: ref Employee

surface announcement_list "Announcements":
  uses entity Announcement
  mode: list

  section main "Announcements":
    field title "Title"
    field visible_from "Visible from"
    field is_pinned "Is pinned"
    field author "Author"

surface announcement_view "Announcement":
  uses entity Announcement
  mode: view

  section main "Announcement":
    field title "Title"
    field body "Body"
    field visible_from "Visible from"
    field is_pinned "Is pinned"
    field author "Author"

surface announcement_create "New announcement":
  uses entity Announcement
  mode: create

  section main "Announcement":
    field title "Title"
    field body "Body"
    field visible_from "Visible from"
    field is_pinned "Is pinned"
    field author "Author"

surface announcement_edit "Edit announcement":
  uses entity Announcement
  mode: edit

  section main "Announcement":
    field title "Title"
    field body "Body"
    field visible_from "Visible from"
    field is_pinned "Is pinned"
    field author "Author"
