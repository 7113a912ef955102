import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCounts, variableIn } from '../../../lib/index.ts';
import type { RowsContext, RowsDatabase } from '../../../lib/index.ts';

/**
 * The start of a script that reads a JSON list of SQL queries from its input and prints the list of their counts, with null
 * for a query that failed. A database file and PostgreSQL are queried in read-only mode, a libSQL server is not.
 */
const start = `
import { json } from 'node:stream/consumers';
setTimeout(() => fail(new Error('no answer within 15 seconds')), 15_000).unref();
function fail(error) {
  console.error(error.message || error.code);
  process.exit(1);
}
const answer = async (count) => {
  const answers = [];
  for (const question of await json(process.stdin)) answers.push(await count(question).then(Number, () => null));
  console.log(JSON.stringify(answers));
  process.exit(0);
};
`;

const sqlite = `${start}
import { createClient } from '@libsql/client';
const client = createClient({ url: process.env.ROWS_URL, authToken: process.env.DATABASE_AUTH_TOKEN });
await client.execute(process.env.ROWS_URL.startsWith('file:') ? 'PRAGMA query_only = ON' : 'select 1').catch(fail);
await answer(async (question) => (await client.execute(question)).rows[0][0]);
`;

const postgres = `${start}
import pg from 'pg';
const options = '-c default_transaction_read_only=on -c statement_timeout=10000';
const client = new pg.Client({ connectionString: process.env.ROWS_URL, connectionTimeoutMillis: 5_000, options });
await client.connect().catch(fail);
await answer(async (text) => (await client.query({ text, rowMode: 'array' })).rows[0][0]);
`;

/**
 * The development database that `DATABASE_URL` names, in the environment or in `.env`. It is queried through the driver that
 * the application has installed; without one, `count` gives that reason in words, and null where there is no database file.
 */
export function rowsDatabase(context: RowsContext): RowsDatabase {
  const folder = resolve(context.projectDir, context.outputDir);
  const env = context.existing.read('.env');
  const url = context.environment['DATABASE_URL'] ?? (variableIn(env, 'DATABASE_URL') || 'file:data.sqlite3');
  const isPostgres = /^postgres(?:ql)?:/.test(url);
  const file = url.startsWith('file:') ? databaseFile(folder, url) : null;
  const driver = isPostgres ? 'pg' : '@libsql/client';
  return {
    backend: context.backendName,
    dialect: isPostgres ? 'postgresql' : 'sqlite',
    async count(queries) {
      if (file !== null && !existsSync(file)) return null;
      if (!existsSync(join(folder, 'node_modules', driver)))
        return `${driver} is not installed in ${context.outputDir}`;
      const token = variableIn(env, 'DATABASE_AUTH_TOKEN');
      return readCounts(
        await context.run(process.execPath, ['--input-type=module', '-e', isPostgres ? postgres : sqlite], {
          cwd: context.outputDir,
          stdin: JSON.stringify(queries),
          env: {
            ROWS_URL: file === null ? url : `file:${file}`,
            ...(token === '' ? {} : { DATABASE_AUTH_TOKEN: token }),
          },
        }),
      );
    },
  };
}

function databaseFile(folder: string, url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(folder, url.slice('file:'.length));
}
