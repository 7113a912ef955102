import { resolve } from 'node:path';
import { newFieldsWithoutValue } from '../../../lib/index.ts';
import type { Diagnostic, NewField, TreeHookContext } from '../../../lib/index.ts';
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
export async function fieldsWithoutValue(
  context: TreeHookContext<DjangoAnswers>,
): Promise<readonly Diagnostic[]> {
  const database = sqliteFile(context.existing.read('.env'));
  if (database === null) return [];
  return newFieldsWithoutValue(newFieldsOf(context), async (tables) => {
    const command = process.platform === 'win32' ? 'python' : 'python3';
    const file = resolve(context.projectDir, context.outputDir, database);
    const { stdout } = await context.run(command, ['-c', script, file, ...tables]);
    return new Set(stdout.split(/\r?\n/).map((line) => line.trim()));
  });
}

function newFieldsOf({ existing, spec, renames }: TreeHookContext<DjangoAnswers>): NewField[] {
  const former = readHistory(existing.read('app/schema_history.json'));
  if (former === null) return [];
  const origins = traceOrigins(former, spec, djangoNames(spec), renames);
  return spec.entities.flatMap((entity) => {
    const origin = origins.get(entity.name);
    if (origin === undefined) return [];
    return entity.fields
      .filter(({ name }) => !origin.fields.has(name))
      .map((field) => ({ entity, field, table: origin.table }));
  });
}
