import type { Columns, SchemaDialect } from './dialect.ts';
import type { TableModel } from './table-model.ts';

/** The parts of drizzle-kit's snapshot of a schema that migrations are made from. */
export interface Snapshot {
  readonly version: string;
  readonly dialect: string;
  id: string;
  prevId: string;
  tables: Record<string, TableSnapshot>;
  [other: string]: unknown;
}

export interface TableSnapshot {
  name: string;
  columns: Record<string, ColumnSnapshot>;
  indexes: Record<string, IndexSnapshot>;
  foreignKeys: Record<string, ForeignKeySnapshot>;
  compositePrimaryKeys: Record<string, { name: string; columns: string[] }>;
  uniqueConstraints: Record<string, { name: string; columns: string[]; [other: string]: unknown }>;
  checkConstraints: Record<string, { name: string; value: string }>;
  [other: string]: unknown;
}

export interface ColumnSnapshot {
  name: string;
  type: string;
  notNull: boolean;
  primaryKey: boolean;
  default?: unknown;
  /** PostgreSQL: the sequence that makes up a key. */
  identity?: { name: string; [other: string]: unknown };
  [other: string]: unknown;
}

export interface IndexSnapshot {
  name: string;
  columns: IndexColumn[];
  isUnique: boolean;
  [other: string]: unknown;
}

/** A column's name: by itself for SQLite, as `expression` for PostgreSQL. */
export type IndexColumn = string | { expression: string; isExpression: boolean; [other: string]: unknown };

export interface ForeignKeySnapshot {
  name: string;
  tableFrom: string;
  tableTo: string;
  columnsFrom: string[];
  columnsTo: string[];
  [other: string]: unknown;
}

/** The schema's snapshot in drizzle-kit's own words; loads drizzle, which only a changed schema needs. */
export async function takeSnapshot(dialect: SchemaDialect, tables: readonly TableModel[]): Promise<Snapshot> {
  const tools = await dialect.load();
  const built: Record<string, Columns> = {};
  for (const model of tables) {
    const columns = Object.fromEntries(
      model.columns.map((column) => {
        let builder = tools.column(column);
        if (column.isPrimaryKey && !column.isAutoIncrement) builder = builder.primaryKey();
        if (column.isNotNull && !column.isPrimaryKey) builder = builder.notNull();
        if (column.isUnique) builder = builder.unique(column.uniqueName);
        if (column.default !== null) builder = builder.default(column.default);
        const { references } = column;
        if (references !== null && references.name === undefined) {
          const { table, column: key, onDelete } = references;
          builder = builder.references(() => built[table]![key], { onDelete });
        }
        return [column.name, builder];
      }),
    );
    built[model.name] = tools.table(model.name, columns, (table) => {
      const at = (names: readonly string[]): unknown[] => names.map((name) => table[name]);
      return [
        ...(model.primaryKey.length > 0
          ? [tools.primaryKey(at(model.primaryKey), model.primaryKeyName)]
          : []),
        ...model.columns.flatMap(({ name, references }) => {
          if (references?.name === undefined) return [];
          const foreignColumns = [built[references.table]![references.column]];
          const ends = { name: references.name, columns: at([name]), foreignColumns };
          return [tools.foreignKey(ends, references.onDelete)];
        }),
        ...model.indexes.map((index) => tools.index(index.name, at(index.columns), index.isUnique)),
        ...model.checks.map(({ name, sql }) => tools.check(name, sql)),
      ];
    }) as Columns;
  }
  return copySnapshot(await tools.takeSnapshot(built));
}

/** A snapshot to be changed, as it would be read from the disk: without what is undefined, so that equal parts are equal. */
export function copySnapshot(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}

/** The names of an index's columns; expressions that people wrote by hand have none. */
export function indexColumns({ columns }: IndexSnapshot): string[] {
  return columns.map((column) => (typeof column === 'string' ? column : column.expression));
}
