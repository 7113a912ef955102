# Who is on campus.
module campus.study

entity Person "Person":
  id: uuid pk
  name: str(120) required
  email: email required unique
  phone: str(30)
  born: date
  photo: url
  is_active: bool = true
  created_at: datetime auto_add

surface person_list "People":
  uses entity Person
  mode: list

  section main "People":
    field name "Name"
    field email "Email"
    field phone "Phone"
    field born "Born"
    field photo "Photo"
    field is_active "Is active"

surface person_view "Person":
  uses entity Person
  mode: view

  section main "Person":
    field name "Name"
    field email "Email"
    field phone "Phone"
    field born "Born"
    field photo "Photo"
    field is_active "Is active"
    field created_at "Created at"

surface person_create "New person":
  uses entity Person
  mode: create

  section main "Person":
    field name "Name"
    field email "Email"
    field phone "Phone"
    field born "Born"
    field photo "Photo"
    field is_active "Is active"

surface person_edit "Edit person":
  uses entity Person
  mode: edit

  section main "Person":
    field name "Name"
    field email "Email"
    field phone "Phone"
    field born "Born"
    field photo "Photo"
    field is_active "Is active"

entity Student "Student":
  id: uuid pk
  person: ref Person required unique
  number: str(10) required unique pattern="^S[0-9]{5}$"
  year: int required min=1 max=8
  programme: ref Programme required
  advisor: ref Teacher
  status: enum[applied,enrolled,on_leave,graduated]=applied
  enrolled_on: date

surface student_list "Students":
  uses entity Student
  mode: list

  section main "Students":
    field person "Person"
    field number "Number"
    field year "Year"
    field programme "Programme"
    field advisor "Advisor"
    field status "Status"

surface student_view "Student":
  uses entity Student
  mode: view

  section main "Student":
    field person "Person"
    field number "Number"
    field year "Year"
    field programme "Programme"
    field advisor "Advisor"
    field status "Status"
    field enrolled_on "Enrolled on"

surface student_create "New student":
  uses entity Student
  mode: create

  section main "Student":
    field person "Person"
    field number "Number"
    field year "Year"
    field programme "Programme"
    field advisor "Advisor"
    field status "Status"
    field enrolled_on "Enrolled on"

surface student_edit "Edit student":
  uses entity Student
  mode: edit

  section main "Student":
    field person "Person"
    field number "Number"
    field year "Year"
    field programme "Programme"
    field advisor "Advisor"
    field status "Status"
    field enrolled_on "Enrolled on"

entity Teacher "Teacher":
  id: uuid pk
  person: ref Person required unique
  title: str(60) required
  department: ref Department required
  rank: enum[lecturer,senior_lecturer,professor]=lecturer
  office: ref Room
  hired_on: date = today

surface teacher_list "Teachers":
  uses entity Teacher
  mode: list

  section main "Teachers":
    field person "Person"
    field title "Title"
    field department "Department"
    field rank "Rank"
    field office "Office"
    field hired_on "Hired on"

surface teacher_view "Teacher":
  uses entity Teacher
  mode: view

  section main "Teacher":
    field person "Person"
    field title "Title"
    field department "Department"
    field rank "Rank"
    field office "Office"
    field hired_on "Hired on"

surface teacher_create "New teacher":
  uses entity Teacher
  mode: create

  section main "Teacher":
    field person "Person"
    field title "Title"
    field department "Department"
    field rank "Rank"
    field office "Office"
    field hired_on "Hired on"

surface teacher_edit "Edit teacher":
  uses entity Teacher
  mode: edit

  section main "Teacher":
    field person "Person"
    field title "Title"
    field department "Department"
    field rank "Rank"
    field office "Office"
    field hired_on "Hired on"

entity Employee "Employee":
  id: uuid pk
  person: ref Person required unique
  job: str(80) required
  department: ref Department
  salary: decimal(10,2) required min=0
  hired_on: date = today

