import type { CatalogueSection } from './entry.ts';

/** Codes of surfaces, experiences, services, integrations and tests. */
export const specPagesCatalogue = {
  DZL166: {
    title: 'A surface needs an entity',
    meaning:
      'A list, view, create or edit surface shows the rows of an entity; only a custom one can do without.',
    example: `surface task_page "Tasks":
  mode: list`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list`,
  },
  DZL168: {
    title: 'An experience has no start',
    meaning: 'It has to say at which step it starts.',
    example: `experience tour "Tour":
  step first:
    surface task_list`,
    mend: `experience tour "Tour":
  start at step first
  step first:
    surface task_list`,
  },
  DZL169: {
    title: 'A step does not exist',
    meaning: 'A start, a transition or an outcome leads to a step that the experience does not have.',
    example: `experience tour "Tour":
  start at step frist
  step first:
    surface task_list`,
    mend: `experience tour "Tour":
  start at step first
  step first:
    surface task_list`,
  },
  DZL170: {
    title: 'A step is incomplete',
    meaning: 'A step of kind surface names a surface, one of kind integration an integration.',
    example: `experience tour "Tour":
  start at step first
  step first:
    kind: surface`,
    mend: `experience tour "Tour":
  start at step first
  step first:
    kind: surface
    surface task_list`,
  },
  DZL171: {
    title: 'A service has no spec',
    meaning: 'A service says where its description is found, or gives it.',
    example: `service bank "Bank":
  owner: "Acme"`,
    mend: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
  owner: "Acme"`,
  },
  DZL172: {
    title: 'A foreign model has no key',
    meaning: 'The key tells the rows of the foreign system apart.',
    example: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
foreign_model Payment from bank "Payment":
  field number: str(20)`,
    mend: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
foreign_model Payment from bank "Payment":
  key: number
  field number: str(20)`,
  },
  DZL173: {
    title: 'A schedule is missing or wrong',
    meaning: 'A scheduled sync has a cron line: minute, hour, day of the month, month, day of the week.',
    example: `integration nightly "Nightly":
  sync import:
    mode: scheduled
    schedule: "at night"`,
    mend: `integration nightly "Nightly":
  sync import:
    mode: scheduled
    schedule: "0 2 * * *"`,
  },
  DZL174: {
    title: 'An integration does not use what it calls',
    meaning: 'Services and foreign models that an integration works with are among its uses lines.',
    example: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
integration pay "Pay":
  action go:
    call service bank`,
    mend: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
integration pay "Pay":
  uses service bank
  action go:
    call service bank`,
  },
  DZL178: {
    title: 'A test names a row that it does not set up',
    meaning: 'Rows that a test changes, deletes, or refers to are created under setup, by name.',
    example: `test change "Change":
  setup:
    task: create Task with title="A"
  action: update tsk
  expect:
    status: success`,
    mend: `test change "Change":
  setup:
    task: create Task with title="A"
  action: update task
  expect:
    status: success`,
  },
  DZL179: {
    title: 'A test asks for rows that nothing relates',
    meaning:
      '"get ticket comments" reads the rows of an entity that refers to the row; no such entity is called so.',
    example: `test related "Related":
  setup:
    ann: create User with name="Ann"
  action: get ann jobs
  expect:
    count equals 0`,
    mend: `test related "Related":
  setup:
    ann: create User with name="Ann"
  action: get ann tasks
  expect:
    count equals 0`,
  },
  DZL180: {
    title: 'Something does nothing',
    meaning: 'An action needs an outcome, an attention a condition, a test an action.',
    example: `test nothing "Nothing":
  expect:
    status: success`,
    mend: `test nothing "Nothing":
  action: create Task
  expect:
    status: error`,
  },
  DZL198: {
    title: 'A mapping reads from an unknown place',
    meaning:
      'The right side of a mapping begins with form, entity, foreign or current_user; a response goes to a field.',
    example: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
integration pay "Pay":
  uses service bank
  action go:
    call bank.pay with:
      amount <- froms.amount`,
    mend: `service bank "Bank":
  spec: url "https://bank.example/openapi.json"
integration pay "Pay":
  uses service bank
  action go:
    call bank.pay with:
      amount <- form.amount`,
  },
} as const satisfies CatalogueSection;
