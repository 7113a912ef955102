import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fillValueOf } from '../../../../../generators/express_micro/code/schema/evolve.ts';
import { makeStatements } from '../../../../../generators/express_micro/code/schema/make-statements.ts';
import { postgres } from '../../../../../generators/express_micro/code/schema/postgres.ts';
import type { SchemaRename } from '../../../../../generators/express_micro/code/schema/rename-snapshot.ts';
import { takeSnapshot } from '../../../../../generators/express_micro/code/schema/take-snapshot.ts';
import type {
  ColumnModel,
  TableModel,
} from '../../../../../generators/express_micro/code/schema/table-model.ts';
import { describeOnPostgres, startPostgres, type Postgres } from '../../../../support/postgres.ts';

const blank = { key: '', type: 'text', length: null, precision: null, scale: null, isNotNull: false, isPrimaryKey: false, isAutoIncrement: false, isUnique: false, default: null, enumValues: null, references: null, field: null } as const; // prettier-ignore

function column(name: string, more: Partial<ColumnModel> = {}): ColumnModel {
  return { ...blank, name, ...more };
}

const uuidKey = column('id', { type: 'uuid', isPrimaryKey: true, isNotNull: true });
const numberKey: ColumnModel = { ...uuidKey, type: 'integer', isAutoIncrement: true };

