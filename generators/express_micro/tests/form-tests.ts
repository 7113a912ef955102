import {
  hasSample,
  inSentence,
  inWords,
  invalidSamples,
  js,
  markup,
  sampleUse,
  textWith,
} from '../../../lib/index.ts';
import type { FormFieldModel, FormPage, FreePage, ViewPage } from '../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { addressCode, groupOf, keyCodeOf, loginTest, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** Tests of a page that shows a record. */
export function recordTests(scope: TestScope, page: ViewPage): TestGroup {
  const address = addressCode(scope, page);
  const make = `const record = ${makeCode(page.entity)};`;
  const fields = page.sections.flatMap((section) => section.fields);
  const texts = fields
    .map(({ field }) => scope.field(page.entity, field))
    .filter((field) => field.type.kind === 'str' && hasSample(field));
  const labels = [...new Set(fields.map(({ label }) => label))];
  const hostileField = texts.find((field) => textWith(field, markup) !== null);
  const tests: TestCase[] = [
    loginTest(address, [make]),
    {
      title: 'shows the record',
      lines: [
        make,
        `const page = await app.getPage(${address});`,
        ...(labels.length === 0
          ? []
          : [`app.assertShows(page, ${labels.map((label) => js(label)).join(', ')});`]),
        ...texts.map(({ name }) => `app.assertShows(page, record.${name});`),
      ],
    },
    goneTest(page.entity, make, address),
  ];
  if (hostileField !== undefined) {
    const { name } = hostileField;
    tests.push({
      title: 'shows markup as text',
      lines: [
        `const record = ${makeCode(page.entity, { [name]: js(textWith(hostileField, markup)) })};`,
        `const page = await app.getPage(${address});`,
        `app.assertShows(page, record.${name});`,
        `assert.ok(!page.text.includes(record.${name}));`,
      ],
    });
  }
  return groupOf(scope, page.title, page.entity, tests);
}

/** Tests of a form: what it saves, and what it refuses. */
export function formTests(scope: TestScope, page: FormPage): TestGroup {
  const address = addressCode(scope, page);
  const isCreate = page.kind === 'create';
  const inputs = page.sections
    .flatMap((section) => section.fields)
    .filter((field) => !field.isReadOnly && !field.isFreeText);
  const setup = isCreate ? [] : [`const record = ${makeCode(page.entity)};`];
  const values = valuesLines(scope, page.entity, inputs);
  // Records of this entity that the values need already.
  const earlier = linkedInputs(scope, inputs)
    .map(({ entity }) => sampleUse(scope.spec, entity!).get(page.entity) ?? 0)
    .reduce((sum, count) => sum + count, 0);
  const action = page.actions.find(({ control }) => control === 'submit');
  const button = action === undefined ? '' : `, ${js(action.name)}`;
  const tests: TestCase[] = [
    loginTest(address, setup),
    { title: 'asks for its fields', lines: asksLines(setup, address, inputs) },
  ];
  if (inputs.length > 0) {
    tests.push({
      title: isCreate ? 'creates a record' : 'changes the record',
      lines: [
        ...setup,
        ...values,
        ...(isCreate && earlier > 0
          ? [
              `const earlier = (await app.findAll(${js(page.entity)})).map((each) => ${keyCodeOf(scope, page.entity, 'each')});`,
            ]
          : []),
        `const page = await app.send(${address}, values${button});`,
        'assert.equal(page.status, 302);',
        ...(isCreate
          ? [
              `const records = await app.findAll(${js(page.entity)});`,
              ...(earlier > 0
                ? [
                    `const [record] = records.filter((each) => !earlier.includes(${keyCodeOf(scope, page.entity, 'each')}));`,
                  ]
                : ['const [record] = records;']),
              `assert.equal(records.length, ${earlier + 1});`,
              `await app.assertSaved(${js(page.entity)}, record, values);`,
            ]
          : [
              `await app.assertSaved(${js(page.entity)}, await app.find(${js(page.entity)}, record), values);`,
            ]),
      ],
    });
  }
  const required = inputs.filter((field) => field.required);
  if (required.length > 0) {
    tests.push({
      title: 'refuses an empty form',
      lines: [
        ...setup,
        `const page = await app.send(${address}, ${js(Object.fromEntries(required.map(({ field }) => [field, ''])))});`,
        `app.assertRefused(page, ${required.map(({ field }) => js(field)).join(', ')});`,
        "app.assertShows(page, 'is required');",
        ...(isCreate ? [`assert.deepEqual(await app.findAll(${js(page.entity)}), []);`] : []),
      ],
    });
  }
  for (const input of inputs) tests.push(...refusedTests(scope, page, input, address, [...setup, ...values]));
  if (!isCreate) tests.push(goneTest(page.entity, setup[0]!, address));
  for (const each of page.actions) {
    if (each.control !== 'submit' || each.target.kind !== 'integration' || inputs.length === 0) continue;
    tests.push({
      title: `says that ${inSentence(inWords(each.name))} is not connected`,
      lines: [
        ...setup,
        ...values,
        `const { location } = await app.send(${address}, values, ${js(each.name)});`,
        "app.assertShows(await app.getPage(location), 'not connected');",
      ],
    });
  }
  return groupOf(scope, page.title, page.entity, tests);
}

