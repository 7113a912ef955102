import { py, snake } from '../../../lib/index.ts';
import type {
  EntityPages,
  FieldSpec,
  ListFilter,
  ListPage,
  SearchKey,
  SortOption,
} from '../../../lib/index.ts';
import { loginTest, makeCode, reverseCode } from './page-tests.ts';
import type { PageTest, PageTests } from './page-tests.ts';
import type { WebScope } from './view-values.ts';

/** Tests of a list page: rows, search, filters, order and pages. */
export function listTests(
  web: WebScope,
  entity: EntityPages,
  page: ListPage,
  unmakeable: ReadonlySet<string>,
): PageTests {
  const make = makeCode(web, page.entity);
  const address = reverseCode(page);
  const tests: PageTest[] = [
    loginTest(address),
    {
      name: 'test_shows_a_record',
      lines: [
        `record = ${make}`,
        `page = self.get_page(${address})`,
        'self.assertIn(record, page.context["records"])',
        ...shownText(web, page),
      ],
    },
    {
      name: 'test_says_that_there_is_nothing',
      lines: [`page = self.get_page(${address})`, `self.assert_shows(page, ${py(page.emptyText)})`],
    },
    {
      name: 'test_has_pages',
      lines: [
        `records = [${make}, ${make}]`,
        `with patch.object(${web.pages.view(page.surface)}, "paginate_by", 1):`,
        `    first = self.get_page(${address})`,
        `    second = self.get_records(${address}, {"page": 2})`,
        `    below = self.get_records(${address}, {"page": -1})`,
        'self.assertContains(first, "page=2", count=2)',
        'self.assertEqual(len(first.context["records"]), 1)',
        'self.assertCountEqual([*first.context["records"], *second], records)',
        'self.assertEqual(below, [*first.context["records"]])',
      ],
    },
    {
      name: 'test_ignores_an_unknown_order',
      lines: [
        `record = ${make}`,
        `self.assertEqual(self.get_records(${address}, {"sort": "no_such_field"}), [record])`,
      ],
    },
  ];
  const added = web.entity(page.entity).fields.find((field) => field.auto === 'add');
  if (added !== undefined && page.order.length === 1 && page.order[0]!.field === added.name) {
    tests.push({
      name: 'test_shows_the_newest_first',
      lines: [
        `older = ${make}`,
        `newer = ${make}`,
        `self.assertEqual(self.get_records(${address}), [newer, older])`,
      ],
    });
  }
  for (const key of page.search) tests.push(...searchTest(web, page, key, address, unmakeable));
  if (page.search.length > 0) {
    tests.push({
      name: 'test_finds_nothing',
      lines: [
        make,
        `page = self.get_page(${address}, {"q": "no such text"})`,
        `self.assert_shows(page, ${py(`No ${entity.pluralNoun} match.`)})`,
        `self.assertEqual(self.get_records(${address}, {"q": "%%%"}), [])`,
      ],
    });
  }
  for (const filter of page.filters) tests.push(...filterTest(web, page, filter, address));
  for (const sort of page.sorts) tests.push(...sortTest(web, page, sort, address, unmakeable));
  return { name: `${web.pages.view(page.surface).replace(/View$/, '')}Tests`, tests };
}

function shownText(web: WebScope, page: ListPage): readonly string[] {
  const column = page.columns.find((candidate) => candidate.kind === 'str');
  if (column === undefined) return [];
  const attribute = web.attribute(page.entity, column.field);
  return [`self.assert_shows(page, record.${attribute})`];
}

/** A text for the field that holds `word` and passes its checks; null where that is not sure. */
function textWith(field: FieldSpec, word: string): string | null {
  if (field.pattern !== null) return null;
  const least = field.min === null ? 0 : Number(field.min);
  const limit = field.type.kind === 'str' ? field.type.maxLength : 2000;
  const most = Math.min(limit, field.max === null ? limit : Number(field.max));
  const text =
    { email: `${word}@example.com`, url: `https://example.com/${word}` }[field.type.kind as string] ?? word;
  if (!['str', 'text', 'email', 'url'].includes(field.type.kind) || text.length > most) return null;
  return text.padEnd(least, '-');
}

function fieldOf(web: WebScope, entity: string, name: string): FieldSpec {
  return web.entity(entity).fields.find((field) => field.name === name)!;
}

function searchTest(
  web: WebScope,
  page: ListPage,
  key: SearchKey,
  address: string,
  unmakeable: ReadonlySet<string>,
): readonly PageTest[] {
  const field = fieldOf(web, page.entity, key.field);
  const value = givenText(web, page, field, key.through, 'needle', unmakeable);
  if (value === null || field.type.kind === 'many') return [];
  const attribute = web.attribute(page.entity, key.field);
  return [
    {
      name: `test_searches_in_${snake(attribute)}`,
      lines: [
        `record = ${makeCode(web, page.entity, [`${attribute}=${value}`])}`,
        makeCode(web, page.entity),
        `self.assertEqual(self.get_records(${address}, {"q": "NEEDLE"}), [record])`,
      ],
    },
  ];
}

