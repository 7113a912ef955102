import { js } from '../../../../lib/index.ts';
import type { GivenValue, ListCase, ListCaseOf, ListPage } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { addressCode, groupOf, keyCodeOf, loginTest, makeCode, markupTest } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** The tests of a list page. */
export function listTests(scope: TestScope, page: ListPage, cases: readonly ListCase[]): TestGroup {
  const isLast = ({ kind }: ListCase): boolean => kind === 'finds-nothing';
  const ordered = [...cases.filter((each) => !isLast(each)), ...cases.filter(isLast)];
  return groupOf(
    scope,
    page.title,
    page.entity,
    ordered.map((each) => listTest(scope, page, each)),
  );
}

function listTest(scope: TestScope, page: ListPage, each: ListCase): TestCase {
  const { entity } = page;
  const address = addressCode(scope, page);
  const make = makeCode(entity);
  const keys = (...variables: readonly string[]): string =>
    `[${variables.map((variable) => keyCodeOf(scope, entity, variable)).join(', ')}]`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'shows-a-record':
      return {
        title: 'shows a record',
        lines: [
          `const record = ${make};`,
          `assert.deepEqual(await app.listKeys(${address}), ${keys('record')});`,
          ...(each.field === null
            ? []
            : [`app.assertShows(await app.getPage(${address}), record.${each.field});`]),
        ],
      };
    case 'shows-markup-as-text':
      return markupTest(entity, each, address);
    case 'says-that-there-is-nothing':
      return {
        title: 'says that there is nothing',
        lines: [`app.assertShows(await app.getPage(${address}), ${js(each.text)});`],
      };
    case 'has-pages':
      return {
        title: `has pages of ${each.size}`,
        lines: [
          `const records = await app.makeMany(${js(entity)}, ${each.records});`,
          `const first = await app.listKeys(${address});`,
          `const second = await app.listKeys(${address}, { page: 2 });`,
          `assert.equal(first.length, ${each.size});`,
          `app.assertShows(await app.getPage(${address}), 'page=2');`,
          `const keys = records.map((record) => ${keyCodeOf(scope, entity)});`,
          'assert.deepEqual([...first, ...second].sort(), keys.sort());',
          `assert.deepEqual(await app.listKeys(${address}, { page: -1 }), first);`,
          `assert.deepEqual(await app.listKeys(${address}, { page: 99 }), second);`,
        ],
      };
    case 'ignores-an-unknown-order':
      return {
        title: 'ignores an unknown order',
        lines: [
          `const record = ${make};`,
          `assert.deepEqual(await app.listKeys(${address}, { sort: 'no_such_field' }), ${keys('record')});`,
        ],
      };
    case 'shows-the-newest-first':
      return {
        title: 'shows the newest first',
        lines: [
          ...filledInLines(scope, page, each, ['older', 'newer']),
          `assert.deepEqual(await app.listKeys(${address}), ${keys('newer', 'older')});`,
        ],
      };
    case 'searches': {
      const { setup, value } = givenCode(scope, each.given, 'other');
      return {
        title: `searches in ${each.field}`,
        lines: [
          ...setup,
          `const record = ${makeCode(entity, { [each.field]: value })};`,
          `${make};`,
          `assert.deepEqual(await app.listKeys(${address}, { q: 'NEEDLE' }), ${keys('record')});`,
        ],
      };
    }
    case 'finds-nothing':
      return {
        title: 'finds nothing',
        lines: [
          `${make};`,
          `const page = await app.getPage(${address}, { q: 'no such text' });`,
          `app.assertShows(page, ${js(each.text)});`,
          `assert.deepEqual(await app.listKeys(${address}, { q: '%%%' }), []);`,
        ],
      };
    case 'filters': {
      const { setup, value } = givenCode(scope, each.given, 'wanted');
      const other = each.other === null ? {} : { [each.field]: givenCode(scope, each.other, 'other').value };
      return {
        title: `filters by ${each.field}`,
        lines: [
          ...setup,
          `const record = ${makeCode(entity, { [each.field]: value })};`,
          `${makeCode(entity, other)};`,
          `const found = await app.listKeys(${address}, { ${keyCode(each.parameter)}: ${queryCode(scope, each)} });`,
          `assert.deepEqual(found, ${keys('record')});`,
        ],
      };
    }
    case 'sorts': {
      // The records that a ref needs may need records of this list in turn.
      const among = each.pair[0].kind === 'record' ? `, ${keys('lower', 'upper')}` : '';
      return {
        title: `sorts by ${each.field}`,
        lines: [
          ...sortedLines(scope, page, each),
          `const rising = await app.listKeys(${address}, { sort: ${js(each.parameter)} }${among});`,
          `assert.deepEqual(rising, ${keys('lower', 'upper')});`,
          `const falling = await app.listKeys(${address}, { sort: ${js(`-${each.parameter}`)} }${among});`,
          `assert.deepEqual(falling, ${keys('upper', 'lower')});`,
        ],
      };
    }
  }
}

/** What a filter asks for; by itself the key of the record that is wanted, or the day of the record. */
function queryCode(scope: TestScope, { given, query, field }: ListCaseOf<'filters'>): string {
  if (query !== null) return js(query);
  return given.kind === 'record'
    ? keyCodeOf(scope, given.entity, 'wanted')
    : `toLocal(record.${field}).slice(0, 10)`;
}

/** Lines that make the records `lower` and `upper`. */
function sortedLines(scope: TestScope, page: ListPage, each: ListCaseOf<'sorts'>): readonly string[] {
  if (each.isFilledIn) return filledInLines(scope, page, each, ['lower', 'upper']);
  const first = givenCode(scope, each.pair[0], 'first');
  const second = givenCode(scope, each.pair[1], 'second');
  return [
    ...first.setup,
    ...second.setup,
    `const lower = ${makeCode(page.entity, { [each.field]: first.value })};`,
    `const upper = ${makeCode(page.entity, { [each.field]: second.value })};`,
  ];
}

/** Two records whose times, which the program fills in, are others afterwards. */
function filledInLines(
  scope: TestScope,
  { entity }: ListPage,
  { field, pair }: { readonly field: string; readonly pair: readonly [GivenValue, GivenValue] },
  variables: readonly string[],
): readonly string[] {
  return pair.flatMap((given, index) => [
    `const ${variables[index]!} = ${makeCode(entity)};`,
    `await app.change(${js(entity)}, ${variables[index]!}, { ${field}: ${givenCode(scope, given, '').value} });`,
  ]);
}

/** A value as code, and the lines that make the record it refers to as `variable`. */
function givenCode(
  scope: TestScope,
  given: GivenValue,
  variable: string,
): { readonly setup: readonly string[]; readonly value: string } {
  if (given.kind === 'value') {
    const value = js(given.value);
    return { setup: [], value: given.type === 'datetime' ? `new Date(${value})` : value };
  }
  const { entity, isMany, text } = given;
  const key = keyCodeOf(scope, entity, variable);
  const values = text === null ? {} : { [text.field]: js(text.value) };
  return {
    setup: [`const ${variable} = ${makeCode(entity, values)};`],
    value: isMany ? `[${key}]` : key,
  };
}
