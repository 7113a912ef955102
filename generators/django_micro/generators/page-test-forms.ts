import { invalidSamples, py, snake } from '../../../lib/index.ts';
import type { DeletePage, FormPage, FreePage, ShownField, ViewPage } from '../../../lib/index.ts';
import { freeName } from './forms.ts';
import { loginTest, makeCode, reverseCode } from './page-tests.ts';
import type { PageTest, PageTests } from './page-tests.ts';
import type { WebScope } from './view-values.ts';

/** Tests of a page that shows a record. */
export function detailTests(web: WebScope, page: ViewPage): PageTests {
  const address = reverseCode(page);
  const make = `record = ${makeCode(web, page.entity)}`;
  const fields = page.sections.flatMap((section) => section.fields);
  return {
    name: testName(web, page.surface),
    tests: [
      loginTest(address, [make]),
      {
        name: 'test_shows_the_record',
        lines: [
          make,
          `page = self.get_page(${address})`,
          'self.assert_shows(page, record)',
          ...fields.flatMap((field) => shownLine(web, page, field)),
          `for label in ${py(fields.map((field) => field.label))}:`,
          '    self.assert_shows(page, label)',
        ],
      },
      goneTest(make, address),
    ],
  };
}

/** How the page shows the field's value, where the sample has one. */
function shownLine(web: WebScope, page: ViewPage, field: ShownField): readonly string[] {
  const attribute = web.attribute(page.entity, field.field);
  const { nullable } = web.entity(page.entity).fields.find((candidate) => candidate.name === field.field)!;
  switch (field.kind) {
    case 'enum':
      return [`self.assert_shows(page, record.get_${attribute}_display())`];
    case 'ref':
      return nullable ? [] : [`self.assert_shows(page, record.${attribute})`];
    case 'str':
    case 'text':
    case 'email':
      return [`self.assert_shows(page, record.${attribute})`];
    default:
      return [];
  }
}

/** Tests of a form: what it saves, and what it refuses. */
export function formTests(web: WebScope, page: FormPage): PageTests {
  const address = reverseCode(page);
  const isCreate = page.kind === 'create';
  const { className } = web.names.model(page.entity);
  const inputs = page.sections.flatMap((section) =>
    section.fields.filter((field) => !field.isReadOnly && !field.isFreeText),
  );
  const names = inputs.map((field) => web.attribute(page.entity, field.field));
  const make = `record = ${makeCode(web, page.entity)}`;
  const setup = isCreate ? [] : [make];
  const values = [
    `sample = values_of(${py(className)})`,
    `values = {name: sample[name] for name in ${py(names)} if name in sample}`,
  ];
  const tests: PageTest[] = [
    loginTest(address, setup),
    { name: 'test_asks_for_its_fields', lines: asksLines(setup, address, inputs) },
  ];
  if (inputs.length > 0) {
    tests.push({
      name: isCreate ? 'test_creates_a_record' : 'test_changes_the_record',
      lines: [
        ...setup,
        ...values,
        `response = self.send(${address}, values${buttonOf(page)})`,
        'self.assertEqual(response.status_code, 302)',
        isCreate ? `record = models.${className}.objects.get()` : 'record.refresh_from_db()',
        'self.assert_saved(record, values)',
      ],
    });
  }
  const required = inputs.filter((field) => field.required);
  if (required.length > 0) {
    tests.push({
      name: 'test_refuses_an_empty_form',
      lines: [
        ...setup,
        `response = self.send(${address}, {})`,
        `self.assert_refused(response, ${required.map((field) => py(web.attribute(page.entity, field.field))).join(', ')})`,
        ...(isCreate ? [`self.assertFalse(models.${className}.objects.exists())`] : []),
      ],
    });
  }
  for (const input of inputs) {
    const field = web.entity(page.entity).fields.find((candidate) => candidate.name === input.field)!;
    const attribute = web.attribute(page.entity, input.field);
    for (const { value, problem } of invalidSamples(field)) {
      tests.push({
        name: `test_refuses_${snake(attribute)}_${snake(problem)}`,
        lines: [
          ...setup,
          ...values,
          `values[${py(attribute)}] = ${value.length > 60 ? `"x" * ${value.length}` : py(value)}`,
          `self.assert_refused(self.send(${address}, values), ${py(attribute)})`,
        ],
      });
    }
  }
  if (!isCreate) tests.push(goneTest(make, address));
  for (const action of page.actions) {
    if (action.control !== 'submit' || action.target.kind !== 'integration' || inputs.length === 0) continue;
    tests.push({
      name: `test_says_that_${snake(action.name)}_is_not_connected`,
      lines: [
        ...setup,
        ...values,
        `response = self.send(${address}, values, button=${py(action.name)})`,
        'self.assertContains(self.client.get(response.url), "not connected")',
      ],
    });
  }
  return { name: testName(web, page.surface), tests: uniqueNames(tests) };
}

