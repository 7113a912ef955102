import type { ColumnBuilder, SchemaDialect } from './dialect.ts';

/** SQLite, as a file or on a libSQL server. */
export const sqlite: SchemaDialect = {
  name: 'sqlite',
  folder: 'drizzle',
  altersTables: false,
  quote: (name) => `\`${name}\``,
  tableKey: (name) => name,
  values: {
    now: `(cast(unixepoch('subsec') * 1000 as integer))`,
    today: `date('now')`,
    uuid: `lower(hex(randomblob(16)))`,
  },
  async load() {
    const [kit, core, { sql }] = await Promise.all([
      import('drizzle-kit/api'),
      import('drizzle-orm/sqlite-core'),
      import('drizzle-orm'),
    ]);
    const { integer, numeric, real, text } = core;
    return {
      table: core.sqliteTable as never,
      column({ name, type, length, isAutoIncrement }) {
        if (isAutoIncrement)
          return integer(name).primaryKey({ autoIncrement: true }) as unknown as ColumnBuilder;
        return {
          integer: () => integer(name),
          timestamp: () => integer(name),
          boolean: () => integer(name, { mode: 'boolean' }),
          real: () => real(name),
          decimal: () => numeric(name),
          text: () => (length === null ? text(name) : text(name, { length })),
          date: () => text(name),
          time: () => text(name),
          json: () => text(name),
          uuid: () => text(name),
        }[type]() as unknown as ColumnBuilder;
      },
      primaryKey: (columns, name) =>
        core.primaryKey({ ...(name === undefined ? {} : { name }), columns: columns as never }),
      foreignKey: (ends, onDelete) => core.foreignKey(ends as never).onDelete(onDelete as never),
      index: (name, columns, isUnique) =>
        (isUnique ? core.uniqueIndex(name) : core.index(name)).on(...(columns as [never])),
      check: (name, condition) => core.check(name, sql.raw(condition)),
      takeSnapshot: async (tables) => (await kit.generateSQLiteDrizzleJson(tables)) as never,
      makeStatements: (from, to) => kit.generateSQLiteMigration(from as never, to as never),
    };
  },
};
