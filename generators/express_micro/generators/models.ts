import {
  defineGenerator,
  exactDigits,
  type AppSpec,
  type GeneratorContext,
  type Rename,
} from '../../../lib/index.ts';
import { expressRules, printOwnRules, rulesPath } from '../code/schema/kept-tables.ts';
import { commentText } from '../code/javascript.ts';
import { expressNames } from '../naming.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { authTables } from '../code/schema/auth-tables.ts';
import { buildTables } from '../code/schema/build-tables.ts';
import { fillValueOf, schemaRenames } from '../code/schema/evolve.ts';
import { freshRenames, schemaKinds } from '../code/schema/fresh-renames.ts';
import { planMigration } from '../code/schema/plan-migration.ts';
import { postgres } from '../code/schema/postgres.ts';
import { sqlite } from '../code/schema/sqlite.ts';
import type { TableModel } from '../code/schema/table-model.ts';
import { schemaImports, writeColumn, writeForeignKey } from '../code/schema/write-column.ts';

/** Writes the drizzle schema, the database connection, and a migration for what changed since the last one. */
export const models = defineGenerator<ExpressAnswers>({
  name: 'models',
  description: 'drizzle schema, database connection and migrations',
  checkSpec: ({ spec }) => expressNames(spec).warnings,
  async generate(context) {
    const { spec, tree } = context;
    const tables = buildTables(spec);
    writeSchema(context, tables);
    for (const file of [
      'auth-schema.js',
      'client.js',
      'copies.js',
      'dialect.js',
      'migrate.js',
      'postgres.js',
      'sqlite.js',
    ])
      tree.render(`src/db/${file}.ejs`, `src/db/${file}`, { exactDigits });
    tree.render('drizzle.config.js.ejs', 'drizzle.config.js', {});
    tree.write(rulesPath, printOwnRules(expressRules(spec)), { formatted: true, absorbs: true });
    await writeMigrations(context, [...authTables, ...tables]);
  },
});

function writeSchema({ spec, tree }: GeneratorContext<ExpressAnswers>, tables: readonly TableModel[]): void {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const imports = schemaImports(tables);
  const described = tables.map((table) => ({
    key: table.key,
    name: table.name,
    comment: commentOf(spec, table),
    columns: table.columns.map((column) => ({ key: column.key, expression: writeColumn(column, byName) })),
    extras: extrasOf(table, byName),
  }));
  const text = JSON.stringify(described);
  const clock = ['timeOfDay', 'today'].filter((name) => text.includes(`${name}()`));
  tree.render('src/db/schema.js.ejs', 'src/db/schema.js', {
    tables: described,
    imports,
    clock,
    needsClock: clock.length > 0,
    needsDates: text.includes('fromLocal('),
  });
}

function commentOf(spec: AppSpec, table: TableModel): string {
  const entity = spec.entities.find(({ name }) => name === table.entity);
  if (entity !== undefined) return `${commentText(entity.title)}.`;
  const [source, target] = table.columns;
  return `Links: ${source!.name} to ${target!.name}.`;
}

function extrasOf(table: TableModel, byName: ReadonlyMap<string, TableModel>): string[] {
  const key = (name: string): string => `table.${table.columns.find((column) => column.name === name)!.key}`;
  const name = table.primaryKeyName === undefined ? '' : `name: '${table.primaryKeyName}', `;
  return [
    ...(table.primaryKey.length > 0
      ? [`primaryKey({ ${name}columns: [${table.primaryKey.map(key).join(', ')}] })`]
      : []),
    ...table.columns.flatMap((column) => writeForeignKey(column, byName) ?? []),
    ...table.indexes.map(
      ({ name, isUnique, columns }) =>
        `${isUnique ? 'uniqueIndex' : 'index'}('${name}').on(${columns.map(key).join(', ')})`,
    ),
    ...table.checks.map(({ name, sql }) => `check('${name}', sql\`${sql}\`)`),
  ];
}

async function writeMigrations(
  { spec, renames, existing, tree }: GeneratorContext<ExpressAnswers>,
  tables: readonly TableModel[],
): Promise<void> {
  const declared = schemaKinds(renames as readonly Rename[]);
  for (const dialect of [sqlite, postgres]) {
    const fill = fillValueOf(dialect, tables);
    const fresh = schemaRenames(spec, freshRenames(spec, declared, existing, dialect.folder));
    const { kept, added, lists } = await planMigration(dialect, existing, tables, fresh, declared, fill);
    for (const [path, text] of [...kept, ...added]) tree.write(path, text, { once: 'starter' });
    for (const [path, text] of lists)
      tree.write(path, text, { absorbs: path.endsWith('/_journal.json') ? 'grows' : true });
  }
}
