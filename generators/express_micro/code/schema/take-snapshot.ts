import type { Columns, SchemaDialect } from './dialect.ts';
import { copySnapshot, type Snapshot } from './snapshot.ts';
import type { TableModel } from './table-model.ts';

/** Makes drizzle-kit's snapshot of the tables. Loads drizzle, which takes time: call it only where the schema changed. */
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
