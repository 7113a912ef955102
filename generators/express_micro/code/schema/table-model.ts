import type { FieldSpec } from '../../../../lib/index.ts';

/** A table of the generated application: what `schema.js` says and what migrations are made from. */
export interface TableModel {
  /** The entity whose records it holds; null for a table of links. */
  readonly entity: string | null;
  /** SQL name: `support_ticket`. */
  readonly name: string;
  /** Name of the exported constant: `supportTickets`. */
  readonly key: string;
  readonly columns: readonly ColumnModel[];
  /** Columns of a primary key of several columns; empty where a column has its own. */
  readonly primaryKey: readonly string[];
  /** Its name, where drizzle's own would be too long. */
  readonly primaryKeyName?: string;
  readonly indexes: readonly IndexModel[];
  readonly checks: readonly CheckModel[];
}

/** What a column keeps, in words that mean something to each database. */
export type ColumnType =
  'text' | 'integer' | 'real' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'time' | 'json' | 'uuid';

/** One column; `key` is the property's name in JavaScript, the spec's own. */
export interface ColumnModel {
  readonly name: string;
  readonly key: string;
  readonly type: ColumnType;
  readonly length: number | null;
  /** Digits of a decimal, and how many of them stand behind the point. */
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isNotNull: boolean;
  readonly isPrimaryKey: boolean;
  readonly isAutoIncrement: boolean;
  readonly isUnique: boolean;
  /** Names of the rule and of the sequence that makes up a key, where drizzle's own would be too long. */
  readonly uniqueName?: string;
  readonly sequenceName?: string;
  /** The default that the database knows. */
  readonly default: string | number | boolean | null;
  readonly enumValues: readonly string[] | null;
  readonly references: {
    readonly table: string;
    readonly column: string;
    readonly onDelete: 'restrict' | 'set null' | 'cascade';
    /** Name of the foreign key, where drizzle's own would be too long. */
    readonly name?: string;
  } | null;
  /** The field that it keeps; null in tables of links. */
  readonly field: FieldSpec | null;
}

export interface IndexModel {
  readonly name: string;
  readonly isUnique: boolean;
  readonly columns: readonly string[];
}

/** A condition that the database holds; `sql` names columns in double quotes. */
export interface CheckModel {
  readonly name: string;
  readonly sql: string;
}