/** A text, or a record that is called so; not one that the list itself would show. */
function givenText(
  web: WebScope,
  page: ListPage,
  field: FieldSpec,
  through: string | null,
  word: string,
  unmakeable: ReadonlySet<string>,
): string | null {
  if (through === null) {
    const text = textWith(field, word);
    return text === null ? null : py(text);
  }
  if (field.type.kind !== 'ref' || unmakeable.has(field.type.entity)) return null;
  if (field.type.entity === page.entity) return null;
  const text = textWith(fieldOf(web, field.type.entity, through), word);
  const attribute = web.attribute(field.type.entity, through);
  return text === null ? null : makeCode(web, field.type.entity, [`${attribute}=${py(text)}`]);
}

function filterTest(web: WebScope, page: ListPage, filter: ListFilter, address: string): readonly PageTest[] {
  const field = fieldOf(web, page.entity, filter.field);
  const attribute = web.attribute(page.entity, filter.field);
  const parameter = py(filter.parameter);
  const pair = filterPair(web, field);
  if (pair === null) return [];
  return [
    {
      name: `test_filters_by_${snake(attribute)}`,
      lines: [
        `record = ${makeCode(web, page.entity, [`${attribute}=${pair.value}`])}`,
        makeCode(web, page.entity, pair.other === null ? [] : [`${attribute}=${pair.other}`]),
        `found = self.get_records(${address}, {${parameter}: ${pair.query.replace('$', `record.${attribute}`)}})`,
        'self.assertEqual(found, [record])',
      ],
    },
  ];
}

/** Two different values and how the first is written in an address. */
function filterPair(
  web: WebScope,
  field: FieldSpec,
): { value: string; other: string | null; query: string } | null {
  switch (field.type.kind) {
    case 'enum': {
      const [first, second] = field.type.values;
      return second === undefined ? null : { value: py(first), other: py(second), query: py(first) };
    }
    case 'bool':
      return { value: 'True', other: 'False', query: '"true"' };
    case 'ref':
      return { value: makeCode(web, field.type.entity), other: null, query: '$.pk' };
    case 'str': {
      const first = textWith(field, 'first');
      const second = textWith(field, 'second');
      return first === null || second === null
        ? null
        : { value: py(first), other: py(second), query: py(first.toUpperCase()) };
    }
    default:
      return null;
  }
}

function sortTest(
  web: WebScope,
  page: ListPage,
  sort: SortOption,
  address: string,
  unmakeable: ReadonlySet<string>,
): readonly PageTest[] {
  const field = fieldOf(web, page.entity, sort.field);
  const attribute = web.attribute(page.entity, sort.field);
  const values = sortPair(web, page, field, sort.through, unmakeable);
  if (values === null) return [];
  // The records that a ref needs may need records of this list in turn.
  const among = field.type.kind === 'ref' ? ', among=[lower, upper]' : '';
  const make = (value: string): string =>
    makeCode(web, page.entity, value === '' ? [] : [`${attribute}=${value}`]);
  return [
    {
      name: `test_sorts_by_${snake(attribute)}`,
      lines: [
        `lower = ${make(values[0])}`,
        `upper = ${make(values[1])}`,
        `found = self.get_records(${address}, {"sort": ${py(sort.parameter)}}${among})`,
        'self.assertEqual(found, [lower, upper])',
        `found = self.get_records(${address}, {"sort": ${py(`-${sort.parameter}`)}}${among})`,
        'self.assertEqual(found, [upper, lower])',
      ],
    },
  ];
}

/** A lower and a higher value; empty texts where the samples themselves grow. */
function sortPair(
  web: WebScope,
  page: ListPage,
  field: FieldSpec,
  through: string | null,
  unmakeable: ReadonlySet<string>,
): readonly [string, string] | null {
  if (field.auto === 'add') return ['', ''];
  if (field.auto !== null || field.primaryKey) return null;
  switch (field.type.kind) {
    case 'enum': {
      const { values } = field.type;
      // The last two whose order is not that of the alphabet, if there are such.
      const pair = values
        .flatMap((value, index) =>
          index > 0 && value < values[index - 1]! ? [[values[index - 1]!, value]] : [],
        )
        .at(-1);
      const [lower, upper] = pair ?? values.slice(0, 2);
      return upper === undefined ? null : [py(lower), py(upper)];
    }
    case 'bool':
      return ['False', 'True'];
    case 'date':
    case 'datetime':
      return ['', ''];
    case 'str':
    case 'text':
    case 'ref': {
      const lower = givenText(web, page, field, through, 'aaa', unmakeable);
      const upper = givenText(web, page, field, through, 'bbb', unmakeable);
      return lower === null || upper === null ? null : [lower, upper];
    }
    default:
      return null;
  }
}
