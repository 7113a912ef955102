import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newFieldsWithoutValue, snake, variableIn } from '../../../lib/index.ts';
import type { Diagnostic, NewField, TreeHookContext } from '../../../lib/index.ts';
import { columnName, expressNames } from '../naming.ts';
import type { ExpressAnswers } from '../prompting.ts';

/** Prints which of the tables named after the address have rows; looks only. */
const script = `
import { createClient } from '@libsql/client';
const [url, ...tables] = process.argv.slice(1);
const client = createClient({ url });
await client.execute('PRAGMA query_only = ON');
for (const table of tables) {
  const { rows } = await client.execute('select 1 from "' + table + '" limit 1').catch(() => ({ rows: [] }));
  if (rows.length > 0) console.log(table);
}
client.close();
`;

/** The schema that dazzle wrote last, as far as it is read here. */
interface WrittenSchema {
  readonly tables: Readonly<
    Record<string, { readonly name: string; readonly columns: Readonly<Record<string, unknown>> }>
  >;
}

/**
 * DZL371 for each new field that is required and unique, or a required ref, where the development database has rows
 * already. Looked at through the application's own driver, where it is installed; servers are left to the migration.
 */
export async function fieldsWithoutValue(
  context: TreeHookContext<ExpressAnswers>,
): Promise<readonly Diagnostic[]> {
  const folder = resolve(context.projectDir, context.outputDir);
  const file = databaseFile(folder, context.existing.read('.env'));
  if (file === null || !existsSync(file) || !existsSync(join(folder, 'node_modules/@libsql/client')))
    return [];
  return newFieldsWithoutValue(newFieldsOf(context), async (tables) => {
    const args = ['--input-type=module', '-e', script, `file:${file}`, ...tables];
    const { stdout } = await context.run(process.execPath, args, { cwd: context.outputDir });
    return new Set(stdout.split(/\r?\n/));
  });
}

/** The development database's file; null where `DATABASE_URL` names a server. */
function databaseFile(folder: string, env: string | undefined): string | null {
  const url = variableIn(env, 'DATABASE_URL') || 'file:data.sqlite3';
  if (!url.startsWith('file:')) return null;
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(folder, url.slice('file:'.length));
}

function newFieldsOf({ existing, spec, renames }: TreeHookContext<ExpressAnswers>): NewField[] {
  const written = existing.read('drizzle/written.json');
  if (written === undefined) return [];
  const { tables } = JSON.parse(written) as WrittenSchema;
  const columns = new Map(Object.values(tables).map((table) => [table.name, table.columns]));
  const formerNames = (kind: 'entity' | 'field', now: string, entity?: string): string[] =>
    renames
      .filter((rename) => rename.kind === kind && rename.to === now)
      .filter((rename) => rename.kind === 'entity' || rename.entity === entity)
      .map(({ from }) => from);
  return spec.entities.flatMap((entity) => {
    const candidates = [expressNames(spec).entity(entity.name).table];
    candidates.push(...formerNames('entity', entity.name).map(snake));
    const table = candidates.find((name) => columns.has(name));
    if (table === undefined) return [];
    const isNew = (field: (typeof entity.fields)[number]): boolean =>
      [field.name, ...formerNames('field', field.name, entity.name)].every(
        (name) => !Object.hasOwn(columns.get(table)!, columnName({ ...field, name })),
      );
    return entity.fields.filter(isNew).map((field) => ({ entity, field, table }));
  });
}
