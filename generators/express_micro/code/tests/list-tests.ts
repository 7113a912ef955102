import { js } from '../../../../lib/index.ts';
import type { GivenValue, ListCase, ListCaseOf, ListPage, PageModel } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { addressCode, keyCodeOf, loginTest, makeCode, markupTest, testCase } from './test-case.ts';
import type { TestCase } from './test-case.ts';

/** The test that asserts a case of a list. */
export function listTest(pages: PageModel, page: ListPage, each: ListCase): TestCase {
  const { entity } = page;
  const address = addressCode(pages, page);
  const make = makeCode(entity);
  const keys = (...variables: readonly string[]): string =>
    `[${variables.map((variable) => keyCodeOf(pages, entity, variable)).join(', ')}]`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'shows-a-record':
      return testCase(
        'shows a record',
        `const record = ${make};`,
        `assert.deepEqual(await app.listKeys(${address}), ${keys('record')});`,
        ...(each.field === null
          ? []
          : [`app.assertShows(await app.getPage(${address}), record.${each.field});`]),
      );
    case 'shows-markup-as-text':
      return markupTest(entity, each, address);
    case 'says-that-there-is-nothing':
      return testCase(
        'says that there is nothing',
        `app.assertShows(await app.getPage(${address}), ${js(each.text)});`,
      );
    case 'has-pages':
      return testCase(
        `has pages of ${each.size}`,
        `const records = await app.makeMany(${js(entity)}, ${each.records});`,
        `const first = await app.listKeys(${address});`,
        `const second = await app.listKeys(${address}, { page: 2 });`,
        `assert.equal(first.length, ${each.size});`,
        `app.assertShows(await app.getPage(${address}), 'page=2');`,
        `const keys = records.map((record) => ${keyCodeOf(pages, entity)});`,
        'assert.deepEqual([...first, ...second].sort(), keys.sort());',
        `assert.deepEqual(await app.listKeys(${address}, { page: -1 }), first);`,
        `assert.deepEqual(await app.listKeys(${address}, { page: 99 }), second);`,
      );
    case 'ignores-an-unknown-order':
      return testCase(
        'ignores an unknown order',
        `const record = ${make};`,
        `assert.deepEqual(await app.listKeys(${address}, { sort: 'no_such_field' }), ${keys('record')});`,
      );
    case 'shows-the-newest-first':
      return testCase(
        'shows the newest first',
        ...filledInLines(pages, page, each, ['older', 'newer']),
        `assert.deepEqual(await app.listKeys(${address}), ${keys('newer', 'older')});`,
      );
    case 'searches': {
      const { setup, value } = givenCode(pages, each.given, 'other');
      return testCase(
        `searches in ${each.field}`,
        ...setup,
        `const record = ${makeCode(entity, { [each.field]: value })};`,
        `${make};`,
        `assert.deepEqual(await app.listKeys(${address}, { q: 'NEEDLE' }), ${keys('record')});`,
      );
    }
    case 'finds-nothing':
      return testCase(
        'finds nothing',
        `${make};`,
        `const page = await app.getPage(${address}, { q: 'no such text' });`,
        `app.assertShows(page, ${js(each.text)});`,
        `assert.deepEqual(await app.listKeys(${address}, { q: '%%%' }), []);`,
      );
    case 'filters': {
      const { setup, value } = givenCode(pages, each.given, 'wanted');
      const other = each.other === null ? {} : { [each.field]: givenCode(pages, each.other, 'other').value };
      return testCase(
        `filters by ${each.field}`,
        ...setup,
        `const record = ${makeCode(entity, { [each.field]: value })};`,
        `${makeCode(entity, other)};`,
        `const found = await app.listKeys(${address}, { ${keyCode(each.parameter)}: ${queryCode(pages, each)} });`,
        `assert.deepEqual(found, ${keys('record')});`,
      );
    }
    case 'sorts': {
      // Making the record that a ref refers to may make further records of this list, so only these two are compared.
      const among = each.pair[0].kind === 'record' ? `, ${keys('lower', 'upper')}` : '';
      return testCase(
        `sorts by ${each.field}`,
        ...sortedLines(pages, page, each),
        `const rising = await app.listKeys(${address}, { sort: ${js(each.parameter)} }${among});`,
        `assert.deepEqual(rising, ${keys('lower', 'upper')});`,
        `const falling = await app.listKeys(${address}, { sort: ${js(`-${each.parameter}`)} }${among});`,
        `assert.deepEqual(falling, ${keys('upper', 'lower')});`,
      );
    }
  }
}

/** The code of a filter's query value: the given one, else the key of `wanted` (for references), else the day of `record`. */
function queryCode(pages: PageModel, { given, query, field }: ListCaseOf<'filters'>): string {
  if (query !== null) return js(query);
  return given.kind === 'record'
    ? keyCodeOf(pages, given.entity, 'wanted')
    : `toLocal(record.${field}).slice(0, 10)`;
}

/** Lines that make the records `lower` and `upper`. */
function sortedLines(pages: PageModel, page: ListPage, each: ListCaseOf<'sorts'>): readonly string[] {
  if (each.isFilledIn) return filledInLines(pages, page, each, ['lower', 'upper']);
  const first = givenCode(pages, each.pair[0], 'first');
  const second = givenCode(pages, each.pair[1], 'second');
  return [
    ...first.setup,
    ...second.setup,
    `const lower = ${makeCode(page.entity, { [each.field]: first.value })};`,
    `const upper = ${makeCode(page.entity, { [each.field]: second.value })};`,
  ];
}

/** Lines that make two records and then change the time that the application has filled in, so that their order is known. */
function filledInLines(
  pages: PageModel,
  { entity }: ListPage,
  { field, pair }: { readonly field: string; readonly pair: readonly [GivenValue, GivenValue] },
  variables: readonly string[],
): readonly string[] {
  return pair.flatMap((given, index) => [
    `const ${variables[index]!} = ${makeCode(entity)};`,
    `await app.change(${js(entity)}, ${variables[index]!}, { ${field}: ${givenCode(pages, given, '').value} });`,
  ]);
}

/** The code of a value, and, where it refers to a record, the line that makes that record as `variable`. */
function givenCode(
  pages: PageModel,
  given: GivenValue,
  variable: string,
): { readonly setup: readonly string[]; readonly value: string } {
  if (given.kind === 'value') {
    const value = js(given.value);
    return { setup: [], value: given.type === 'datetime' ? `new Date(${value})` : value };
  }
  const { entity, isMany, text } = given;
  const key = keyCodeOf(pages, entity, variable);
  const values = text === null ? {} : { [text.field]: js(text.value) };
  return {
    setup: [`const ${variable} = ${makeCode(entity, values)};`],
    value: isMany ? `[${key}]` : key,
  };
}
