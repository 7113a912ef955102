import { resolve } from 'node:path';
import type { Diagnostic, FieldSpec, TreeHookContext } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { readHistory, traceOrigins } from '../schema-record.ts';
import { sqliteFile } from './database-file.ts';

/** Prints which of the tables named after the file have rows; looks only. */
const script = `
import sqlite3, sys
database = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
for table in sys.argv[2:]:
    try:
        if database.execute('SELECT 1 FROM "%s" LIMIT 1' % table).fetchone():
            print(table)
    except sqlite3.Error:
        pass
`;

/**
 * DZL371 for each new field that is required and unique, or a required ref, where the development database has rows
 * already. Other databases are looked at by the generated `makemigrations`.
 */
export async function newFieldsWithoutValue(
  context: TreeHookContext<DjangoAnswers>,
): Promise<readonly Diagnostic[]> {
  const former = readHistory(context.existing.read('app/schema_history.json'));
  const database = sqliteFile(context.existing.read('.env'));
  if (former === null || database === null) return [];
  const { spec, renames } = context;
  const names = djangoNames(spec);
  const origins = traceOrigins(former, spec, names, renames);
  const suspects = spec.entities.flatMap((entity) => {
    const origin = origins.get(entity.name);
    if (origin === undefined) return [];
    return entity.fields
      .filter((field) => !origin.fields.has(field.name) && lacksValue(field))
      .map((field) => ({ entity, field, table: origin.table }));
  });
  if (suspects.length === 0) return [];
  const tables = [...new Set(suspects.map(({ table }) => table))];
  const command = process.platform === 'win32' ? 'python' : 'python3';
  const { stdout } = await context.run(command, [
    '-c',
    script,
    resolve(context.projectDir, context.outputDir, database),
    ...tables,
  ]);
  const filled = new Set(stdout.split(/\r?\n/).map((line) => line.trim()));
  return suspects
    .filter(({ table }) => filled.has(table))
    .map(({ entity, field }) => ({
      code: 'DZL371',
      severity: 'error',
      message: `the new field "${field.name}" of entity ${entity.name} is required${field.type.kind === 'ref' ? '' : ' and unique'}, but there are rows already, and no one value fits them all`,
      fix: 'make it optional first, build, fill it in, then make it required',
      place: field.place,
    }));
}

function lacksValue(field: FieldSpec): boolean {
  const needsOwn = field.type.kind === 'ref' || field.unique;
  return (
    needsOwn && !field.nullable && field.default === null && field.auto === null && field.type.kind !== 'bool'
  );
}
