# What is taught.
module campus.study

entity Faculty "Faculty":
  id: uuid pk
  name: str(120) required unique
  dean: ref Teacher
  website: url

surface faculty_list "Faculties":
  uses entity Faculty
  mode: list

  section main "Faculties":
    field name "Name"
    field dean "Dean"
    field website "Website"

surface faculty_view "Faculty":
  uses entity Faculty
  mode: view

  section main "Faculty":
    field name "Name"
    field dean "Dean"
    field website "Website"

surface faculty_create "New faculty":
  uses entity Faculty
  mode: create

  section main "Faculty":
    field name "Name"
    field dean "Dean"
    field website "Website"

surface faculty_edit "Edit faculty":
  uses entity Faculty
  mode: edit

  section main "Faculty":
    field name "Name"
    field dean "Dean"
    field website "Website"

entity Department "Department":
  id: uuid pk
  name: str(120) required unique
  faculty: ref Faculty required
  code: str(4) required unique pattern="^[A-Z]{2,4}$"

surface department_list "Departments":
  uses entity Department
  mode: list

  section main "Departments":
    field name "Name"
    field faculty "Faculty"
    field code "Code"

surface department_view "Department":
  uses entity Department
  mode: view

  section main "Department":
    field name "Name"
    field faculty "Faculty"
    field code "Code"

surface department_create "New department":
  uses entity Department
  mode: create

  section main "Department":
    field name "Name"
    field faculty "Faculty"
    field code "Code"

surface department_edit "Edit department":
  uses entity Department
  mode: edit

  section main "Department":
    field name "Name"
    field faculty "Faculty"
    field code "Code"

entity Programme "Programme":
  id: uuid pk
  name: str(120) required
  department: ref Department required
  degree: enum[bachelor,master,doctorate]=bachelor
  credits: int required min=60 max=360
  is_open: bool = true

  unique name, degree

surface programme_list "Programmes":
  uses entity Programme
  mode: list

  section main "Programmes":
    field name "Name"
    field department "Department"
    field degree "Degree"
    field credits "Credits"
    field is_open "Is open"

surface programme_view "Programme":
  uses entity Programme
  mode: view

  section main "Programme":
    field name "Name"
    field department "Department"
    field degree "Degree"
    field credits "Credits"
    field is_open "Is open"

surface programme_create "New programme":
  uses entity Programme
  mode: create

  section main "Programme":
    field name "Name"
    field department "Department"
    field degree "Degree"
    field credits "Credits"
    field is_open "Is open"

surface programme_edit "Edit programme":
  uses entity Programme
  mode: edit

  section main "Programme":
    field name "Name"
    field department "Department"
    field degree "Degree"
    field credits "Credits"
    field is_open "Is open"

entity Course "Course":
  code: str(8) pk pattern="^[A-Z]{2,4}[0-9]{3,4}$"
  title: str(160) required
  department: ref Department required
  credits: int required min=1 max=30
  level: enum[introductory,intermediate,advanced]=introductory
  syllabus: text
  prerequisites: many Course
  programmes: many Programme

surface course_list "Courses":
  uses entity Course
  mode: list

  section main "Courses":
    field code "Code"
    field title "Title"
    field department "Department"
    field credits "Credits"
    field level "Level"

surface course_view "Course":
  uses entity Course
  mode: view

  section main "Course":
    field code "Code"
    field title "Title"
    field department "Department"
    field credits "Credits"
    field level "Level"
    field syllabus "Syllabus"
    field prerequisites "Prerequisites"
    field programmes "Programmes"

surface course_create "New course":
  uses entity Course
  mode: create

  section main "Course":
    field code "Code"
    field title "Title"
    field department "Department"
    field credits "Credits"
    field level "Level"
    field syllabus "Syllabus"
    field prerequisites "Prerequisites"
    field programmes "Programmes"

surface course_edit "Edit course":
  uses entity Course
  mode: edit

  section main "Course":
    field title "Title"
    field department "Department"
    field credits "Credits"
    field level "Level"
    field syllabus "Syllabus"
    field prerequisites "Prerequisites"
    field programmes "Programmes"

entity Term "Term":
  id: uuid pk
  name: str(20) required unique
  starts: date required
  ends: date required

surface term_list "Terms":
  uses entity Term
  mode: list

  section main "Terms":
    field name "Name"
    field starts "Starts"
    field ends "Ends"