/** Tests of deleting: what goes, what stays, and what keeps the record. */
export function deleteTests(web: WebScope, page: DeletePage, unmakeable: ReadonlySet<string>): PageTests {
  const address = reverseCode(page);
  const { className } = web.names.model(page.entity);
  const make = `record = ${makeCode(web, page.entity)}`;
  const tests: PageTest[] = [
    loginTest(address, [make]),
    {
      name: 'test_asks_first',
      lines: [
        make,
        `self.assert_shows(self.get_page(${address}), record)`,
        `self.assertTrue(models.${className}.objects.filter(pk=record.pk).exists())`,
      ],
    },
    {
      name: 'test_deletes_the_record',
      lines: [
        make,
        `response = self.client.post(${address})`,
        `self.assertFalse(models.${className}.objects.filter(pk=record.pk).exists())`,
        'self.assertContains(self.client.get(response.url), "was deleted")',
      ],
    },
    goneTest(make, address),
  ];
  for (const dependent of page.protectedBy) {
    if (unmakeable.has(dependent.entity)) continue;
    const attribute = web.attribute(dependent.entity, dependent.field);
    tests.push({
      name: `test_stays_while_${snake(web.names.model(dependent.entity).className)}_${snake(attribute)}_needs_it`,
      lines: [
        make,
        makeCode(web, dependent.entity, [`${attribute}=record`]),
        `response = self.client.post(${address}, follow=True)`,
        `self.assertTrue(models.${className}.objects.filter(pk=record.pk).exists())`,
        `self.assert_shows(response, "1 ${dependent.noun}")`,
      ],
    });
  }
  for (const dependent of page.clears) {
    if (unmakeable.has(dependent.entity)) continue;
    const attribute = web.attribute(dependent.entity, dependent.field);
    tests.push({
      name: `test_is_forgotten_by_${snake(web.names.model(dependent.entity).className)}_${snake(attribute)}`,
      lines: [
        make,
        `other = ${makeCode(web, dependent.entity, [`${attribute}=record`])}`,
        `self.assert_shows(self.get_page(${address}), "1 ${dependent.noun}")`,
        `self.client.post(${address})`,
        'other.refresh_from_db()',
        `self.assertIsNone(other.${attribute})`,
      ],
    });
  }
  return {
    name: `${web.pages.deleteView(page.entity).replace(/View$/, '')}Tests`,
    tests: uniqueNames(tests),
  };
}

/** Tests of a page without an entity. */
export function freePageTests(web: WebScope, page: FreePage): PageTests {
  const address = reverseCode(page);
  const fields = page.sections.flatMap((section) => section.fields);
  const tests: PageTest[] = [
    loginTest(address),
    { name: 'test_asks_for_its_fields', lines: asksLines([], address, fields) },
  ];
  for (const action of page.actions.filter((candidate) => candidate.control === 'submit')) {
    const values = Object.fromEntries(fields.map((field) => [freeName(field.field), 'some text']));
    tests.push({
      name: `test_answers_${snake(action.name)}`,
      lines: [
        `response = self.send(${address}, ${py(values)}, button=${py(action.name)})`,
        ...(action.target.kind === 'integration'
          ? ['self.assertContains(self.client.get(response.url), "not connected")']
          : action.target.kind === 'page' || action.target.kind === 'experience'
            ? [`self.assertEqual(response.url, reverse(${py(action.target.routeName)}))`]
            : ['self.assertEqual(response.url, reverse("home"))']),
      ],
    });
  }
  return { name: testName(web, page.surface), tests: uniqueNames(tests) };
}

function asksLines(
  setup: readonly string[],
  address: string,
  fields: readonly { readonly label: string }[],
): readonly string[] {
  if (fields.length === 0) return [...setup, `self.get_page(${address})`];
  return [
    ...setup,
    `page = self.get_page(${address})`,
    `for label in ${py([...new Set(fields.map((field) => field.label))])}:`,
    '    self.assert_shows(page, label)',
  ];
}

function buttonOf(page: FormPage): string {
  const action = page.actions.find((candidate) => candidate.control === 'submit');
  return action === undefined ? '' : `, button=${py(action.name)}`;
}

function goneTest(make: string, address: string): PageTest {
  return {
    name: 'test_is_not_found_without_the_record',
    lines: [
      make,
      `address = ${address}`,
      'record.delete()',
      'self.assertEqual(self.client.get(address).status_code, 404)',
    ],
  };
}

function testName(web: WebScope, surface: string): string {
  return `${web.pages.view(surface).replace(/View$/, '')}Tests`;
}

function uniqueNames(tests: readonly PageTest[]): readonly PageTest[] {
  const taken = new Set<string>();
  return tests.map((test) => {
    let { name } = test;
    for (let count = 2; taken.has(name); count++) name = `${test.name}_${count}`;
    taken.add(name);
    return { ...test, name };
  });
}