function table(name: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel {
  return { entity: name, name, key: name, columns, primaryKey: [], indexes: [], checks: [], ...more };
}

function reference(to: string, more: Partial<ColumnModel> = {}): ColumnModel {
  return column(`${to}_id`, {
    type: 'uuid',
    isNotNull: true,
    references: { table: to, column: 'id', onDelete: 'restrict' },
    ...more,
  });
}

/** Everything that a database knows about its tables. */
const description = `
  select 'column', table_name, column_name, udt_name, character_maximum_length, numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default, is_identity
    from information_schema.columns where table_schema = 'public'
  union all select 'rule', conrelid::regclass::text, conname, pg_get_constraintdef(oid), null, null, null, null, null, null, null
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all select 'index', tablename, indexname, indexdef, null, null, null, null, null, null, null
    from pg_indexes where schemaname = 'public'
  union all select 'sequence', sequencename, null, null, null, null, null, null, null, null, null
    from pg_sequences where schemaname = 'public'
  order by 1, 2, 3`;

const ada = '5b3c0a3e-8a55-4c9c-9d3c-0c6f3b7f2f01';
const task = '5b3c0a3e-8a55-4c9c-9d3c-0c6f3b7f2f02';

describeOnPostgres('migrations for PostgreSQL', () => {
  let server: Postgres;
  let databases = 0;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  function makeDatabase(): (sql: string) => string[] {
    const name = `evolve_${(databases += 1)}`;
    server.createDatabase(name);
    return (sql) => server.query(name, sql);
  }

  async function statementsFor(
    before: readonly TableModel[],
    after: readonly TableModel[],
    renames: readonly SchemaRename[] = [],
  ): Promise<string> {
    const [from, to] = [await takeSnapshot(postgres, before), await takeSnapshot(postgres, after)];
    return (await makeStatements(postgres, from, to, renames, fillValueOf(postgres, after))).join('\n');
  }

  /** A database with these tables and rows, led to the next tables; it is in all as one that was made new. */
  async function evolve(
    before: readonly TableModel[],
    rows: string,
    after: readonly TableModel[],
    renames: readonly SchemaRename[] = [],
  ): Promise<(sql: string) => string[]> {
    const [query, fresh] = [makeDatabase(), makeDatabase()];
    query(await statementsFor([], before));
    if (rows !== '') query(rows);
    query(await statementsFor(before, after, renames));
    fresh(await statementsFor([], after));
    expect(query(description)).toEqual(fresh(description));
    return query;
  }

  it('are empty where nothing changed', async () => {
    const tables = [table('task', [uuidKey, column('title', { default: 'x' })])];
    expect(await statementsFor(tables, tables)).toBe('');
    const snapshot = await takeSnapshot(postgres, tables);
    expect(JSON.parse(JSON.stringify(snapshot))).toStrictEqual(snapshot);
  });

  it('keep every row, link and rule through renamed tables and columns', async () => {
    const tables = (person: string, name: string, job: string, title: string): TableModel[] => [
      table(person, [numberKey, column(name, { isNotNull: true, isUnique: true, length: 40 })]),
      table(
        job,
        [
          uuidKey,
          column(title, { enumValues: ['a', 'b'], isNotNull: true }),
          reference(person, { type: 'integer' }),
        ],
        {
          indexes: [
            { name: `${job}_${person}_id_idx`, isUnique: false, columns: [`${person}_id`] },
            { name: `${job}_${title}_${person}_id_key`, isUnique: true, columns: [title, `${person}_id`] },
          ],
          checks: [{ name: `${job}_${title}_choice`, sql: `"${title}" in ('a', 'b')` }],
        },
      ),
      table(
        `${job}_helpers`,
        [
          reference(job, { references: { table: job, column: 'id', onDelete: 'cascade' } }),
          reference(person, { type: 'integer' }),
        ],
        { primaryKey: [`${job}_id`, `${person}_id`] },
      ),
    ];
    const query = await evolve(
      tables('client', 'name', 'task', 'title'),
      `insert into client (name) values ('Ada');
       insert into task values ('${task}', 'a', 1); insert into task_helpers values ('${task}', 1)`,
      tables('customer', 'full_name', 'job', 'kind'),
      [
        { kind: 'table', from: 'client', to: 'customer' },
        { kind: 'table', from: 'task', to: 'job' },
        { kind: 'table', from: 'task_helpers', to: 'job_helpers' },
        { kind: 'column', table: 'customer', from: 'name', to: 'full_name' },
        { kind: 'column', table: 'job', from: 'title', to: 'kind' },
        { kind: 'column', table: 'job', from: 'client_id', to: 'customer_id' },
        { kind: 'column', table: 'job_helpers', from: 'task_id', to: 'job_id' },
        { kind: 'column', table: 'job_helpers', from: 'client_id', to: 'customer_id' },
      ],
    );
    expect(
      query(
        'select full_name, kind, h.customer_id from job_helpers h join job on job.id = h.job_id join customer c on c.id = job.customer_id',
      ),
    ).toEqual(['Ada|a|1']);
    expect(query(`insert into customer (full_name) values ('Bo') returning id`)).toEqual(['2']);
  });

  it('fill new required columns, take choices and rules along, and let columns and tables go with what stands on them', async () => {
    const before = [
      table('client', [uuidKey, column('name', { isUnique: true }), column('fax')], {
        indexes: [{ name: 'client_fax_idx', isUnique: false, columns: ['fax'] }],
        checks: [{ name: 'client_fax_choice', sql: `"fax" in ('1')` }],
      }),
      table('visit', [uuidKey, reference('client')], {
        indexes: [{ name: 'visit_client_id_idx', isUnique: false, columns: ['client_id'] }],
      }),
      table(
        'task',
        [uuidKey, column('title'), reference('client'), reference('visit', { isNotNull: false })],
        {
          checks: [{ name: 'task_title_choice', sql: `"title" in ('a', 'b')` }],
        },
      ),
    ];
    const after = [
      table('client', [uuidKey, column('city', { isNotNull: true }), column('name', { isNotNull: true })]),
      table(
        'task',
        [
          uuidKey,
          column('note', { isUnique: true }),
          column('title', { isNotNull: true }),
          reference('client', {
            isNotNull: false,
            references: { table: 'client', column: 'id', onDelete: 'set null' },
          }),
        ],
        { checks: [{ name: 'task_title_choice', sql: `"title" in ('a', 'b', 'c')` }] },
      ),
      table('label', [numberKey, column('word', { isNotNull: true })]),
    ];
    const query = await evolve(
      before,
      `insert into client values ('${ada}', 'Ada', '1'); insert into task values ('${task}', 'a', '${ada}', null)`,
      after,
    );
    expect(query('select name, city from client')).toEqual(['Ada|']);
    expect(query(`update task set title = 'c' returning title, note, client_id`)).toEqual([`c||${ada}`]);
    expect(() => query(`update task set title = 'd'`)).toThrow('task_title_choice');
  });

  it('cast values to the new type of their column', async () => {
    const values: readonly (readonly [Partial<ColumnModel>, string, Partial<ColumnModel>, string])[] = [
      [{}, `'12'`, { type: 'integer', default: 3 }, '12'],
      [{ type: 'integer', default: 3 }, '12', { default: 'x' }, '12'],
      [{ type: 'integer' }, '12', { type: 'decimal', precision: 9, scale: 1 }, '12.0'],
      [{ type: 'decimal', precision: 9, scale: 2 }, '1.25', { type: 'real' }, '1.25'],
      [{ type: 'integer' }, '2', { type: 'boolean', default: true, isNotNull: true }, 't'],
      [{ type: 'boolean', default: false }, 'true', { type: 'integer' }, '1'],
      [{ type: 'timestamp' }, `'2026-01-31 23:30Z'`, { type: 'date' }, '2026-01-31'],
      [{ type: 'date' }, `'2026-01-31'`, { type: 'timestamp' }, '2026-01-31 00:00:00+00'],
      [{ type: 'time' }, `'13:45'`, { length: 8 }, '13:45:00'],
      [{ length: 200 }, `'{"a": 1}'`, { type: 'json' }, '{"a": 1}'],
      [{ length: 200 }, `'abc'`, { length: 3 }, 'abc'],
      [{ length: 200 }, `'${ada.toUpperCase()}'`, { type: 'uuid' }, ada],
    ];
    const name = (place: number): string => `c${place}`;
    const query = await evolve(
      [
        table(
          'task',
          values.map(([from], place) => column(name(place), from)),
        ),
      ],
      `insert into task values (${values.map(([, value]) => value).join(', ')})`,
      [
        table(
          'task',
          values.map(([, , to], place) => column(name(place), to)),
          {
            checks: [{ name: 'task_c0_min', sql: '"c0" >= 1' }],
          },
        ),
      ],
    );
    const columns = values.map((_, place) => `c${place}`).join(', ');
    expect(query(`set timezone to 'UTC'; select ${columns} from task`)).toEqual([
      values.map(([, , , expected]) => expected).join('|'),
    ]);
  });

  it('give keys and what refers to them another type', async () => {
    const tables = (key: ColumnModel): TableModel[] => [
      table('client', [key]),
      table('task', [uuidKey, reference('client', { type: key.type })]),
    ];
    const query = await evolve(
      tables(uuidKey),
      `insert into client values ('${ada}'); insert into task values ('${task}', '${ada}')`,
      tables(column('id', { isPrimaryKey: true, isNotNull: true })),
    );
    expect(query('select client_id from task join client on client.id = client_id')).toEqual([ada]);
    await evolve(tables(numberKey), '', tables(uuidKey));
    await evolve(tables(uuidKey), '', tables(numberKey));
  });

  it('leave a database as it was where a row does not fit', async () => {
    const refused: readonly (readonly [readonly ColumnModel[], readonly ColumnModel[], RegExp])[] = [
      [[column('title')], [column('title'), reference('client')], /client_id.*contains null values/],
      [[column('title')], [column('title', { type: 'integer' })], /invalid input syntax/],
      [[column('title')], [column('title', { length: 3 })], /too long/],
      [[column('title')], [column('title', { isUnique: true })], /could not create unique index/],
    ];
    for (const [from, to, words] of refused) {
      const client = table('client', [uuidKey]);
      const before = [client, table('task', [numberKey, ...from])];
      const query = makeDatabase();
      query(await statementsFor([], before));
      query(`insert into task (title) values ('first'), ('first')`);
      const was = query(description);
      const statements = await statementsFor(before, [client, table('task', [numberKey, ...to])]);
      expect(() => query(statements)).toThrow(words);
      expect(query(description)).toEqual(was);
      expect(query('select title from task')).toEqual(['first', 'first']);
    }
  });

  it('follow names that are swapped, chained and taken over from what goes', async () => {
    const unique = { isUnique: true, length: 40 } as const;
    const tables = (first: string, second: string, ...columns: readonly string[]): TableModel[] => [
      table(first, [numberKey, ...columns.map((name) => column(name, unique))]),
      table(second, [numberKey, column('code', { ...unique, length: 9 })]),
      table('link', [uuidKey, reference(first, { type: 'integer' })]),
    ];
    const onto = (from: string, to: string): SchemaRename => ({ kind: 'table', from, to });
    const within = { kind: 'column', table: 'b' } as const;
    const columns = ['xy', 'yx', 'vw'].map(([from, to]) => ({ ...within, from: from!, to: to! }));
    const link: SchemaRename = { kind: 'column', table: 'link', from: 'a_id', to: 'b_id' };
    const query = await evolve(
      [...tables('a', 'b', 'x', 'y', 'v', 'w'), table('c', [numberKey, column('code', unique)])],
      `insert into a (x, y, v, w) values ('X', 'Y', 'V', 'W'); insert into b (code) values ('B');
       insert into link values ('${task}', 1); insert into c (code) values ('C')`,
      tables('b', 'c', 'x', 'y', 'w'),
      [onto('a', 'b'), onto('b', 'c'), ...columns, link],
    );
    expect(query('select x, y, w, b_id from b join link on b_id = b.id')).toEqual(['Y|X|V|1']);
    expect(query('select code from c')).toEqual(['B']);
    const both = await evolve(
      tables('a', 'b', 'x'),
      `insert into a (x) values ('X'); insert into b (code) values ('B'); insert into link values ('${task}', 1)`,
      tables('b', 'a', 'x'),
      [onto('a', 'b'), onto('b', 'a'), link],
    );
    expect(both('select x, code from b, a')).toEqual(['X|B']);
  });
});
