import type { Snapshot } from './snapshot.ts';
import type { ColumnModel } from './table-model.ts';

/** A kind of database that the generated application runs on: how its migrations are made. */
export interface SchemaDialect {
  readonly name: 'sqlite' | 'postgresql';
  /** The folder of its migrations, in the backend's folder. */
  readonly folder: string;
  /** Claims that a table's columns and rules are altered where they stand; SQLite makes the table anew. */
  readonly altersTables: boolean;
  quote(name: string): string;
  /** The key of a table in drizzle-kit's snapshots. */
  tableKey(name: string): string;
  /** SQL for values that rows get in a new required column. */
  readonly values: { readonly now: string; readonly today: string; readonly uuid: string };
  /** Loads drizzle, which only a changed schema needs. */
  load(): Promise<SchemaTools>;
}

/** drizzle's words for one dialect. Tables and columns are opaque here: their types differ from dialect to dialect. */
export interface SchemaTools {
  table(name: string, columns: Record<string, unknown>, rules: (table: Columns) => unknown[]): unknown;
  /** A column but for its rules: whether it may be null, its default, what it refers to. */
  column(model: ColumnModel): ColumnBuilder;
  primaryKey(columns: unknown[], name?: string): unknown;
  foreignKey(
    ends: { readonly name: string; readonly columns: unknown[]; readonly foreignColumns: unknown[] },
    onDelete: string,
  ): unknown;
  index(name: string, columns: unknown[], isUnique: boolean): unknown;
  check(name: string, condition: string): unknown;
  takeSnapshot(tables: Record<string, unknown>): Promise<Snapshot>;
  /** The statements that lead from one snapshot to the next; neither may leave open whether something was renamed. */
  makeStatements(from: Snapshot, to: Snapshot): Promise<string[]>;
}

/** The columns of a table that was made, by name. */
export type Columns = Record<string, unknown>;

/** The part of drizzle's column builders that all dialects share. */
export interface ColumnBuilder {
  primaryKey(): ColumnBuilder;
  notNull(): ColumnBuilder;
  unique(name?: string): ColumnBuilder;
  default(value: unknown): ColumnBuilder;
  references(target: () => unknown, actions: { onDelete: string }): ColumnBuilder;
}
