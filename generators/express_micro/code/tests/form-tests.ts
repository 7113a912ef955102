import { inSentence, inWords, js } from '../../../../lib/index.ts';
import type { AskCase, FormCase, FormEntries, FormPage, FreeCase, FreePage } from '../../../../lib/index.ts';
import type { ViewCase, ViewPage } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { addressCode, goneTest, groupOf, keyCodeOf, loginTest, makeCode, markupTest } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** The tests of a page that shows a record. */
export function viewTests(scope: TestScope, page: ViewPage, cases: readonly ViewCase[]): TestGroup {
  return groupOf(
    scope,
    page.title,
    page.entity,
    cases.map((each) => viewTest(scope, page, each)),
  );
}

function viewTest(scope: TestScope, page: ViewPage, each: ViewCase): TestCase {
  const address = addressCode(scope, page);
  const make = `const record = ${makeCode(page.entity)};`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'shows-the-record': {
      const labels = [...new Set(each.labels)];
      return {
        title: 'shows the record',
        lines: [
          make,
          `const page = await app.getPage(${address});`,
          ...(labels.length === 0
            ? []
            : [`app.assertShows(page, ${labels.map((label) => js(label)).join(', ')});`]),
          ...each.fields.map(({ field }) => `app.assertShows(page, record.${field});`),
        ],
      };
    }
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'shows-markup-as-text':
      return markupTest(page.entity, each, address);
  }
}

/** The tests of a form. */
export function formTests(scope: TestScope, page: FormPage, cases: readonly FormCase[]): TestGroup {
  return groupOf(
    scope,
    page.title,
    page.entity,
    cases.map((each) => formTest(scope, page, each)),
  );
}

function formTest(scope: TestScope, page: FormPage, each: FormCase): TestCase {
  const address = addressCode(scope, page);
  const name = js(page.entity);
  const isCreate = page.kind === 'create';
  const make = `const record = ${makeCode(page.entity)};`;
  const setup = isCreate ? [] : [make];
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, setup);
    case 'asks-for-its-fields':
      return askTest(each, address, setup);
    case 'saves': {
      const send = `const page = await app.send(${address}, values${each.action === null ? '' : `, ${js(each.action)}`});`;
      const begin = [...setup, ...entriesLines(scope, each.entries)];
      if (isCreate)
        return { title: 'creates a record', lines: [...begin, ...createdLines(scope, page, each, send)] };
      return {
        title: 'changes the record',
        lines: [
          ...begin,
          send,
          'assert.equal(page.status, 302);',
          `await app.assertSaved(${name}, await app.find(${name}, record), values);`,
        ],
      };
    }
    case 'refuses-an-empty-form':
      return {
        title: 'refuses an empty form',
        lines: [
          ...setup,
          `const page = await app.send(${address}, ${js(Object.fromEntries(each.required.map((field) => [field, ''])))});`,
          `app.assertRefused(page, ${each.required.map((field) => js(field)).join(', ')});`,
          "app.assertShows(page, 'is required');",
          ...(isCreate ? [`assert.deepEqual(await app.findAll(${name}), []);`] : []),
        ],
      };
    case 'refuses': {
      const { value, problem } = each.sample;
      const code = value.length > 60 ? `'x'.repeat(${value.length})` : js(value);
      return {
        title: `refuses ${each.field}: ${problem}`,
        lines: [
          ...setup,
          ...entriesLines(scope, each.entries),
          `const wrong = { ...values, ${keyCode(each.field)}: ${code} };`,
          `app.assertRefused(await app.send(${address}, wrong), ${js(each.field)});`,
        ],
      };
    }
    case 'refuses-what-is-taken':
      return {
        title: `refuses ${each.field}: taken`,
        lines: [
          `const other = ${makeCode(page.entity)};`,
          ...setup,
          ...entriesLines(scope, each.entries),
          `const wrong = { ...values, ${keyCode(each.field)}: other.${each.field} };`,
          `const page = await app.send(${address}, wrong);`,
          `app.assertRefused(page, ${js(each.field)});`,
          "app.assertShows(page, 'already exists');",
        ],
      };
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'is-not-connected':
      return {
        title: `says that ${inSentence(inWords(each.action))} is not connected`,
        lines: [
          ...setup,
          ...entriesLines(scope, each.entries),
          `const { location } = await app.send(${address}, values, ${js(each.action)});`,
          "app.assertShows(await app.getPage(location), 'not connected');",
        ],
      };
  }
}

/** What follows a form that makes a record: the one that was not there before. */
function createdLines(
  scope: TestScope,
  { entity }: FormPage,
  { earlier }: { readonly earlier: number },
  send: string,
): readonly string[] {
  const key = keyCodeOf(scope, entity, 'each');
  const all = `await app.findAll(${js(entity)})`;
  return [
    ...(earlier > 0 ? [`const earlier = (${all}).map((each) => ${key});`] : []),
    send,
    'assert.equal(page.status, 302);',
    `const records = ${all};`,
    `const [record] = ${earlier > 0 ? `records.filter((each) => !earlier.includes(${key}))` : 'records'};`,
    `assert.equal(records.length, ${earlier + 1});`,
    `await app.assertSaved(${js(entity)}, record, values);`,
  ];
}

/** `values`: valid entries for the inputs of a form. */
export function entriesLines(scope: TestScope, { entity, fields, links }: FormEntries): readonly string[] {
  return [
    `const values = await app.valuesFor(${js(entity)}, ${js(fields)});`,
    ...links.map(
      (link) => `values.${link.field} = [${keyCodeOf(scope, link.entity, `(${makeCode(link.entity)})`)}];`,
    ),
  ];
}

/** The tests of a page without an entity. */
export function freePageTests(scope: TestScope, page: FreePage, cases: readonly FreeCase[]): TestGroup {
  return groupOf(
    scope,
    page.title,
    null,
    cases.map((each) => freePageTest(scope, page, each)),
  );
}

function freePageTest(scope: TestScope, page: FreePage, each: FreeCase): TestCase {
  const address = addressCode(scope, page);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'asks-for-its-fields':
      return askTest(each, address);
    case 'answers': {
      const values = js(Object.fromEntries(each.fields.map((field) => [field, 'some text'])));
      return {
        title: `answers ${inSentence(inWords(each.action))}`,
        lines: [
          `const { location } = await app.send(${address}, ${values}, ${js(each.action)});`,
          each.leadsTo === null
            ? "app.assertShows(await app.getPage(location), 'not connected');"
            : `assert.equal(location, ${js(each.leadsTo.path)});`,
        ],
      };
    }
  }
}

function askTest({ labels }: AskCase, address: string, setup: readonly string[] = []): TestCase {
  const shows = `app.assertShows(await app.getPage(${address}), ${labels.map((label) => js(label)).join(', ')});`;
  const line = labels.length === 0 ? `await app.getPage(${address});` : shows;
  return { title: 'asks for its fields', lines: [...setup, line] };
}
