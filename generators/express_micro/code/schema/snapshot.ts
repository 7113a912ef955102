/** The parts of drizzle-kit's snapshot of a schema that migrations are made from. */
export interface Snapshot {
  readonly version: string;
  readonly dialect: string;
  id: string;
  prevId: string;
  tables: Record<string, TableSnapshot>;
  [other: string]: unknown;
}

/** A table, with its columns, indexes and constraints by name. */
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

/** A column, with its type in SQL. */
export interface ColumnSnapshot {
  name: string;
  type: string;
  notNull: boolean;
  primaryKey: boolean;
  default?: unknown;
  /** PostgreSQL only: the sequence that numbers a generated key. */
  identity?: { name: string; [other: string]: unknown };
  [other: string]: unknown;
}

/** An index; a `unique` constraint of several fields is a unique index. */
export interface IndexSnapshot {
  name: string;
  columns: IndexColumn[];
  isUnique: boolean;
  [other: string]: unknown;
}

/** A column of an index: its name alone for SQLite, an object with the name as `expression` for PostgreSQL. */
export type IndexColumn = string | { expression: string; isExpression: boolean; [other: string]: unknown };

/** A foreign key from the columns of one table to those of another. */
export interface ForeignKeySnapshot {
  name: string;
  tableFrom: string;
  tableTo: string;
  columnsFrom: string[];
  columnsTo: string[];
  [other: string]: unknown;
}

/** A deep copy that may be changed. It has no `undefined` members, so that it equals the same snapshot read from the disk. */
export function copySnapshot(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}

/** The names of an index's columns; an expression that a person wrote by hand gives its text, which names no column. */
export function indexColumns({ columns }: IndexSnapshot): string[] {
  return columns.map((column) => (typeof column === 'string' ? column : column.expression));
}
