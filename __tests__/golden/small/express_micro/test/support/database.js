import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableName, sql } from 'drizzle-orm';
import { databaseUrl } from '../../src/config.js';
import { isPostgres } from '../../src/db/dialect.js';

/** Makes an empty database beside the one that DATABASE_URL names: `url` opens it, `remove` deletes it. */
export function makeDatabase() {
  return isPostgres ? makeOnServer() : makeFile();
}

async function makeFile() {
  const folder = await mkdtemp(path.join(tmpdir(), 'application-test-'));
  return {
    url: `file:${path.join(folder, 'test.sqlite3')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function makeOnServer() {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => runOnServer(`drop database ${name}`) };
}

async function runOnServer(statement) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Deletes all rows of some tables; the order does not matter. */
export async function emptyTables(db, tables) {
  const deletes = tables.map((table) => `delete from "${getTableName(table)}"`);
  if (isPostgres) {
    // Foreign keys are looked at when the whole statement is done. `truncate` would take much longer.
    const parts = deletes.map((statement, place) => `t${place} as (${statement})`);
    await db.execute(sql.raw(`with ${parts.join(', ')} select 1`));
  } else {
    // Foreign keys are off while the client migrates.
    await db.$client.migrate(deletes);
  }
}
