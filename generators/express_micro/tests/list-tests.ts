import { isGenerated, js } from '../../../lib/index.ts';
import type {
  EntityPages,
  FieldSpec,
  ListFilter,
  ListPage,
  SearchKey,
  SortOption,
} from '../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { hasSample } from './sample-code.ts';
import { addressCode, groupOf, keyCodeOf, loginTest, makeCode, textWith } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';
import { valuePair } from './value-pairs.ts';

const enoughForPages = 30;
const hostile = `<b title="x">'bold' & more</b>`;

/** Tests of a list page: rows, search, filters, order and pages. */
export function listTests(scope: TestScope, entity: EntityPages, page: ListPage): TestGroup {
  const address = addressCode(scope, page);
  const make = makeCode(page.entity);
  const key = keyCodeOf(scope, page.entity);
  const tests: TestCase[] = [
    loginTest(address),
    {
      title: 'shows a record',
      lines: [
        `const record = ${make};`,
        `assert.deepEqual(await app.listKeys(${address}), [${key}]);`,
        ...shownColumn(scope, page, (column) => [
          `app.assertShows(await app.getPage(${address}), record.${column.name});`,
        ]),
      ],
    },
    ...shownColumn(scope, page, (column) => escapeTest(page, column, address)),
    {
      title: 'says that there is nothing',
      lines: [`app.assertShows(await app.getPage(${address}), ${js(page.emptyText)});`],
    },
    ...(scope.alikeRoom(page.entity) < enoughForPages ? [] : [pagesTest(scope, page, address)]),
    {
      title: 'ignores an unknown order',
      lines: [
        `const record = ${make};`,
        `assert.deepEqual(await app.listKeys(${address}, { sort: 'no_such_field' }), [${key}]);`,
      ],
    },
    ...newestFirstTest(scope, page, address),
    ...page.search.flatMap((search) => searchTest(scope, page, search, address)),
    ...page.filters.flatMap((filter) => filterTest(scope, page, filter, address)),
    ...page.sorts.flatMap((sort) => sortTest(scope, page, sort, address)),
  ];
  if (page.search.length > 0) {
    tests.push({
      title: 'finds nothing',
      lines: [
        `${make};`,
        `const page = await app.getPage(${address}, { q: 'no such text' });`,
        `app.assertShows(page, ${js(`No ${entity.pluralNoun} match.`)});`,
        `assert.deepEqual(await app.listKeys(${address}, { q: '%%%' }), []);`,
      ],
    });
  }
  return groupOf(scope, page.title, page.entity, tests);
}

/** Something about the first column of short text that a sample record fills in. */
function shownColumn<T>(scope: TestScope, page: ListPage, write: (field: FieldSpec) => T[]): T[] {
  const column = page.columns
    .map(({ field }) => scope.field(page.entity, field))
    .find((field) => field.type.kind === 'str' && hasSample(field));
  return column === undefined ? [] : write(column);
}

function escapeTest(page: ListPage, column: FieldSpec, address: string): TestCase[] {
  const text = textWith(column, hostile);
  if (text === null) return [];
  return [
    {
      title: 'shows markup as text',
      lines: [
        `const record = ${makeCode(page.entity, { [column.name]: js(text) })};`,
        `const page = await app.getPage(${address});`,
        `app.assertShows(page, record.${column.name});`,
        `assert.ok(!page.text.includes(record.${column.name}));`,
      ],
    },
  ];
}

function pagesTest(scope: TestScope, page: ListPage, address: string): TestCase {
  return {
    title: `has pages of ${page.pageSize}`,
    lines: [
      `const records = await app.makeMany(${js(page.entity)}, ${enoughForPages});`,
      `const first = await app.listKeys(${address});`,
      `const second = await app.listKeys(${address}, { page: 2 });`,
      `assert.equal(first.length, ${page.pageSize});`,
      `app.assertShows(await app.getPage(${address}), 'page=2');`,
      `const keys = records.map((record) => ${keyCodeOf(scope, page.entity)});`,
      'assert.deepEqual([...first, ...second].sort(), keys.sort());',
      `assert.deepEqual(await app.listKeys(${address}, { page: -1 }), first);`,
      `assert.deepEqual(await app.listKeys(${address}, { page: 99 }), second);`,
    ],
  };
}

function newestFirstTest(scope: TestScope, page: ListPage, address: string): TestCase[] {
  const field = scope.entity(page.entity).fields.find(({ auto }) => auto === 'add');
  if (field === undefined || page.order.length !== 1 || page.order[0]!.field !== field.name) return [];
  if (scope.room(page.entity) < 2) return [];
  const [older, newer] = orderedLines(page.entity, field, ['older', 'newer']);
  return [
    {
      title: 'shows the newest first',
      lines: [
        ...older!,
        ...newer!,
        `assert.deepEqual(await app.listKeys(${address}), [${keyCodeOf(scope, page.entity, 'newer')}, ${keyCodeOf(scope, page.entity, 'older')}]);`,
      ],
    },
  ];
}

