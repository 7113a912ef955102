import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCounts } from '../../../lib/index.ts';
import type { RowsContext, RowsDatabase } from '../../../lib/index.ts';
import { databaseUrl, sqliteFile } from './database-file.ts';
import { virtualPython } from './virtual-python.ts';

/**
 * A Python program that opens the SQLite file of its first argument read-only, and takes a JSON list of SQL
 * queries on its standard input. It prints a JSON list of the number that each query gives, null for one that
 * fails.
 */
const sqlite = `
import json, pathlib, sqlite3, sys
database = sqlite3.connect(pathlib.Path(sys.argv[1]).as_uri() + "?mode=ro", uri=True)
def count(question):
    try:
        return database.execute(question).fetchone()[0]
    except sqlite3.Error:
        return None
print(json.dumps([count(question) for question in json.load(sys.stdin)]))
`;

/** The same program for PostgreSQL at `ROWS_URL`; ends with the driver's message where it cannot connect. */
const postgres = `
import json, os, sys
import psycopg
options = "-c default_transaction_read_only=on -c statement_timeout=10000"
try:
    database = psycopg.connect(os.environ["ROWS_URL"], autocommit=True, connect_timeout=5, options=options)
except psycopg.Error as error:
    sys.exit(str(error))
def count(question):
    try:
        return int(database.execute(question).fetchone()[0])
    except psycopg.Error:
        return None
print(json.dumps([count(question) for question in json.load(sys.stdin)]))
`;

/**
 * The development database that `DATABASE_URL` names. The rows of SQLite are counted by the machine's Python,
 * those of PostgreSQL by the Python of `.venv`, which has the driver.
 */
export function rowsDatabase(context: RowsContext): RowsDatabase {
  const folder = resolve(context.projectDir, context.outputDir);
  const url = databaseUrl(context.existing.read('.env'), context.environment);
  const file = sqliteFile(url);
  return {
    backend: context.backendName,
    dialect: file === null ? 'postgresql' : 'sqlite',
    async count(queries) {
      const stdin = JSON.stringify(queries);
      if (file !== null) {
        const path = resolve(folder, file);
        if (!existsSync(path)) return null;
        const command = process.platform === 'win32' ? 'python' : 'python3';
        return readCounts(await context.run(command, ['-c', sqlite, path], { stdin }));
      }
      if (!/^postgres(?:ql)?:/.test(url)) return 'only SQLite and PostgreSQL are looked at';
      const python = resolve(folder, virtualPython);
      if (!existsSync(python)) return `psycopg is not installed in ${context.outputDir}/.venv`;
      return readCounts(await context.run(python, ['-c', postgres], { stdin, env: { ROWS_URL: url } }));
    },
  };
}
