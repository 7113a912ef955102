import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@libsql/client';
import type { EntitySpec, FieldSpec, SchemaRules } from '../../../lib/index.ts';
import { schemaRules } from '../../../lib/kit/rows/field-rules.ts';
import { lookAtRows } from '../../../lib/kit/rows/look-at-rows.ts';
import type { RowsDatabase } from '../../../lib/kit/rows/look-at-rows.ts';
import type { KeptTable } from '../../../lib/kit/rows/row-checks.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { describeOnPostgres, findPostgres, startPostgres } from '../../support/postgres.ts';
import type { Postgres } from '../../support/postgres.ts';

const postgresTypes: Readonly<Record<string, string>> = {
  int: 'bigint',
  float: 'double precision',
  decimal: 'numeric',
  bool: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
};

function entitiesOf(dsl: string): readonly EntitySpec[] {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: `app shop "Shop"\n\n${dsl}` }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec.entities;
}

function rulesOf(entities: readonly EntitySpec[]): SchemaRules {
  const column = (_: EntitySpec, { name, type }: FieldSpec): string =>
    type.kind === 'ref' ? `${name}_id` : name;
  return schemaRules(entities, { table: ({ name }) => name.toLowerCase(), column });
}

/** The entities that both versions have, under the names of the first one. */
function keptOf(entities: readonly EntitySpec[], rules: SchemaRules): KeptTable[] {
  return entities.flatMap((entity) => {
    const table = entity.name.toLowerCase();
    const { columns, unique } = rules[table] ?? {};
    if (columns === undefined) return [];
    const fields = entity.fields.flatMap(({ name }) => {
      const column = [name, `${name}_id`].find((each) => each in columns);
      return column === undefined ? [] : [[name, { column, former: columns[column] }] as const];
    });
    return [
      { entity, table, fields: new Map(fields), unique: unique!, linkTable: (name) => `${table}_${name}` },
    ];
  });
}

function createTables(rules: SchemaRules, dialect: 'sqlite' | 'postgresql'): string[] {
  return Object.entries(rules).flatMap(([table, { columns }]) => [
    `create table "${table}" (${Object.entries(columns)
      .filter(([, { type }]) => type.kind !== 'many')
      .map(
        ([name, { type }]) => `"${name}" ${dialect === 'sqlite' ? '' : (postgresTypes[type.kind] ?? 'text')}`,
      )
      .join(', ')})`,
    ...Object.entries(columns).flatMap(([name, { type }]) =>
      type.kind === 'many' ? [`create table "${table}_${name}" (id text)`] : [],
    ),
  ]);
}

