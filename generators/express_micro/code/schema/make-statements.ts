import { renameRules, renameUnnamedKeys, retypeColumns, withoutStaleRules } from './alter-rules.ts';
import type { SchemaDialect } from './dialect.ts';
import {
  planColumnRenames,
  planTableRenames,
  renameInSnapshot,
  type SchemaRename,
} from './rename-snapshot.ts';
import { copySnapshot, indexColumns, type ColumnSnapshot, type Snapshot } from './snapshot.ts';

/** The value, as SQL, that existing rows get in a column that becomes NOT NULL; null where no value fits them all. */
export type FillValue = (table: string, column: string) => string | null;

/**
 * The statements that lead a database from one snapshot to the next and keep the rows. In this order: drop tables and columns
 * whose name a rename takes over; rename; drop what else the next snapshot lacks; change types; add columns; fill columns that
 * become NOT NULL; all else. In none of these steps can drizzle-kit take a drop and an addition for a rename.
 *
 * @param renames those since the previous snapshot
 */
export async function makeStatements(
  dialect: SchemaDialect,
  previous: Snapshot,
  next: Snapshot,
  renames: readonly SchemaRename[],
  fill: FillValue,
): Promise<string[]> {
  const { quote } = dialect;
  const tools = await dialect.load();
  const statements: string[] = [];
  let current = previous;
  const follow = (step: { snapshot: Snapshot; statements: readonly string[] }): void => {
    statements.push(...step.statements);
    current = step.snapshot;
  };
  const migrate = async (to: Snapshot): Promise<void> => {
    const made = await tools.makeStatements(current, to);
    follow({ snapshot: to, statements: made.map((statement) => statement.trim()) });
  };
  const clear = async (to: Snapshot): Promise<void> => {
    const reduced = withoutWhatGoes(current, to);
    if (dialect.altersTables) await migrate(withoutStaleRules(current, reduced));
    await migrate(reduced);
  };
  const tables = planTableRenames(dialect, current, renames, next);
  if (tables.replaced.length > 0) await clear(withoutTables(dialect, current, tables.replaced));
  follow(renameInSnapshot(dialect, current, tables.steps));
  const columns = planColumnRenames(dialect, current, renames, next);
  if (columns.some(({ replaced }) => replaced.length > 0))
    await clear(withoutColumns(dialect, current, columns));
  follow(
    renameInSnapshot(
      dialect,
      current,
      columns.flatMap(({ steps }) => steps),
    ),
  );
  if (dialect.altersTables) {
    follow(renameRules(current, next));
    await migrate(withoutStaleRules(current, next));
  } else current = renameUnnamedKeys(current, next);
  await migrate(withoutWhatGoes(current, next));
  if (dialect.altersTables) follow(retypeColumns(current, next));
  await migrate(withNewColumns(current, next));
  for (const { table, column } of requiredFromNow(current, next)) {
    const value = fill(table, column);
    if (value === null) continue;
    const name = quote(column);
    statements.push(`UPDATE ${quote(table)} SET ${name} = ${value} WHERE ${name} IS NULL;`);
  }
  await migrate(next);
  return statements;
}

function withoutTables(dialect: SchemaDialect, snapshot: Snapshot, names: readonly string[]): Snapshot {
  const reduced = copySnapshot(snapshot);
  for (const name of names) delete reduced.tables[dialect.tableKey(name)];
  return reduced;
}

function withoutColumns(
  dialect: SchemaDialect,
  snapshot: Snapshot,
  columns: readonly { readonly table: string; readonly replaced: readonly string[] }[],
): Snapshot {
  const reduced = copySnapshot(snapshot);
  for (const { table, replaced } of columns)
    for (const name of replaced) delete reduced.tables[dialect.tableKey(table)]!.columns[name];
  return reduced;
}

/** The snapshot without the tables and columns that the next one lacks, and without the indexes and constraints that use them. */
function withoutWhatGoes(snapshot: Snapshot, next: Snapshot): Snapshot {
  const reduced = copySnapshot(snapshot);
  const names = new Set(Object.values(next.tables).map(({ name }) => name));
  for (const [name, table] of Object.entries(reduced.tables)) {
    const target = next.tables[name];
    if (target === undefined) {
      delete reduced.tables[name];
      continue;
    }
    const gone = new Set(Object.keys(table.columns).filter((column) => !(column in target.columns)));
    for (const column of gone) delete table.columns[column];
    const standsOn = (columns: readonly string[]): boolean => columns.some((column) => gone.has(column));
    dropWhere(table.indexes, (index) => standsOn(indexColumns(index)) || !(index.name in target.indexes));
    dropWhere(table.compositePrimaryKeys, (key) => standsOn(key.columns));
    dropWhere(table.uniqueConstraints, (rule) => standsOn(rule.columns));
    dropWhere(table.foreignKeys, (key) => standsOn(key.columnsFrom) || !names.has(key.tableTo));
    dropWhere(table.checkConstraints, (check) =>
      [...gone].some((column) => check.value.includes(`"${column}"`)),
    );
  }
  return reduced;
}

/**
 * The snapshot with the next one's new columns. A column that is NOT NULL without a default may be null as yet: existing rows
 * get their values in a later step.
 */
function withNewColumns(snapshot: Snapshot, next: Snapshot): Snapshot {
  const extended = copySnapshot(snapshot);
  for (const [key, table] of Object.entries(extended.tables)) {
    for (const [column, target] of Object.entries(next.tables[key]!.columns)) {
      if (column in table.columns) continue;
      const isRequired = target.notNull && target.default === undefined && target.identity === undefined;
      table.columns[column] = isRequired ? ({ ...target, notNull: false } satisfies ColumnSnapshot) : target;
    }
    // Where SQLite's table is created anew, drizzle-kit copies its columns in the order of the snapshot.
    const order = Object.keys(next.tables[key]!.columns);
    table.columns = Object.fromEntries(
      order.filter((column) => column in table.columns).map((column) => [column, table.columns[column]!]),
    );
  }
  return extended;
}

/** The columns that may be null in this snapshot, but not in the next one. */
function requiredFromNow({ tables }: Snapshot, next: Snapshot): { table: string; column: string }[] {
  return Object.entries(tables).flatMap(([key, { name: table, columns }]) =>
    Object.values(columns)
      .filter(({ name, notNull }) => !notNull && next.tables[key]!.columns[name]!.notNull)
      .map(({ name }) => ({ table, column: name })),
  );
}

function dropWhere<T>(entries: Record<string, T>, claim: (entry: T) => boolean): void {
  for (const [name, entry] of Object.entries(entries)) if (claim(entry)) delete entries[name];
}
