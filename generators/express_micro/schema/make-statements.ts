import { renameInSnapshot, type SchemaRename } from './rename-snapshot.ts';
import type { ColumnSnapshot, Snapshot } from './snapshot.ts';

/** The value, as SQL, that rows get in a new column that must not be null; null where none can be made up. */
export type FillValue = (table: string, column: string) => string | null;

/**
 * The statements that lead a database from one snapshot to the next without losing a row: renames, then what goes, then new
 * columns (filled in the rows that exist), then the rest. One step at a time leaves drizzle-kit nothing to ask.
 */
export async function makeStatements(
  previous: Snapshot,
  next: Snapshot,
  renames: readonly SchemaRename[],
  fill: FillValue,
): Promise<string[]> {
  const { generateSQLiteMigration } = await import('drizzle-kit/api');
  const migrate = async (from: Snapshot, to: Snapshot): Promise<string[]> =>
    (await generateSQLiteMigration(from as never, to as never)).map((statement) => statement.trim());
  const renamed = renameInSnapshot(previous, renames, next);
  const reduced = withoutWhatGoes(renamed.snapshot, next);
  const extended = withNewColumns(reduced, next);
  const fills = extended.added.flatMap(({ table, column, isRequired }) => {
    const value = isRequired ? fill(table, column) : null;
    return value === null ? [] : [`UPDATE \`${table}\` SET \`${column}\` = ${value};`];
  });
  return [
    ...renamed.statements,
    ...(await migrate(renamed.snapshot, reduced)),
    ...(await migrate(reduced, extended.snapshot)),
    ...fills,
    ...(await migrate(extended.snapshot, next)),
  ];
}

/** The snapshot less the tables and columns that the next one lacks, and less the indexes and keys that stand on them. */
function withoutWhatGoes(snapshot: Snapshot, next: Snapshot): Snapshot {
  const reduced = structuredClone(snapshot);
  for (const [name, table] of Object.entries(reduced.tables)) {
    const target = next.tables[name];
    if (target === undefined) {
      delete reduced.tables[name];
      continue;
    }
    const gone = new Set(Object.keys(table.columns).filter((column) => !(column in target.columns)));
    for (const column of gone) delete table.columns[column];
    const standsOn = (columns: readonly string[]): boolean => columns.some((column) => gone.has(column));
    dropWhere(table.indexes, (index) => standsOn(index.columns) || !(index.name in target.indexes));
    dropWhere(table.compositePrimaryKeys, (key) => standsOn(key.columns));
    dropWhere(table.foreignKeys, (key) => standsOn(key.columnsFrom) || !(key.tableTo in next.tables));
    dropWhere(table.checkConstraints, (check) =>
      [...gone].some((column) => check.value.includes(`"${column}"`)),
    );
  }
  return reduced;
}

/** The snapshot with the next one's new columns, as yet without any rule that existing rows could break. */
function withNewColumns(
  snapshot: Snapshot,
  next: Snapshot,
): { snapshot: Snapshot; added: { table: string; column: string; isRequired: boolean }[] } {
  const extended = structuredClone(snapshot);
  const added: { table: string; column: string; isRequired: boolean }[] = [];
  for (const [name, table] of Object.entries(extended.tables)) {
    for (const [column, target] of Object.entries(next.tables[name]!.columns)) {
      if (column in table.columns) continue;
      const isRequired = target.notNull && target.default === undefined;
      table.columns[column] = isRequired ? ({ ...target, notNull: false } satisfies ColumnSnapshot) : target;
      added.push({ table: name, column, isRequired });
    }
    // drizzle-kit copies a table in the order of its columns.
    const order = Object.keys(next.tables[name]!.columns);
    table.columns = Object.fromEntries(
      order.filter((column) => column in table.columns).map((column) => [column, table.columns[column]!]),
    );
  }
  return { snapshot: extended, added };
}

function dropWhere<T>(entries: Record<string, T>, claim: (entry: T) => boolean): void {
  for (const [name, entry] of Object.entries(entries)) if (claim(entry)) delete entries[name];
}
