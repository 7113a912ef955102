# A small university: people, places, courses, library, money and life.
module campus.core

use campus.library
use campus.life
use campus.money
use campus.study

app campus "Campus"

# A new student, from the person to the first class.
experience admission "Admission":
  start at step person

  step person:
    kind: surface
    surface person_create
    on success -> step student

  step student:
    kind: surface
    surface student_create
    on success -> step enrolment
    on cancel -> step overview

  step enrolment:
    kind: surface
    surface enrolment_create
    on success -> step overview

  step overview:
    kind: surface
    surface student_list

test students_have_a_number:
  """A student number is S and five digits."""
  setup:
    ann: create Person with name="Ann", email="ann@example.com"
  action: create Student
  data:
    person: ann
    number: "12345"
    year: 1
  expect:
    status: error

test a_grade_lies_between_one_and_six:
  """There is no grade 7."""
  setup:
    exam: create Exam with date="2030-02-01"
  action: create Grade
  data:
    exam: exam
    value: 7
  expect:
    status: error

test nobody_enrols_twice:
  """One student, one class, one enrolment."""
  setup:
    enrolment: create Enrolment with status="confirmed"
  action: get Enrolment
  expect:
    count equals 1
    first field status equals "confirmed"
