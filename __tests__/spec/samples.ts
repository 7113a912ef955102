import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every construct of the language, in the spelling that `dazzle fmt` writes. */
export const canonicalSpec = `# A shop
module shop.core

use shop.billing as billing
app shop "Shop"

entity Customer "Customer" was Client:
  # keys come first
  id: uuid pk
  full_name: str(200) required was=name
  email: email unique help="Where \\"invoices\\" go"
  vat: str(12) optional pattern="^[A-Z]{2}\\d+\\.\\w$"
  size: enum[small,large]=small
  active: bool = true
  credit: decimal(12,2) = -5.50 min=-100 max=99.50
  since: date = today  # when they joined
  owner: ref people.User
  orders: many Order
  index: int
  unique: date
  meta: json
  key: uuid
  url: url

  index size, since desc
  unique email
  meta icon = "user"

surface customer_list "Customers":
  uses entity Customer
  mode: list

  section main "Customers":
    field full_name "Name" width=half sortable=true
    field email "E-mail":
      help: "Where invoices go"
      placeholder: "a@example.com"
    meta tone = calm

  action open "Open":
    on click -> surface customer_detail

  action pay:
    on submit -> integration billing action charge

  action walk:
    on auto -> experience checkout step review

  ux:
    purpose: "Find customers"
    show: full_name, email
    filter: size
    search: full_name
    sort: since desc, full_name
    empty: "Nobody yet"
    display: grid

    attention critical:
      when: credit < -5 and (size = large or not active = true)
      message: "Look here"
      action: customer_detail

    for manager:
      scope: all
      purpose: "All of them"
      show: email
      hide: credit
      show_aggregate: total
      focus: orders
      action_primary: customer_create
      read_only: false
      defaults:
        owner: current_user
        size: small

    for agent:
      scope: owner.region = current_user.region and since not in [today, yesterday]

persona manager "Manager":
  level: 3
  goals:
    - "Sell"
    - "Sleep"

workspace desk "Desk":
  purpose: "Work"
  engine_hint: "archetype"

  count:
    source: Customer
    filter: days_since(since) > 3 and 7_days_ago < since and owner is not null
    sort: since desc
    limit: 10
    display: list
    action: customer_list
    empty: "None"
    group_by: size
    aggregate:
      total: count(Customer where size = large)
      share: round(100 * (sum(credit) - 1) / count(*), 1)
      kinds: count(distinct size) + credit - (2 - 1)

  purpose:
    source: Customer

  ux:
    for manager:
      focus: count

experience checkout "Checkout":
  start at step review

  step review:
    kind: surface
    surface customer_list
    on success -> step step
    on cancel -> step review

  step step:
    kind: integration
    integration billing action charge

service pay "Payments":
  spec: url "https://pay.example/openapi.json"
  auth_profile: oauth2_pkce scopes="read" ttl=60
  owner: "Acme"

foreign_model Payment from pay "Payment":
  key: id, at
  constraint read_only
  constraint batch_import frequency=daily
  field id: str(12)
  field key: uuid
  field field: text

integration billing "Billing":
  uses service pay
  uses foreign_model Payment, Refund

  action charge:
    when surface customer_list submitted
    call pay.charge with:
      amount <- form.amount
      currency <- "EUR"
    map response Payment -> entity Customer:
      credit <- foreign.amount

  action pieces:
    call service pay
    call operation /charges/{id}?x=1#y
    call mapping:
      amount -> form.amount
    response foreign Payment
    response entity Customer
    response mapping:
      amount -> entity.credit

  sync nightly:
    mode: scheduled "0 2 * * *"
    from pay.list as Payment
    into entity Customer
    match on:
      id <-> id

  sync often:
    mode: event_driven
    schedule: "0 * * * *"
    from service pay
    from operation list
    from foreign Payment

test customer_created "Creates":
  """Creates
  a customer."""
  setup:
    one: create Customer with full_name="A", size=small
  action: create Customer
  data:
    full_name: "A"
    credit: null
  filter:
    size: small
  search:
    query: "A"
  order_by: "-since"
  expect:
    status: success
    created: true
    count equals 1
    Customer count greater_than 0
    error_message contains "required"
    field size equals small
    first field since less_than field until
    one field field equals "x"
    sent: true
    total not_equals 3
# the end
`;

const folder = fileURLToPath(new URL('../../../shared/specs/', import.meta.url));

/** The texts that tests take apart: the canonical one, and real ones where they are at hand. */
export const samples: readonly string[] = [
  canonicalSpec,
  ...(existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.dsl'))
        .sort()
        .map((name) => readFileSync(folder + name, 'utf8'))
    : []),
];
