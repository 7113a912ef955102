import type { Snapshot } from './snapshot.ts';
import type { ColumnModel } from './table-model.ts';

/** A kind of database that the generated application runs on, and what making migrations for it takes. */
export interface SchemaDialect {
  readonly name: 'sqlite' | 'postgresql';
  /** The folder of its migrations, in the backend's folder. */
  readonly folder: string;
  /** Claims that `ALTER TABLE` changes columns and constraints in place; for SQLite, tables are made anew and rows copied. */
  readonly altersTables: boolean;
  quote(name: string): string;
  /** The key of a table in drizzle-kit's snapshots. */
  tableKey(name: string): string;
  /** SQL for values that existing rows get in a column that becomes required. */
  readonly values: { readonly now: string; readonly today: string; readonly uuid: string };
  /** Loads drizzle, which only a changed schema needs. */
  load(): Promise<SchemaTools>;
}

/** drizzle's functions for one dialect. Tables and columns are `unknown` because their types differ between dialects. */
export interface SchemaTools {
  table(name: string, columns: Record<string, unknown>, rules: (table: Columns) => unknown[]): unknown;
  /** A column of the model's type, as yet without NOT NULL, default and references. */
  column(model: ColumnModel): ColumnBuilder;
  primaryKey(columns: unknown[], name?: string): unknown;
  foreignKey(
    ends: { readonly name: string; readonly columns: unknown[]; readonly foreignColumns: unknown[] },
    onDelete: string,
  ): unknown;
  index(name: string, columns: unknown[], isUnique: boolean): unknown;
  check(name: string, condition: string): unknown;
  takeSnapshot(tables: Record<string, unknown>): Promise<Snapshot>;
  /**
   * The SQL that leads from one snapshot to the next. Between them, tables and columns may be either added or removed, not
   * both: drizzle-kit would ask whether one was renamed.
   */
  makeStatements(from: Snapshot, to: Snapshot): Promise<string[]>;
}

/** The columns of a drizzle table, by name. */
export type Columns = Record<string, unknown>;

/** The part of drizzle's column builders that all dialects share. */
export interface ColumnBuilder {
  primaryKey(): ColumnBuilder;
  notNull(): ColumnBuilder;
  unique(name?: string): ColumnBuilder;
  default(value: unknown): ColumnBuilder;
  references(target: () => unknown, actions: { onDelete: string }): ColumnBuilder;
}
