import { inSentence, inWords, js, problemTexts } from '../../../../lib/index.ts';
import type { AskCase, FormCase, FormEntries, FormPage, FreeCase, FreePage } from '../../../../lib/index.ts';
import type { PageModel, ViewCase, ViewPage } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { addressCode, goneTest, keyCodeOf, loginTest, makeCode, markupTest, testCase } from './test-case.ts';
import type { TestCase } from './test-case.ts';

/** The test that asserts a case of a page that shows a record. */
export function viewTest(pages: PageModel, page: ViewPage, each: ViewCase): TestCase {
  const address = addressCode(pages, page);
  const make = `const record = ${makeCode(page.entity)};`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'shows-the-record': {
      const labels = [...new Set(each.labels)];
      return testCase(
        'shows the record',
        make,
        `const page = await app.getPage(${address});`,
        ...(labels.length === 0
          ? []
          : [`app.assertShows(page, ${labels.map((label) => js(label)).join(', ')});`]),
        ...each.fields.map(({ field }) => `app.assertShows(page, record.${field});`),
      );
    }
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'shows-markup-as-text':
      return markupTest(page.entity, each, address);
  }
}

/** The test that asserts a case of a form. */
export function formTest(pages: PageModel, page: FormPage, each: FormCase): TestCase {
  const address = addressCode(pages, page);
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
      const begin = [...setup, ...entriesLines(pages, each.entries)];
      if (isCreate) return testCase('creates a record', ...begin, ...createdLines(pages, page, each, send));
      return testCase(
        'changes the record',
        ...begin,
        send,
        'assert.equal(page.status, 302);',
        `await app.assertSaved(${name}, await app.find(${name}, record), values);`,
      );
    }
    case 'refuses-an-empty-form':
      return testCase(
        'refuses an empty form',
        ...setup,
        `const page = await app.send(${address}, ${js(Object.fromEntries(each.required.map((field) => [field, ''])))});`,
        `app.assertRefused(page, ${each.required.map((field) => js(field)).join(', ')});`,
        `app.assertShows(page, ${js(problemTexts.required)});`,
        ...(isCreate ? [`assert.deepEqual(await app.findAll(${name}), []);`] : []),
      );
    case 'refuses': {
      const { value, problem } = each.sample;
      const code = value.length > 60 ? `'x'.repeat(${value.length})` : js(value);
      return testCase(
        `refuses ${each.field}: ${problem}`,
        ...setup,
        ...entriesLines(pages, each.entries),
        `const wrong = { ...values, ${keyCode(each.field)}: ${code} };`,
        `app.assertRefused(await app.send(${address}, wrong), ${js(each.field)});`,
      );
    }
    case 'refuses-what-is-taken':
      return testCase(
        `refuses ${each.field}: taken`,
        `const other = ${makeCode(page.entity)};`,
        ...setup,
        ...entriesLines(pages, each.entries),
        `const wrong = { ...values, ${keyCode(each.field)}: other.${each.field} };`,
        `const page = await app.send(${address}, wrong);`,
        `app.assertRefused(page, ${js(each.field)});`,
        "app.assertShows(page, 'already exists');",
      );
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'is-not-connected':
      return testCase(
        `says that ${inSentence(inWords(each.action))} is not connected`,
        ...setup,
        ...entriesLines(pages, each.entries),
        `const { location } = await app.send(${address}, values, ${js(each.action)});`,
        "app.assertShows(await app.getPage(location), 'not connected');",
      );
  }
}

/** Lines that send a create form with `send`, and check the one record that was not there before. */
function createdLines(
  pages: PageModel,
  { entity }: FormPage,
  { earlier }: { readonly earlier: number },
  send: string,
): readonly string[] {
  const key = keyCodeOf(pages, entity, 'each');
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

/** Lines that declare `values`, valid entries for the inputs of a form. */
export function entriesLines(pages: PageModel, { entity, fields, links }: FormEntries): readonly string[] {
  return [
    `const values = await app.valuesFor(${js(entity)}, ${js(fields)});`,
    ...links.map(
      (link) => `values.${link.field} = [${keyCodeOf(pages, link.entity, `(${makeCode(link.entity)})`)}];`,
    ),
  ];
}

/** The test that asserts a case of a page without an entity. */
export function freeTest(pages: PageModel, page: FreePage, each: FreeCase): TestCase {
  const address = addressCode(pages, page);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'asks-for-its-fields':
      return askTest(each, address);
    case 'answers': {
      const values = js(Object.fromEntries(each.fields.map((field) => [field, 'some text'])));
      return testCase(
        `answers ${inSentence(inWords(each.action))}`,
        `const { location } = await app.send(${address}, ${values}, ${js(each.action)});`,
        each.leadsTo === null
          ? "app.assertShows(await app.getPage(location), 'not connected');"
          : `assert.equal(location, ${js(each.leadsTo.path)});`,
      );
    }
  }
}

function askTest({ labels }: AskCase, address: string, setup: readonly string[] = []): TestCase {
  const shows = `app.assertShows(await app.getPage(${address}), ${labels.map((label) => js(label)).join(', ')});`;
  const line = labels.length === 0 ? `await app.getPage(${address});` : shows;
  return testCase('asks for its fields', ...setup, line);
}