surface term_view "Term":
  uses entity Term
  mode: view

  section main "Term":
    field name "Name"
    field starts "Starts"
    field ends "Ends"

surface term_create "New term":
  uses entity Term
  mode: create

  section main "Term":
    field name "Name"
    field starts "Starts"
    field ends "Ends"

surface term_edit "Edit term":
  uses entity Term
  mode: edit

  section main "Term":
    field name "Name"
    field starts "Starts"
    field ends "Ends"

entity Class "Class":
  id: uuid pk
  course: ref Course required
  term: ref Term required
  teacher: ref Teacher required
  room: ref Room
  capacity: int = 30 min=1 max=500
  language: enum[english,german,french]=english

  unique course, term, teacher

surface class_list "Classes":
  uses entity Class
  mode: list

  section main "Classes":
    field course "Course"
    field term "Term"
    field teacher "Teacher"
    field room "Room"
    field capacity "Capacity"
    field language "Language"

surface class_view "Class":
  uses entity Class
  mode: view

  section main "Class":
    field course "Course"
    field term "Term"
    field teacher "Teacher"
    field room "Room"
    field capacity "Capacity"
    field language "Language"

surface class_create "New class":
  uses entity Class
  mode: create

  section main "Class":
    field course "Course"
    field term "Term"
    field teacher "Teacher"
    field room "Room"
    field capacity "Capacity"
    field language "Language"

surface class_edit "Edit class":
  uses entity Class
  mode: edit

  section main "Class":
    field course "Course"
    field term "Term"
    field teacher "Teacher"
    field room "Room"
    field capacity "Capacity"
    field language "Language"

entity Lesson "Lesson":
  id: uuid pk
  class: ref Class required
  date: date required
  at: time required
  topic: str(200)
  is_cancelled: bool

surface lesson_list "Lessons":
  uses entity Lesson
  mode: list

  section main "Lessons":
    field class "Class"
    field date "Date"
    field at "At"
    field topic "Topic"
    field is_cancelled "Is cancelled"

surface lesson_view "Lesson":
  uses entity Lesson
  mode: view

  section main "Lesson":
    field class "Class"
    field date "Date"
    field at "At"
    field topic "Topic"
    field is_cancelled "Is cancelled"

surface lesson_create "New lesson":
  uses entity Lesson
  mode: create

  section main "Lesson":
    field class "Class"
    field date "Date"
    field at "At"
    field topic "Topic"
    field is_cancelled "Is cancelled"

surface lesson_edit "Edit lesson":
  uses entity Lesson
  mode: edit

  section main "Lesson":
    field class "Class"
    field date "Date"
    field at "At"
    field topic "Topic"
    field is_cancelled "Is cancelled"

entity Enrolment "Enrolment":
  id: uuid pk
  class: ref Class required
  student: ref Student required
  status: enum[requested,confirmed,withdrawn]=requested
  created_at: datetime auto_add

  unique class, student

surface enrolment_list "Enrolments":
  uses entity Enrolment
  mode: list

  section main "Enrolments":
    field class "Class"
    field student "Student"
    field status "Status"
    field created_at "Created at"

surface enrolment_view "Enrolment":
  uses entity Enrolment
  mode: view

  section main "Enrolment":
    field class "Class"
    field student "Student"
    field status "Status"
    field created_at "Created at"

surface enrolment_create "New enrolment":
  uses entity Enrolment
  mode: create

  section main "Enrolment":
    field class "Class"
    field student "Student"
    field status "Status"

surface enrolment_edit "Edit enrolment":
  uses entity Enrolment
  mode: edit

  section main "Enrolment":
    field class "Class"
    field student "Student"
    field status "Status"

entity Attendance "Attendance":
  id: uuid pk
  lesson: ref Lesson required
  student: ref Student required
  state: enum[present,late,absent,excused]=present

  unique lesson, student

surface attendance_list "Attendance":
  uses entity Attendance
  mode: list

  section main "Attendance":
    field lesson "Lesson"
    field student "Student"
    field state "State"

surface attendance_view "Attendance":
  uses entity Attendance
  mode: view

  section main "Attendance":
    field lesson "Lesson"
    field student "Student"
    field state "State"

surface attendance_create "New attendance":
  uses entity Attendance
  mode: create

  section main "Attendance":
    field lesson "Lesson"
    field student "Student"
    field state "State"

