import type { FieldSpec } from '../../../../lib/index.ts';

/** A table of the generated application, from which `schema.js` and the migrations are made. */
export interface TableModel {
  /** The entity whose records it holds; null for a link table and for the tables of accounts and sessions. */
  readonly entity: string | null;
  /** SQL name: `support_ticket`. */
  readonly name: string;
  /** Name of the exported constant: `supportTickets`. */
  readonly key: string;
  readonly columns: readonly ColumnModel[];
  /** Columns of a composite primary key; empty where one column is the key. */
  readonly primaryKey: readonly string[];
  /** Name of that key, where drizzle's own would be too long. */
  readonly primaryKeyName?: string;
  readonly indexes: readonly IndexModel[];
  readonly checks: readonly CheckModel[];
}

/** The type of a column, which each dialect maps to its own. */
export type ColumnType =
  'text' | 'integer' | 'real' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'time' | 'json' | 'uuid';

/** One column: `name` in SQL (`author_id`), `key` as a property in JavaScript (`author`). */
export interface ColumnModel {
  readonly name: string;
  readonly key: string;
  readonly type: ColumnType;
  readonly length: number | null;
  /** Of a decimal: all its digits, and how many of them are decimal places; null for other types. */
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isNotNull: boolean;
  readonly isPrimaryKey: boolean;
  readonly isAutoIncrement: boolean;
  readonly isUnique: boolean;
  /** Names of the UNIQUE constraint and of the key's sequence, where drizzle's own would be too long. */
  readonly uniqueName?: string;
  readonly sequenceName?: string;
  /** The default that the database applies; null where there is none, or only the application has one. */
  readonly default: string | number | boolean | null;
  readonly enumValues: readonly string[] | null;
  readonly references: {
    readonly table: string;
    readonly column: string;
    readonly onDelete: 'restrict' | 'set null' | 'cascade';
    /** Name of the foreign key, where drizzle's own would be too long. */
    readonly name?: string;
  } | null;
  /** The field whose values it holds; null where its table has no entity. */
  readonly field: FieldSpec | null;
}

/** An index over columns, by their SQL names. */
export interface IndexModel {
  readonly name: string;
  readonly isUnique: boolean;
  readonly columns: readonly string[];
}

/** A CHECK constraint; `sql` is its condition, with columns in double quotes. */
export interface CheckModel {
  readonly name: string;
  readonly sql: string;
}
