import type { ColumnBuilder, SchemaDialect } from './dialect.ts';

/** PostgreSQL, with its own types. */
export const postgres: SchemaDialect = {
  name: 'postgresql',
  folder: 'drizzle/postgres',
  altersTables: true,
  quote: (name) => `"${name}"`,
  tableKey: (name) => `public.${name}`,
  values: { now: 'now()', today: 'current_date', uuid: 'gen_random_uuid()' },
  async load() {
    const [kit, core, { sql }] = await Promise.all([
      import('drizzle-kit/api'),
      import('drizzle-orm/pg-core'),
      import('drizzle-orm'),
    ]);
    return {
      table: core.pgTable as never,
      column({ name, type, length, precision, scale, isAutoIncrement, sequenceName }) {
        const integer = core.bigint(name, { mode: 'number' });
        if (isAutoIncrement) {
          const sequence = sequenceName === undefined ? undefined : { name: sequenceName };
          return integer.primaryKey().generatedByDefaultAsIdentity(sequence) as unknown as ColumnBuilder;
        }
        return {
          integer: () => integer,
          timestamp: () => core.timestamp(name, { precision: 3, withTimezone: true }),
          boolean: () => core.boolean(name),
          real: () => core.doublePrecision(name),
          decimal: () => core.numeric(name, { precision: precision!, scale: scale! }),
          text: () => (length === null ? core.text(name) : core.varchar(name, { length })),
          date: () => core.date(name),
          time: () => core.time(name),
          json: () => core.jsonb(name),
          uuid: () => core.uuid(name),
        }[type]() as unknown as ColumnBuilder;
      },
      primaryKey: (columns, name) =>
        core.primaryKey({ ...(name === undefined ? {} : { name }), columns: columns as never }),
      foreignKey: (ends, onDelete) => core.foreignKey(ends as never).onDelete(onDelete as never),
      index: (name, columns, isUnique) =>
        (isUnique ? core.uniqueIndex(name) : core.index(name)).on(...(columns as [never])),
      check: (name, condition) => core.check(name, sql.raw(condition)),
      takeSnapshot: async (tables) => kit.generateDrizzleJson(tables) as never,
      makeStatements: (from, to) => kit.generateMigration(from as never, to as never),
    };
  },
};