surface attendance_edit "Edit attendance":
  uses entity Attendance
  mode: edit

  section main "Attendance":
    field lesson "Lesson"
    field student "Student"
    field state "State"

entity Assignment "Assignment":
  id: uuid pk
  class: ref Class required
  title: str(160) required
  due: datetime required
  weight: float = 1.0 min=0
  brief: text required

surface assignment_list "Assignments":
  uses entity Assignment
  mode: list

  section main "Assignments":
    field class "Class"
    field title "Title"
    field due "Due"
    field weight "Weight"

surface assignment_view "Assignment":
  uses entity Assignment
  mode: view

  section main "Assignment":
    field class "Class"
    field title "Title"
    field due "Due"
    field weight "Weight"
    field brief "Brief"

surface assignment_create "New assignment":
  uses entity Assignment
  mode: create

  section main "Assignment":
    field class "Class"
    field title "Title"
    field due "Due"
    field weight "Weight"
    field brief "Brief"

surface assignment_edit "Edit assignment":
  uses entity Assignment
  mode: edit

  section main "Assignment":
    field class "Class"
    field title "Title"
    field due "Due"
    field weight "Weight"
    field brief "Brief"

entity Submission "Submission":
  id: uuid pk
  assignment: ref Assignment required
  student: ref Student required
  link: url
  text: text
  handed_in_at: datetime auto_add
  points: decimal(5,2) min=0 max=100

surface submission_list "Submissions":
  uses entity Submission
  mode: list

  section main "Submissions":
    field assignment "Assignment"
    field student "Student"
    field link "Link"
    field handed_in_at "Handed in at"
    field points "Points"

surface submission_view "Submission":
  uses entity Submission
  mode: view

  section main "Submission":
    field assignment "Assignment"
    field student "Student"
    field link "Link"
    field text "Text"
    field handed_in_at "Handed in at"
    field points "Points"

surface submission_create "New submission":
  uses entity Submission
  mode: create

  section main "Submission":
    field assignment "Assignment"
    field student "Student"
    field link "Link"
    field text "Text"
    field points "Points"

surface submission_edit "Edit submission":
  uses entity Submission
  mode: edit

  section main "Submission":
    field assignment "Assignment"
    field student "Student"
    field link "Link"
    field text "Text"
    field points "Points"

entity Exam "Exam":
  id: uuid pk
  class: ref Class required
  room: ref Room
  date: date required
  minutes: int = 90 min=15 max=360
  invigilators: many Teacher

surface exam_list "Exams":
  uses entity Exam
  mode: list

  section main "Exams":
    field class "Class"
    field room "Room"
    field date "Date"
    field minutes "Minutes"

surface exam_view "Exam":
  uses entity Exam
  mode: view

  section main "Exam":
    field class "Class"
    field room "Room"
    field date "Date"
    field minutes "Minutes"
    field invigilators "Invigilators"

surface exam_create "New exam":
  uses entity Exam
  mode: create

  section main "Exam":
    field class "Class"
    field room "Room"
    field date "Date"
    field minutes "Minutes"
    field invigilators "Invigilators"

surface exam_edit "Edit exam":
  uses entity Exam
  mode: edit

  section main "Exam":
    field class "Class"
    field room "Room"
    field date "Date"
    field minutes "Minutes"
    field invigilators "Invigilators"

entity Grade "Grade":
  id: uuid pk
  exam: ref Exam required
  student: ref Student required
  value: decimal(3,1) required min=1 max=6
  graded_at: datetime auto_update
  comment: text

  unique exam, student

surface grade_list "Grades":
  uses entity Grade
  mode: list

  section main "Grades":
    field exam "Exam"
    field student "Student"
    field value "Value"
    field graded_at "Graded at"

surface grade_view "Grade":
  uses entity Grade
  mode: view

  section main "Grade":
    field exam "Exam"
    field student "Student"
    field value "Value"
    field graded_at "Graded at"
    field comment "Comment"

surface grade_create "New grade":
  uses entity Grade
  mode: create

  section main "Grade":
    field exam "Exam"
    field student "Student"
    field value "Value"
    field comment "Comment"

surface grade_edit "Edit grade":
  uses entity Grade
  mode: edit

  section main "Grade":
    field exam "Exam"
    field student "Student"
    field value "Value"
    field comment "Comment"
