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

/** A snapshot to be changed, as it would be read from the disk: without what is undefined, so that equal parts are equal. */
export function copySnapshot(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}

/** The names of an index's columns; expressions that people wrote by hand have none. */
export function indexColumns({ columns }: IndexSnapshot): string[] {
  return columns.map((column) => (typeof column === 'string' ? column : column.expression));
}
