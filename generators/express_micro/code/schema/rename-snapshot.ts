import { countRenames, fitName } from '../../../../lib/index.ts';
import type { SchemaDialect } from './dialect.ts';
import {
  copySnapshot,
  type ForeignKeySnapshot,
  type IndexColumn,
  type Snapshot,
  type TableSnapshot,
} from './snapshot.ts';

/** A rename of a table, or of a column; `table` is the new name of the column's table. */
export type SchemaRename =
  | { readonly kind: 'table'; readonly from: string; readonly to: string }
  | { readonly kind: 'column'; readonly table: string; readonly from: string; readonly to: string };

/** Renames in the order in which they are carried out, and the names that must be free before. */
export interface RenamePlan<R extends SchemaRename = SchemaRename> {
  /** In an order in which each new name is free; a circle (`a` to `b`, `b` to `a`) goes through a name such as `a_moving`. */
  readonly steps: readonly R[];
  /** Names that a rename takes over from a table or column that is not renamed itself: that one has to be dropped first. */
  readonly replaced: readonly string[];
}

/** The renames of tables that lead from a snapshot to the next one. */
export function planTableRenames(
  { tableKey }: SchemaDialect,
  snapshot: Snapshot,
  renames: readonly SchemaRename[],
  next: Snapshot,
): RenamePlan {
  const isThere = (name: string): boolean => tableKey(name) in snapshot.tables;
  return planRenames(
    isThere,
    (name) => tableKey(name) in next.tables,
    renames.filter(({ kind }) => kind === 'table'),
  );
}

/** A plan for each table with renamed columns; the tables of `snapshot` have their new names already. */
export function planColumnRenames(
  { tableKey }: SchemaDialect,
  snapshot: Snapshot,
  renames: readonly SchemaRename[],
  next: Snapshot,
): (RenamePlan & { readonly table: string })[] {
  const columns = renames.filter((rename) => rename.kind === 'column');
  return [...new Set(columns.map(({ table }) => table))].flatMap((table) => {
    const [before, now] = [snapshot, next].map(({ tables }) => tables[tableKey(table)]?.columns);
    if (before === undefined || now === undefined) return [];
    const own = columns.filter((rename) => rename.table === table);
    return [
      {
        table,
        ...planRenames(
          (name) => name in before,
          (name) => name in now,
          own,
        ),
      },
    ];
  });
}

function planRenames<R extends SchemaRename>(
  before: (name: string) => boolean,
  now: (name: string) => boolean,
  renames: readonly R[],
): RenamePlan<R> {
  const counted = countRenames(before, now, renames);
  const leaving = new Set(counted.map(({ from }) => from));
  const replaced = counted.map(({ to }) => to).filter((to) => before(to) && !leaving.has(to));
  const isFree = (name: string): boolean => !before(name) && !now(name);
  return { steps: inOrder(counted, isFree), replaced };
}

/** The renames in an order in which each new name is free; see `RenamePlan.steps`. */
function inOrder<R extends SchemaRename>(renames: readonly R[], isFree: (name: string) => boolean): R[] {
  const waiting = [...renames];
  const steps: R[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ to }) => !waiting.some(({ from }) => from === to));
    const [step] = waiting.splice(Math.max(ready, 0), 1) as [R];
    if (ready >= 0) {
      steps.push(step);
      continue;
    }
    let aside = `${step.from.slice(0, 50)}_moving`;
    while (!isFree(aside)) aside += '_';
    steps.push({ ...step, to: aside });
    waiting.push({ ...step, from: aside });
  }
  return steps;
}

/** Carries out the steps of a plan on a copy of the snapshot, and gives the statements that do the same to a database. */
export function renameInSnapshot(
  dialect: SchemaDialect,
  snapshot: Snapshot,
  steps: readonly SchemaRename[],
): { snapshot: Snapshot; statements: string[] } {
  const { quote, tableKey } = dialect;
  const renamed = copySnapshot(snapshot);
  const statements: string[] = [];
  for (const rename of steps) {
    const { from, to } = rename;
    if (rename.kind === 'table') {
      statements.push(`ALTER TABLE ${quote(from)} RENAME TO ${quote(to)};`);
      renameTable(dialect, renamed, from, to);
      if (dialect.altersTables) statements.push(...renamePrimaryKey(from, to));
      continue;
    }
    statements.push(`ALTER TABLE ${quote(rename.table)} RENAME COLUMN ${quote(from)} TO ${quote(to)};`);
    renameColumn(dialect, renamed, renamed.tables[tableKey(rename.table)]!, from, to);
  }
  return { snapshot: renamed, statements };
}

/**
 * Renames the index of a primary key of one column, which PostgreSQL names after the table (`ticket_pkey`) and snapshots do not
 * hold. No statement where PostgreSQL has cut that name to 63 bytes.
 */
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

/**
 * Changes each foreign key of a table. For SQLite, which does not keep their names, the name in the snapshot is made anew in
 * drizzle's way (`ticket_author_id_user_id_fk`); for PostgreSQL `renameRules` renames the constraint later.
 */
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
        : fitName([tableFrom, ...columnsFrom, tableTo, ...columnsTo, 'fk'].join('_'));
      return [name, { ...changed, name }];
    }),
  );
}
