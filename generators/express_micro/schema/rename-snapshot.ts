import type { ForeignKeySnapshot, Snapshot, TableSnapshot } from './snapshot.ts';

/** A table or a column that is called otherwise from now on; `table` of a column is the table's new name. */
export type SchemaRename =
  | { readonly kind: 'table'; readonly from: string; readonly to: string }
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

/** Applies the renames that still hold to a snapshot and gives the statements that do the same to a database; changes nothing else. */
export function renameInSnapshot(
  snapshot: Snapshot,
  renames: readonly SchemaRename[],
  next: Snapshot,
): { snapshot: Snapshot; statements: string[] } {
  const renamed = structuredClone(snapshot);
  const statements: string[] = [];
  for (const rename of renames) {
    if (rename.kind === 'table') {
      if (!(rename.from in renamed.tables) || rename.to in renamed.tables || rename.from in next.tables)
        continue;
      statements.push(`ALTER TABLE \`${rename.from}\` RENAME TO \`${rename.to}\`;`);
      renameTable(renamed, rename.from, rename.to);
      continue;
    }
    const table = renamed.tables[rename.table];
    const target = next.tables[rename.table];
    if (
      table === undefined ||
      !(rename.from in table.columns) ||
      rename.to in table.columns ||
      (target && rename.from in target.columns)
    )
      continue;
    statements.push(`ALTER TABLE \`${rename.table}\` RENAME COLUMN \`${rename.from}\` TO \`${rename.to}\`;`);
    renameColumn(renamed, table, rename.from, rename.to);
  }
  return { snapshot: renamed, statements };
}

function renameTable(snapshot: Snapshot, from: string, to: string): void {
  const table = snapshot.tables[from]!;
  snapshot.tables = Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, value]) => (name === from ? [to, value] : [name, value])),
  );
  table.name = to;
  for (const other of Object.values(snapshot.tables)) {
    changeForeignKeys(other, (key) => ({
      ...key,
      tableFrom: key.tableFrom === from ? to : key.tableFrom,
      tableTo: key.tableTo === from ? to : key.tableTo,
    }));
  }
}

function renameColumn(snapshot: Snapshot, table: TableSnapshot, from: string, to: string): void {
  const swap = (column: string): string => (column === from ? to : column);
  table.columns = Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) =>
      name === from ? [to, { ...column, name: to }] : [name, column],
    ),
  );
  for (const index of Object.values(table.indexes)) index.columns = index.columns.map(swap);
  for (const key of Object.values(table.compositePrimaryKeys)) key.columns = key.columns.map(swap);
  for (const check of Object.values(table.checkConstraints))
    check.value = check.value.replaceAll(`"${from}"`, `"${to}"`);
  for (const other of Object.values(snapshot.tables)) {
    changeForeignKeys(other, (key) => ({
      ...key,
      columnsFrom: other === table ? key.columnsFrom.map(swap) : key.columnsFrom,
      columnsTo: key.tableTo === table.name ? key.columnsTo.map(swap) : key.columnsTo,
    }));
  }
}

/** A foreign key is called after its tables and columns, in drizzle's way. */
function changeForeignKeys(
  table: TableSnapshot,
  change: (key: ForeignKeySnapshot) => ForeignKeySnapshot,
): void {
  table.foreignKeys = Object.fromEntries(
    Object.values(table.foreignKeys).map((key) => {
      const changed = change(key);
      const name = [
        changed.tableFrom,
        ...changed.columnsFrom,
        changed.tableTo,
        ...changed.columnsTo,
        'fk',
      ].join('_');
      return [name, { ...changed, name }];
    }),
  );
}