surface employee_list "Employees":
  uses entity Employee
  mode: list

  section main "Employees":
    field person "Person"
    field job "Job"
    field department "Department"
    field salary "Salary"
    field hired_on "Hired on"

surface employee_view "Employee":
  uses entity Employee
  mode: view

  section main "Employee":
    field person "Person"
    field job "Job"
    field department "Department"
    field salary "Salary"
    field hired_on "Hired on"

surface employee_create "New employee":
  uses entity Employee
  mode: create

  section main "Employee":
    field person "Person"
    field job "Job"
    field department "Department"
    field salary "Salary"
    field hired_on "Hired on"

surface employee_edit "Edit employee":
  uses entity Employee
  mode: edit

  section main "Employee":
    field person "Person"
    field job "Job"
    field department "Department"
    field salary "Salary"
    field hired_on "Hired on"

entity Guardian "Guardian":
  id: uuid pk
  name: str(120) required
  phone: str(30) required
  students: many Student

surface guardian_list "Guardians":
  uses entity Guardian
  mode: list

  section main "Guardians":
    field name "Name"
    field phone "Phone"

surface guardian_view "Guardian":
  uses entity Guardian
  mode: view

  section main "Guardian":
    field name "Name"
    field phone "Phone"
    field students "Students"

surface guardian_create "New guardian":
  uses entity Guardian
  mode: create

  section main "Guardian":
    field name "Name"
    field phone "Phone"
    field students "Students"

surface guardian_edit "Edit guardian":
  uses entity Guardian
  mode: edit

  section main "Guardian":
    field name "Name"
    field phone "Phone"
    field students "Students"

entity Skill "Skill":
  id: uuid pk
  name: str(60) required unique
  holders: many Person

surface skill_list "Skills":
  uses entity Skill
  mode: list

  section main "Skills":
    field name "Name"

surface skill_view "Skill":
  uses entity Skill
  mode: view

  section main "Skill":
    field name "Name"
    field holders "Holders"

surface skill_create "New skill":
  uses entity Skill
  mode: create

  section main "Skill":
    field name "Name"
    field holders "Holders"

surface skill_edit "Edit skill":
  uses entity Skill
  mode: edit

  section main "Skill":
    field name "Name"
    field holders "Holders"

entity Badge "Badge":
  id: int pk
  person: ref Person required
  code: uuid required unique
  valid_until: date required
  is_lost: bool = false

surface badge_list "Badges":
  uses entity Badge
  mode: list

  section main "Badges":
    field person "Person"
    field code "Code"
    field valid_until "Valid until"
    field is_lost "Is lost"

surface badge_view "Badge":
  uses entity Badge
  mode: view

  section main "Badge":
    field person "Person"
    field code "Code"
    field valid_until "Valid until"
    field is_lost "Is lost"

surface badge_create "New badge":
  uses entity Badge
  mode: create

  section main "Badge":
    field person "Person"
    field code "Code"
    field valid_until "Valid until"
    field is_lost "Is lost"

surface badge_edit "Edit badge":
  uses entity Badge
  mode: edit

  section main "Badge":
    field person "Person"
    field code "Code"
    field valid_until "Valid until"
    field is_lost "Is lost"

entity Absence "Absence":
  id: uuid pk
  person: ref Person required
  from: date required
  to: date
  reason: enum[illness,travel,family,other]=illness
  note: text

surface absence_list "Absences":
  uses entity Absence
  mode: list

  section main "Absences":
    field person "Person"
    field from "From"
    field to "To"
    field reason "Reason"

surface absence_view "Absence":
  uses entity Absence
  mode: view

  section main "Absence":
    field person "Person"
    field from "From"
    field to "To"
    field reason "Reason"
    field note "Note"

surface absence_create "New absence":
  uses entity Absence
  mode: create

  section main "Absence":
    field person "Person"
    field from "From"
    field to "To"
    field reason "Reason"
    field note "Note"

surface absence_edit "Edit absence":
  uses entity Absence
  mode: edit

  section main "Absence":
    field person "Person"
    field from "From"
    field to "To"
    field reason "Reason"
    field note "Note"
