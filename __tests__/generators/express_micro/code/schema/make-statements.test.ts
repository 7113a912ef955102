import { describe, expect, it } from '@jest/globals';
import { createClient, type Client } from '@libsql/client';
import { makeStatements } from '../../../../../generators/express_micro/code/schema/make-statements.ts';
import type { SchemaRename } from '../../../../../generators/express_micro/code/schema/rename-snapshot.ts';
import type { Snapshot } from '../../../../../generators/express_micro/code/schema/snapshot.ts';
import { takeSnapshot } from '../../../../../generators/express_micro/code/schema/take-snapshot.ts';
import { sqlite } from '../../../../../generators/express_micro/code/schema/sqlite.ts';
import type {
  ColumnModel,
  TableModel,
} from '../../../../../generators/express_micro/code/schema/table-model.ts';

const blank = { key: '', type: 'text', length: null, precision: null, scale: null, isNotNull: false, isPrimaryKey: false, isAutoIncrement: false, isUnique: false, default: null, enumValues: null, references: null, field: null } as const; // prettier-ignore

function column(name: string, more: Partial<ColumnModel> = {}): ColumnModel {
  return { ...blank, name, ...more };
}

function table(name: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel {
  const id = column('id', { isPrimaryKey: true, isNotNull: true });
  return {
    entity: name,
    name,
    key: name,
    columns: [id, ...columns],
    primaryKey: [],
    indexes: [],
    checks: [],
    ...more,
  };
}

const reference = (to: string, more: Partial<ColumnModel> = {}): ColumnModel =>
  column(`${to}_id`, {
    references: { table: to, column: 'id', onDelete: 'restrict' },
    isNotNull: true,
    ...more,
  });

async function run(client: Client, statements: readonly string[]): Promise<void> {
  await client.migrate(statements.flatMap((statement) => statement.split('--> statement-breakpoint')));
}

async function evolve(
  before: readonly TableModel[],
  rows: readonly string[],
  after: readonly TableModel[],
  renames: readonly SchemaRename[] = [],
): Promise<{ client: Client; next: Snapshot; statements: string[] }> {
  const client = createClient({ url: ':memory:' });
  const [empty, first, next] = [
    await takeSnapshot(sqlite, []),
    await takeSnapshot(sqlite, before),
    await takeSnapshot(sqlite, after),
  ];
  await run(client, await makeStatements(sqlite, empty, first, [], () => null));
  for (const row of rows) await client.execute(row);
  const statements = await makeStatements(sqlite, first, next, renames, (_, name) =>
    name.endsWith('_id') ? null : "''",
  );
  await run(client, statements);
  return { client, next, statements };
}

describe('makeStatements', () => {
  it('gives nothing where nothing changed', async () => {
    const { statements } = await evolve(
      [table('task', [column('title')])],
      [],
      [table('task', [column('title')])],
    );
    expect(statements).toEqual([]);
  });

  it('keeps every row through a renamed table and column, a dropped column and a new required one', async () => {
    const before = [
      table('client', [column('name', { isNotNull: true }), column('fax')]),
      table('task', [column('title', { isNotNull: true }), reference('client')], {
        indexes: [{ name: 'task_client_id_idx', isUnique: false, columns: ['client_id'] }],
        checks: [{ name: 'task_title_choice', sql: `"title" in ('a', 'b')` }],
      }),
    ];
    const after = [
      table('customer', [column('full_name', { isNotNull: true }), column('city', { isNotNull: true })]),
      table(
        'task',
        [
          column('title', { isNotNull: true }),
          column('note'),
          column('customer_id', {
            isNotNull: true,
            references: { table: 'customer', column: 'id', onDelete: 'restrict' },
          }),
        ],
        {
          indexes: [{ name: 'task_customer_id_idx', isUnique: false, columns: ['customer_id'] }],
          checks: [{ name: 'task_title_choice', sql: `"title" in ('a', 'b', 'c')` }],
        },
      ),
    ];
    const { client } = await evolve(
      before,
      [`insert into client values ('1', 'Ada', '555')`, `insert into task values ('t', 'a', '1')`],
      after,
      [
        { kind: 'table', from: 'client', to: 'customer' },
        { kind: 'column', table: 'customer', from: 'name', to: 'full_name' },
        { kind: 'column', table: 'task', from: 'client_id', to: 'customer_id' },
      ],
    );
    expect((await client.execute('select * from customer')).rows.map((row) => ({ ...row }))).toEqual([
      { id: '1', full_name: 'Ada', city: '' },
    ]);
    expect(
      (await client.execute('select title, note, customer_id from task')).rows.map((row) => ({ ...row })),
    ).toEqual([{ title: 'a', note: null, customer_id: '1' }]);
    await expect(
      client.execute(`insert into task (id, title, customer_id) values ('u', 'c', 'nobody')`),
    ).rejects.toThrow(/FOREIGN KEY/);
    await client.execute(`insert into task (id, title, customer_id) values ('u', 'c', '1')`);
  });

  it('refuses a new required reference over existing rows and leaves them as they were', async () => {
    const before = [table('client', []), table('task', [column('title')])];
    const after = [table('client', []), table('task', [column('title'), reference('client')])];
    await expect(evolve(before, [`insert into task values ('t', 'a')`], after)).rejects.toThrow(/NOT NULL/);
    await expect(evolve(before, [], after)).resolves.toMatchObject({ statements: expect.any(Array) });
  });

  it('drops a table that others refer to', async () => {
    const before = [table('client', []), table('task', [column('title'), reference('client')])];
    const { client } = await evolve(
      before,
      [`insert into client values ('1')`, `insert into task values ('t', 'a', '1')`],
      [table('task', [column('title')])],
    );
    expect((await client.execute('select * from task')).rows.map((row) => ({ ...row }))).toEqual([
      { id: 't', title: 'a' },
    ]);
  });
});
