import type { TableModel } from './table-model.ts';

/** The parts of drizzle-kit's snapshot of a SQLite schema that migrations are made from. */
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
  indexes: Record<string, { name: string; columns: string[]; isUnique: boolean; [other: string]: unknown }>;
  foreignKeys: Record<string, ForeignKeySnapshot>;
  compositePrimaryKeys: Record<string, { name: string; columns: string[] }>;
  uniqueConstraints: Record<string, unknown>;
  checkConstraints: Record<string, { name: string; value: string }>;
}

export interface ColumnSnapshot {
  name: string;
  type: string;
  notNull: boolean;
  primaryKey: boolean;
  default?: unknown;
  [other: string]: unknown;
}

export interface ForeignKeySnapshot {
  name: string;
  tableFrom: string;
  tableTo: string;
  columnsFrom: string[];
  columnsTo: string[];
  [other: string]: unknown;
}

/** The schema's snapshot in drizzle-kit's own words; loads drizzle, which only a changed schema needs. */
export async function takeSnapshot(tables: readonly TableModel[]): Promise<Snapshot> {
  const [{ generateSQLiteDrizzleJson }, core, { sql }] = await Promise.all([
    import('drizzle-kit/api'),
    import('drizzle-orm/sqlite-core'),
    import('drizzle-orm'),
  ]);
  const { check, index, integer, numeric, primaryKey, real, sqliteTable, text, uniqueIndex } = core;
  type Column =
    | ReturnType<typeof text>
    | ReturnType<typeof integer>
    | ReturnType<typeof real>
    | ReturnType<typeof numeric>;
  const built: Record<string, ReturnType<typeof sqliteTable>> = {};

  const columnOf = (model: TableModel['columns'][number]): Column => {
    let column: Column;
    if (model.type === 'integer')
      column =
        model.mode === 'boolean'
          ? (integer(model.name, { mode: 'boolean' }) as unknown as Column)
          : integer(model.name);
    else if (model.type === 'real') column = real(model.name);
    else if (model.type === 'numeric') column = numeric(model.name);
    else column = model.length === null ? text(model.name) : text(model.name, { length: model.length });
    if (model.isPrimaryKey)
      column = (
        model.isAutoIncrement ? integer(model.name).primaryKey({ autoIncrement: true }) : column.primaryKey()
      ) as Column;
    if (model.isNotNull && !model.isPrimaryKey) column = column.notNull() as Column;
    if (model.isUnique) column = column.unique() as Column;
    if (model.default !== null) column = column.default(model.default as never) as Column;
    const { references } = model;
    if (references !== null) {
      column = column.references(() => built[references.table]![references.column as never] as never, {
        onDelete: references.onDelete,
      }) as Column;
    }
    return column;
  };

  for (const model of tables) {
    built[model.name] = sqliteTable(
      model.name,
      Object.fromEntries(model.columns.map((column) => [column.name, columnOf(column)])),
      (table) => {
        const at = (name: string) => (table as Record<string, unknown>)[name] as never;
        return [
          ...(model.primaryKey.length > 0
            ? [primaryKey({ columns: model.primaryKey.map(at) as never })]
            : []),
          ...model.indexes.map(({ name, isUnique, columns }) =>
            (isUnique ? uniqueIndex(name) : index(name)).on(...(columns.map(at) as [never])),
          ),
          ...model.checks.map(({ name, sql: condition }) => check(name, sql.raw(condition))),
        ];
      },
    );
  }
  return (await generateSQLiteDrizzleJson(built)) as unknown as Snapshot;
}