/** Two records whose times, which the program fills in, are far apart. */
function orderedLines(entity: string, field: FieldSpec, variables: readonly [string, string]): string[][] {
  const values = {
    datetime: ["new Date('2024-01-01')", "new Date('2024-02-01')"],
    date: ["'2024-01-01'", "'2024-02-01'"],
    time: ["'01:00:00'", "'02:00:00'"],
  }[field.type.kind as 'date'];
  return variables.map((variable, index) => [
    `const ${variable} = ${makeCode(entity)};`,
    `await app.change(${js(entity)}, ${variable}, { ${field.name}: ${values[index]!} });`,
  ]);
}

function searchTest(scope: TestScope, page: ListPage, key: SearchKey, address: string): TestCase[] {
  const field = scope.field(page.entity, key.field);
  const needle = givenText(scope, page, field, key.through, 'needle', 'other');
  if (needle === null || scope.room(page.entity) < 2) return [];
  return [
    {
      title: `searches in ${field.name}`,
      lines: [
        ...needle.setup,
        `const record = ${makeCode(page.entity, { [field.name]: needle.value })};`,
        `${makeCode(page.entity)};`,
        `assert.deepEqual(await app.listKeys(${address}, { q: 'NEEDLE' }), [${keyCodeOf(scope, page.entity)}]);`,
      ],
    },
  ];
}

/** A text, or a record (as `variable`) that is called so; not one that the list itself would show. */
function givenText(
  scope: TestScope,
  page: ListPage,
  field: FieldSpec,
  through: string | null,
  word: string,
  variable: string,
): { setup: string[]; value: string } | null {
  const { type } = field;
  if (type.kind !== 'ref' && type.kind !== 'many') {
    const text = textWith(field, word);
    return text === null || isGenerated(field) ? null : { setup: [], value: js(text) };
  }
  if (through === null || type.entity === page.entity || scope.unmakeable.has(type.entity)) return null;
  const label = scope.field(type.entity, through);
  const text = isGenerated(label) ? null : textWith(label, word);
  if (text === null) return null;
  const key = keyCodeOf(scope, type.entity, variable);
  return {
    setup: [`const ${variable} = ${makeCode(type.entity, { [through]: js(text) })};`],
    value: type.kind === 'many' ? `[${key}]` : key,
  };
}

function filterTest(scope: TestScope, page: ListPage, filter: ListFilter, address: string): TestCase[] {
  const field = scope.field(page.entity, filter.field);
  const pair = valuePair(scope, field);
  if (pair === null || (scope.room(page.entity) < 2 && pair.other === null)) return [];
  const given = (value: string | null): Record<string, string> =>
    value === null ? {} : { [field.name]: value };
  return [
    {
      title: `filters by ${field.name}`,
      lines: [
        ...pair.setup,
        `const record = ${makeCode(page.entity, given(pair.value))};`,
        `${makeCode(page.entity, given(pair.other))};`,
        `const found = await app.listKeys(${address}, { ${keyCode(filter.parameter)}: ${pair.query} });`,
        `assert.deepEqual(found, [${keyCodeOf(scope, page.entity)}]);`,
      ],
    },
  ];
}

function sortTest(scope: TestScope, page: ListPage, sort: SortOption, address: string): TestCase[] {
  const field = scope.field(page.entity, sort.field);
  const records = sortedRecords(scope, page, field, sort.through);
  if (records === null || scope.room(page.entity) < 2) return [];
  const lower = keyCodeOf(scope, page.entity, 'lower');
  const upper = keyCodeOf(scope, page.entity, 'upper');
  // The records that a ref needs may need records of this list in turn.
  const among = field.type.kind === 'ref' ? `, [${lower}, ${upper}]` : '';
  return [
    {
      title: `sorts by ${field.name}`,
      lines: [
        ...records,
        `const rising = await app.listKeys(${address}, { sort: ${js(sort.parameter)} }${among});`,
        `assert.deepEqual(rising, [${lower}, ${upper}]);`,
        `const falling = await app.listKeys(${address}, { sort: ${js(`-${sort.parameter}`)} }${among});`,
        `assert.deepEqual(falling, [${upper}, ${lower}]);`,
      ],
    },
  ];
}

/** Lines that make the records `lower` and `upper`; null where no order is sure. */
function sortedRecords(
  scope: TestScope,
  page: ListPage,
  field: FieldSpec,
  through: string | null,
): string[] | null {
  if (field.auto !== null) return orderedLines(page.entity, field, ['lower', 'upper']).flat();
  if (isGenerated(field)) return null;
  const make = (variable: string, value: string): string =>
    `const ${variable} = ${makeCode(page.entity, { [field.name]: value })};`;
  if (['str', 'text', 'email', 'url', 'ref'].includes(field.type.kind)) {
    const lower = givenText(scope, page, field, through, 'aaa', 'first');
    const upper = givenText(scope, page, field, through, 'bbb', 'second');
    if (lower === null || upper === null) return null;
    return [...lower.setup, ...upper.setup, make('lower', lower.value), make('upper', upper.value)];
  }
  const pair = valuePair(scope, field);
  if (pair === null || pair.other === null || field.type.kind === 'uuid') return null;
  return [make('lower', pair.value), make('upper', pair.other)];
}