let server: Postgres;
let databases = 0;
beforeAll(async () => {
  if (findPostgres() !== null) server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

async function databaseWith(dialect: RowsDatabase['dialect'], statements: string[]): Promise<RowsDatabase> {
  if (dialect === 'postgresql') {
    const name = `rows_${(databases += 1)}`;
    server.createDatabase(name);
    server.query(name, statements.join(';\n'));
    return {
      backend: 'one',
      dialect,
      count: async (queries) => queries.map((sql) => Number(server.query(name, sql)[0])),
    };
  }
  const client = createClient({ url: ':memory:' });
  for (const statement of statements) await client.execute(statement);
  const count = async (sql: string): Promise<number> => Number((await client.execute(sql)).rows[0]![0]);
  return { backend: 'one', dialect, count: (queries) => Promise.all(queries.map(count)) };
}

const others = 'entity Owner:\n  id: str(9) pk\n\nentity Shop:\n  id: str(9) pk\n\n';

/** What is said of a field `f` of Item that was so and is so now, over rows with some values. */
async function look(
  dialect: RowsDatabase['dialect'],
  before: string,
  now: string,
  values: readonly string[],
): Promise<string[]> {
  const item = (line: string): string => `${others}entity Item:\n  id: str(9) pk\n  ${line}\n`;
  const rules = rulesOf(entitiesOf(item(before)));
  const [column] = Object.keys(rules['item']!.columns).filter((name) => name !== 'id');
  const isMany = rules['item']!.columns[column!]!.type.kind === 'many';
  const rows = values.map((value, place) =>
    isMany
      ? `insert into item_${column} values (${value})`
      : `insert into item (id, ${column}) values ('${place}', ${value})`,
  );
  const database = await databaseWith(dialect, [
    ...createTables(rules, dialect),
    `insert into owner values ('ada')`,
    ...rows,
  ]);
  const told = await lookAtRows(database, keptOf(entitiesOf(item(now)), rules));
  for (const { place } of told) expect(place).toMatchObject({ file: 'app.dsl', line: 11 });
  return told.map(({ code, message }) => `${code} ${message.replace('the field "f" of entity Item ', '')}`);
}

const misfit = (rows: string, reason: string): string[] => [
  `DZL372 changed, and does not fit ${rows} of the database of one: ${reason}`,
];
const value = (why: string, rows: string, given: string): string[] => [
  `DZL373 ${why}: ${rows} of the database of one without a value will get ${given}`,
];

const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['f: str(9)', 'f: str(3)', [`'abcd'`, `'abc'`, 'null'], misfit('1 row', 'longer than 3 characters')],
  ['f: text', 'f: str(1)', [`'abcd'`, `'ab'`], misfit('2 rows', 'longer than 1 character')],
  ['f: str(9)', 'f: str(20)', [`'abcdefghi'`], []],
  ['f: str(9)', 'f: text', [`'abcd'`], []],
  ['f: int', 'f: str(2)', ['100', '1'], misfit('1 row', 'longer than 2 characters')],
  ['f: str(9)', 'f: str(9) unique', [`'a'`, `'a'`, `'b'`, 'null', 'null'], misfit('2 rows', 'the value of each stands in another one too')], // prettier-ignore
  ['f: str(9)', 'f: str(9) required', ['null', `'a'`], value('is required now', '1 row', '""')],
  ['f: int', 'f: int required min=3', ['null', '4'], value('is required now', '1 row', '3')],
  ['f: int', 'f: int required max=-3', ['null', '-4'], value('is required now', '1 row', '-3')],
  ['f: enum[a,b]', 'f: enum[a,b]=b', ['null', 'null'], value('is required now', '2 rows', '"b"')],
  ['f: str(9)', 'f: str(9) required unique', ['null', `'a'`], misfit('1 row', 'no value, and no one value fits them all')], // prettier-ignore
  ['f: ref Owner', 'f: ref Owner required', ['null', `'ada'`], misfit('1 row', 'no value, and no one value fits them all')], // prettier-ignore
  ['f: decimal(8,3)', 'f: decimal(5,2)', ['1.25', '1.255', '1000'], misfit('2 rows', 'more digits than decimal(5,2) has room for')], // prettier-ignore
  ['f: decimal(5,2)', 'f: decimal(8,3)', ['1.25'], []],
  ['f: float', 'f: decimal(3,1)', ['1.5', '1.55'], misfit('1 row', 'more digits than decimal(3,1) has room for')], // prettier-ignore
  ['f: int', 'f: int min=1', ['0', '1', 'null'], misfit('1 row', 'less than 1')],
  ['f: int min=1', 'f: int', ['1'], []],
  ['f: int max=9', 'f: int max=5', ['6', '5'], misfit('1 row', 'more than 5')],
  ['f: enum[a,b]', 'f: enum[a]', [`'a'`, `'b'`], misfit('1 row', 'b is no choice any more')],
  ['f: enum[a,b]', 'f: enum[b,c,a]', [`'a'`, `'b'`], []],
  ['f: str(9)', 'f: enum[a,b]', [`'a'`, `'c'`], misfit('1 row', 'none of a, b')],
  ['f: str(9)', 'f: int', [`'12'`, `'-3'`, `'two'`, `''`, `'1.5'`], misfit('3 rows', 'no whole number')],
  ['f: str(9)', 'f: decimal(3,1)', [`'1.5'`, `'.5'`, `'1.55'`, `'x'`], [...misfit('1 row', 'no number'), ...misfit('1 row', 'more digits than decimal(3,1) has room for')]], // prettier-ignore
  ['f: str(9)', 'f: int min=5', [`'12'`, `'3'`, `'two'`], [...misfit('1 row', 'no whole number'), ...misfit('1 row', 'less than 5')]], // prettier-ignore
  ['f: float', 'f: int', ['1.0', '1.5'], misfit('1 row', 'no whole number')],
  ['f: int', 'f: bool', ['0', '1', '2'], misfit('1 row', 'neither 0 nor 1')],
  ['f: str(10)', 'f: date', [`'2030-01-31'`, `'soon'`], misfit('1 row', 'no day such as 2030-01-31')],
  ['f: date', 'f: datetime', [`'2030-01-31'`, 'null'], misfit('1 row', 'what was date does not become datetime by itself')], // prettier-ignore
  ['f: str(9)', 'f: ref Owner', [`'ada'`], misfit('1 row', 'what was str(9) does not become ref Owner by itself')], // prettier-ignore
  ['f: ref Owner', 'f: many Owner', [`'ada'`], misfit('1 row', 'what was ref Owner does not become many Owner by itself')], // prettier-ignore
  ['f: many Owner', 'f: ref Owner', [`'ada'`, `'bo'`], misfit('2 links', 'what was many Owner does not become ref Owner by itself')], // prettier-ignore
  ['f: many Owner', 'f: many Shop', [`'ada'`], misfit('1 link', 'they lead to no Shop')],
  ['f: ref Owner', 'f: ref Shop', [`'ada'`, 'null'], misfit('1 row', 'no Shop has the key that they name')],
  ['f: ref Shop', 'f: ref Owner', [`'ada'`, `'bo'`], misfit('1 row', 'no Owner has the key that they name')],
  ['g: int', 'f: int required', ['1'], value('is new and required', '1 row', '0')],
  ['g: int', 'f: bool', ['1'], []],
  ['g: int', 'f: int', ['1'], []],
];

describe('lookAtRows in SQLite', () => {
  it.each(cases)('sees "%s" become "%s"', async (before, now, values, told) => {
    expect((await look('sqlite', before, now, values)).sort()).toEqual([...told].sort());
  });
});

describeOnPostgres('lookAtRows in PostgreSQL', () => {
  it.each(cases)('sees "%s" become "%s"', async (before, now, values, told) => {
    expect((await look('postgresql', before, now, values)).sort()).toEqual([...told].sort());
  });
});

/** What is said of an entity that was so and is so now, over one or more rows, in SQLite. */
async function lookAt(before: string, now: string, ...rows: readonly string[]): Promise<string[]> {
  const rules = rulesOf(entitiesOf(before));
  const database = await databaseWith('sqlite', [...createTables(rules, 'sqlite'), ...rows]);
  const told = await lookAtRows(database, keptOf(entitiesOf(now), rules));
  return told.map(({ message }) => message);
}

describe('lookAtRows', () => {
  const item = (...lines: readonly string[]): string =>
    ['entity Item:', '  id: int pk', ...lines.map((line) => `  ${line}`)].join('\n');
  const rows = [1, 2].map((id) => `insert into item values (${id}, 'x', 'y')`);

  it('has nothing against any change over empty tables', async () => {
    for (const [before, now] of cases) expect(await look('sqlite', before, now, [])).toEqual([]);
  });

  it('sees fields that are unique together now', async () => {
    const before = item('a: str(9)', 'b: str(9)');
    const now = item('a: str(9)', 'b: str(9)', 'unique a, b');
    expect(await lookAt(before, now, ...rows)).toEqual([
      'what is unique in entity Item (a, b) changed, and does not fit 2 rows of the database of one: the value of each stands in another one too',
    ]);
    expect(await lookAt(now, now, ...rows)).toEqual([]);
    expect(await lookAt(before, item('a: str(9)', 'c: str(9)', 'unique a, c'), ...rows)).toEqual([]);
  });

  it('sees another key', async () => {
    const now = 'entity Item:\n  a: str(9) pk\n  b: str(9)';
    expect(await lookAt(item('a: str(9)', 'b: str(9)'), now, ...rows)).toContain(
      'the field "a" of entity Item changed, and does not fit 2 rows of the database of one: they are known by another key',
    );
  });

  it('says that it did not look, and why, but only where there was something to look for', async () => {
    const rules = rulesOf(entitiesOf(item('a: str(9)')));
    const silent: RowsDatabase = {
      backend: 'one',
      dialect: 'postgresql',
      count: async () => 'the server is away',
    };
    expect(await lookAtRows(silent, keptOf(entitiesOf(item('a: str(10)')), rules))).toEqual([]);
    expect(await lookAtRows(silent, keptOf(entitiesOf(item('a: str(3)')), rules))).toEqual([
      {
        code: 'DZL374',
        severity: 'warning',
        message:
          'nobody could look whether all rows of the database of one fit what changed: the server is away',
        fix: expect.stringContaining('then build'),
      },
    ]);
  });

  it('has nothing to say where there is no database yet', async () => {
    const rules = rulesOf(entitiesOf(item('a: str(9)')));
    const kept = keptOf(entitiesOf(item('a: str(3)')), rules);
    const none: RowsDatabase = { backend: 'one', dialect: 'sqlite', count: async () => null };
    expect(await lookAtRows(none, kept)).toEqual([]);
  });

  it('says where the database waits for a migration, and what it found in spite of that', async () => {
    const rules = rulesOf(entitiesOf(item('a: str(9)', 'b: str(9)')));
    const kept = keptOf(entitiesOf(item('a: str(3)', 'b: str(3)')), rules);
    const behind: RowsDatabase = { backend: 'one', dialect: 'sqlite', count: async () => [null, 2] };
    const told = await lookAtRows(behind, kept);
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'DZL372 the field "b" of entity Item changed, and does not fit 2 rows of the database of one: longer than 3 characters',
      'DZL374 nobody could look whether all rows of the database of one fit what changed: it lacks tables or columns that the last build had',
    ]);
    expect(told[1]!.fix).toContain('migrate it, then build');
  });
});
