/** People and tasks: a renamed field, an enum, references to one and to many, and a test. */
export const tasks = `entity Person "Person":
  id: uuid pk
  name: str(80) required
  from: email

entity Task "Task":
  id: uuid pk
  title: str(20) required
  state: enum[new, done] = new
  owner: ref Person required
  helpers: many Person
  created_at: datetime auto_add

test it_starts_as_new:
  action: create Task
  data:
    title: "Say \\"hello\\""
  expect:
    status: error
    error_message contains "owner is required"
`;

/** Offers with a title that looks like markup: a list with filters, a form, and an experience. */
export const offers = `entity Customer "Customer":
  id: uuid pk
  name: str(100) required
entity Offer "Offer {{ 7 }} <b>":
  code: str(20) pk
  from: str(30)
  state: enum[open,done]=open
  customer: ref Customer required
surface offer_list "Offers {{ 7 }} <b>":
  uses entity Offer
  mode: list
  section main "Main":
    field code "Code"
    field state "State"
    field customer "Customer"
  ux:
    filter: from, state
surface offer_new "New offer":
  uses entity Offer
  mode: create
  section main "Main":
    field code "Code"
    field from "From"
    field customer "Customer"
experience intake "Intake":
  start: offer
  step offer:
    kind: surface
    surface offer_new
`;