/** `values`: valid entries for the inputs of a form. */
export function valuesLines(scope: TestScope, entity: string, inputs: readonly FormFieldModel[]): string[] {
  const names = inputs.filter(({ isFreeText }) => !isFreeText).map(({ field }) => field);
  return [
    `const values = await app.valuesFor(${js(entity)}, ${js(names)});`,
    ...linkedInputs(scope, inputs).map(
      ({ field, entity: target }) =>
        `values.${field} = [${keyCodeOf(scope, target!, `(${makeCode(target!)})`)}];`,
    ),
  ];
}

/** Many-to-many inputs that no sample fills in, and whose records can be made up. */
function linkedInputs(scope: TestScope, inputs: readonly FormFieldModel[]): FormFieldModel[] {
  return inputs.filter(
    ({ input, entity, required }) => input === 'records' && !required && !scope.unmakeable.has(entity!),
  );
}

function refusedTests(
  scope: TestScope,
  page: FormPage,
  input: FormFieldModel,
  address: string,
  setup: readonly string[],
): TestCase[] {
  const field = scope.field(page.entity, input.field);
  const name = keyCode(field.name);
  const tests = invalidSamples(field).map(({ value, problem }): TestCase => ({
    title: `refuses ${field.name}: ${problem}`,
    lines: [
      ...setup,
      `const wrong = { ...values, ${name}: ${value.length > 60 ? `'x'.repeat(${value.length})` : js(value)} };`,
      `app.assertRefused(await app.send(${address}, wrong), ${js(field.name)});`,
    ],
  }));
  if (
    (field.unique || (field.primaryKey && page.kind === 'create')) &&
    hasSample(field) &&
    scope.room(page.entity) > 2
  ) {
    tests.push({
      title: `refuses ${field.name}: taken`,
      lines: [
        `const other = ${makeCode(page.entity)};`,
        ...setup,
        `const wrong = { ...values, ${name}: other.${field.name} };`,
        `const page = await app.send(${address}, wrong);`,
        `app.assertRefused(page, ${js(field.name)});`,
        "app.assertShows(page, 'already exists');",
      ],
    });
  }
  return tests;
}

/** Tests of a page without an entity. */
export function freePageTests(scope: TestScope, page: FreePage): TestGroup {
  const address = addressCode(scope, page);
  const fields = page.sections.flatMap((section) => section.fields);
  const values = js(Object.fromEntries(fields.map(({ field }) => [field, 'some text'])));
  const tests: TestCase[] = [
    loginTest(address),
    { title: 'asks for its fields', lines: asksLines([], address, fields) },
  ];
  for (const action of page.actions.filter(({ control }) => control === 'submit')) {
    tests.push({
      title: `answers ${inSentence(inWords(action.name))}`,
      lines: [
        `const { location } = await app.send(${address}, ${values}, ${js(action.name)});`,
        action.target.kind === 'integration'
          ? "app.assertShows(await app.getPage(location), 'not connected');"
          : `assert.equal(location, ${js(action.target.path)});`,
      ],
    });
  }
  return groupOf(scope, page.title, null, tests);
}

function asksLines(setup: readonly string[], address: string, fields: readonly FormFieldModel[]): string[] {
  const labels = [...new Set(fields.map(({ label }) => label))];
  if (labels.length === 0) return [...setup, `await app.getPage(${address});`];
  return [
    ...setup,
    `app.assertShows(await app.getPage(${address}), ${labels.map((label) => js(label)).join(', ')});`,
  ];
}

/** The test that a page of a record that is gone is not found. */
export function goneTest(entity: string, make: string, address: string): TestCase {
  return {
    title: 'is not found without the record',
    lines: [make, `await app.remove(${js(entity)}, record);`, `await app.assertNotFound(${address});`],
  };
}
