import type { SchemaDialect } from './dialect.ts';
import {
  copySnapshot,
  type ForeignKeySnapshot,
  type IndexColumn,
  type Snapshot,
  type TableSnapshot,
} from './snapshot.ts';

/** A table or a column that is called otherwise from now on; `table` of a column is the table's new name. */
export type SchemaRename =
  | { readonly kind: 'table'; readonly from: string; readonly to: string }
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

/** Applies the renames that still hold to a snapshot and gives the statements that do the same to a database; changes nothing else. */
export function renameInSnapshot(
  dialect: SchemaDialect,
  snapshot: Snapshot,
  renames: readonly SchemaRename[],
  next: Snapshot,
): { snapshot: Snapshot; statements: string[] } {
  const { quote, tableKey } = dialect;
  const renamed = copySnapshot(snapshot);
  const statements: string[] = [];
  for (const rename of renames) {
    const [from, to] = [rename.from, rename.to];
    if (rename.kind === 'table') {
      const isStale = !(tableKey(from) in renamed.tables) || tableKey(to) in renamed.tables;
      if (isStale || tableKey(from) in next.tables) continue;
      statements.push(`ALTER TABLE ${quote(from)} RENAME TO ${quote(to)};`);
      renameTable(dialect, renamed, from, to);
      if (dialect.altersTables) statements.push(...renamePrimaryKey(from, to));
      continue;
    }
    const table = renamed.tables[tableKey(rename.table)];
    const target = next.tables[tableKey(rename.table)];
    const isStale = table === undefined || !(from in table.columns) || to in table.columns;
    if (isStale || (target && from in target.columns)) continue;
    statements.push(`ALTER TABLE ${quote(rename.table)} RENAME COLUMN ${quote(from)} TO ${quote(to)};`);
    renameColumn(dialect, renamed, table, from, to);
  }
  return { snapshot: renamed, statements };
}

/** PostgreSQL names a key of one column itself, after the table; snapshots do not tell that name. */
function renamePrimaryKey(from: string, to: string): string[] {
  const [old, now] = [`${from}_pkey`, `${to}_pkey`];
  const isCut = Math.max(old.length, now.length) > 63;
  return isCut ? [] : [`ALTER INDEX IF EXISTS "${old}" RENAME TO "${now}";`];
}

function renameTable(dialect: SchemaDialect, snapshot: Snapshot, from: string, to: string): void {
  const [oldKey, newKey] = [dialect.tableKey(from), dialect.tableKey(to)];
  const table = snapshot.tables[oldKey]!;
  snapshot.tables = Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, value]) =>
      name === oldKey ? [newKey, value] : [name, value],
    ),
  );
  table.name = to;
  for (const other of Object.values(snapshot.tables)) {
    changeForeignKeys(dialect, other, (key) => ({
      ...key,
      tableFrom: key.tableFrom === from ? to : key.tableFrom,
      tableTo: key.tableTo === from ? to : key.tableTo,
    }));
  }
}

function renameColumn(
  dialect: SchemaDialect,
  snapshot: Snapshot,
  table: TableSnapshot,
  from: string,
  to: string,
): void {
  const swap = (column: string): string => (column === from ? to : column);
  const swapEntry = (entry: IndexColumn): IndexColumn =>
    typeof entry === 'string' ? swap(entry) : { ...entry, expression: swap(entry.expression) };
  table.columns = Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) =>
      name === from ? [to, { ...column, name: to }] : [name, column],
    ),
  );
  for (const index of Object.values(table.indexes)) index.columns = index.columns.map(swapEntry);
  for (const rules of [table.compositePrimaryKeys, table.uniqueConstraints]) {
    for (const rule of Object.values(rules)) rule.columns = rule.columns.map(swap);
  }
  for (const check of Object.values(table.checkConstraints))
    check.value = check.value.replaceAll(`"${from}"`, `"${to}"`);
  for (const other of Object.values(snapshot.tables)) {
    changeForeignKeys(dialect, other, (key) => ({
      ...key,
      columnsFrom: other === table ? key.columnsFrom.map(swap) : key.columnsFrom,
      columnsTo: key.tableTo === table.name ? key.columnsTo.map(swap) : key.columnsTo,
    }));
  }
}

/** A foreign key is called after its tables and columns, in drizzle's way; SQLite itself does not know its name. */
function changeForeignKeys(
  dialect: SchemaDialect,
  table: TableSnapshot,
  change: (key: ForeignKeySnapshot) => ForeignKeySnapshot,
): void {
  table.foreignKeys = Object.fromEntries(
    Object.values(table.foreignKeys).map((key) => {
      const changed = change(key);
      const { tableFrom, columnsFrom, tableTo, columnsTo } = changed;
      const name = dialect.altersTables
        ? key.name
        : [tableFrom, ...columnsFrom, tableTo, ...columnsTo, 'fk'].join('_');
      return [name, { ...changed, name }];
    }),
  );
}
