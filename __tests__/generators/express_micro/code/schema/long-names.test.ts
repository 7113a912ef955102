import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildTables } from '../../../../../generators/express_micro/code/schema/build-tables.ts';
import type { SchemaDialect } from '../../../../../generators/express_micro/code/schema/dialect.ts';
import { schemaRenames } from '../../../../../generators/express_micro/code/schema/evolve.ts';
import { makeStatements } from '../../../../../generators/express_micro/code/schema/make-statements.ts';
import { postgres } from '../../../../../generators/express_micro/code/schema/postgres.ts';
import type { Snapshot } from '../../../../../generators/express_micro/code/schema/snapshot.ts';
import { takeSnapshot } from '../../../../../generators/express_micro/code/schema/take-snapshot.ts';
import { sqlite } from '../../../../../generators/express_micro/code/schema/sqlite.ts';
import type { TableModel } from '../../../../../generators/express_micro/code/schema/table-model.ts';
import { longestIdentifier } from '../../../../../lib/index.ts';
import { longNamedSpec } from '../../../../support/long-names.ts';
import { describeOnPostgres, startPostgres, type Postgres } from '../../../../support/postgres.ts';
import { generate, specOf } from '../../generate.ts';

const runs = { seed: 20260, numRuns: 12, endOnFailure: true } as const;

/** Every name that a database hears of, by the room in which it must be the only one. */
function namesOf({ tables }: Snapshot): Map<string, string[]> {
  const rooms = new Map<string, string[]>();
  const add = (room: string, names: readonly string[]): void =>
    void rooms.set(room, [...(rooms.get(room) ?? []), ...names]);
  for (const table of Object.values(tables)) {
    const unique = Object.keys(table.uniqueConstraints);
    const keys = Object.keys(table.compositePrimaryKeys);
    const columns = Object.values(table.columns);
    add('relations', [table.name, ...unique, ...keys, ...Object.keys(table.indexes)]);
    add(
      'relations',
      columns.flatMap(({ identity }) => identity?.name ?? []),
    );
    add(
      `columns of ${table.name}`,
      columns.map(({ name }) => name),
    );
    const others = [...Object.keys(table.foreignKeys), ...Object.keys(table.checkConstraints)];
    add(`rules of ${table.name}`, [...unique, ...keys, ...others]);
  }
  return rooms;
}

describe('Names that are too long', () => {
  it.each([sqlite, postgres])('all fit, and stay apart, on $name', async (dialect: SchemaDialect) => {
    await fc.assert(
      fc.asyncProperty(longNamedSpec, async (dsl) => {
        const rooms = namesOf(await takeSnapshot(dialect, buildTables(specOf(dsl))));
        for (const names of rooms.values()) {
          expect(names.filter((name) => Buffer.byteLength(name) > longestIdentifier)).toEqual([]);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
      runs,
    );
  });

  it('are the same in the schema of the application as in its migrations', async () => {
    const [dsl] = fc.sample(longNamedSpec, { seed: 3, numRuns: 1 });
    const { files } = await generate(specOf(dsl!), { only: 'models' });
    const schema = files.get('src/db/schema.js')!;
    const snapshot = await takeSnapshot(postgres, buildTables(specOf(dsl!)));
    const own = [...namesOf(snapshot).values()].flat().filter((name) => /_[0-9a-f]{8}$/.test(name));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((name) => !schema.includes(`'${name}'`))).toEqual([]);
  });
});

describe('A build', () => {
  it('tells of tables and columns that are called otherwise in the database', async () => {
    const entity = 'InventoryTransactionReconciliationAdjustmentAuthorisationEntries';
    const field = 'inventory_transaction_reconciliation_adjustment_authorisation_entry';
    const dsl = `entity ${entity}:\n  id: uuid pk\n  ${field}: int\n  name: str(20)`;
    const { reported } = await generate(specOf(dsl), { only: 'models' });
    expect(reported.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `DZL384 entity ${entity} has a longer name than databases take; there it is the table inventory_transaction_reconciliation_adjustment_author_42703538`,
      `DZL384 field "${field}" of entity ${entity} has a longer name than databases take; there it is the column inventory_transaction_reconciliation_adjustment_author_770b8ab5`,
    ]);
  });
});

describe('Names of a database that an earlier version made', () => {
  const long = 'inventory_transaction_reconciliation_adjustment_authorisation_entry';
  const entity = 'InventoryTransactionReconciliationAdjustmentAuthorisationEntry';
  const spec = specOf(`entity ${entity} "Entry":
  id: uuid pk
  ${long}: str(40)
  others: many ${entity}`);

  /** The tables as they were when names did not have to fit. */
  function formerTables(): TableModel[] {
    const [first, links] = buildTables(spec) as [TableModel, TableModel];
    const [id, text] = first.columns;
    const ends = ['from', 'to'].map((end) => `${end}_${long}_id`);
    return [
      { ...first, name: long, columns: [id!, { ...text!, name: long }] },
      {
        ...links,
        name: `${long}_others`,
        columns: links.columns.map((column, index) => ({
          ...column,
          name: ends[index]!,
          references: { table: long, column: 'id', onDelete: 'cascade' },
        })),
        primaryKey: ends,
        primaryKeyName: `${long}_others_pk`,
        indexes: [{ name: `${long}_others_idx`, isUnique: false, columns: [ends[1]!] }],
      },
    ];
  }

  it.each([sqlite, postgres])('get short ones, and keep their rows, on $name', async (dialect) => {
    const [before, after] = [
      await takeSnapshot(dialect, formerTables()),
      await takeSnapshot(dialect, buildTables(spec)),
    ];
    const statements = await makeStatements(dialect, before, after, schemaRenames(spec, []), () => null);
    expect(statements.filter((each) => /DROP (?:TABLE|COLUMN)|CREATE TABLE/.test(each))).toEqual([]);
    expect(
      statements.filter((each) => /RENAME (?:TO|COLUMN)/.test(each) && each.startsWith('ALTER TABLE')),
    ).toHaveLength(5);
  });
});

describeOnPostgres('Long names on PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  it('make a schema, of which nothing was cut', async () => {
    const specs = fc.sample(longNamedSpec, { seed: runs.seed, numRuns: 6 });
    for (const [index, dsl] of specs.entries()) {
      const name = `long${index}`;
      server.createDatabase(name);
      const snapshot = await takeSnapshot(postgres, buildTables(specOf(dsl)));
      const statements = await makeStatements(
        postgres,
        await takeSnapshot(postgres, []),
        snapshot,
        [],
        () => null,
      );
      server.query(name, statements.join('\n'));
      const found = server.query(
        name,
        `select conname from pg_constraint where connamespace = 'public'::regnamespace
          union select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i', 'S')
          union select attname from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace`,
      );
      const wanted = [...namesOf(snapshot).values()].flat();
      expect(wanted.filter((each) => !found.includes(each))).toEqual([]);
    }
  }, 60_000);
});
