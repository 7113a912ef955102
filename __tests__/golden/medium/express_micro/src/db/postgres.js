import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { getTableColumns, sql } from 'drizzle-orm';
import {
  bigint,
  doublePrecision,
  jsonb,
  numeric,
  text as longText,
  timestamp as anyTimestamp,
  varchar,
} from 'drizzle-orm/pg-core';
import { makeCopyFile } from './copies.js';

/** PostgreSQL, with its own types. */

export {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable as defineTable,
  primaryKey,
  time,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** A key that the database counts up, by a sequence that may have a name of its own. */
export const identity = (name, sequence) =>
  integer(name)
    .primaryKey()
    .generatedByDefaultAsIdentity(sequence && { name: sequence });
export const integer = (name) => bigint(name, { mode: 'number' });
export const real = (name) => doublePrecision(name);
export const decimal = (name, digits) => numeric(name, digits);
export const text = (name, options) =>
  options?.length ? varchar(name, options) : longText(name, options);
export const json = (name) => jsonb(name);
/** Milliseconds, as in JavaScript. */
export const timestamp = (name) => anyTimestamp(name, { precision: 3, withTimezone: true });

/** How many digits of a decimal the database keeps: all of them. */
export const exactDigits = Infinity;

/** Opens a pool of connections; throws where the server cannot be reached. */
export async function connect(url, schema) {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is replaced by the pool, and the query that needed it fails: that is soon enough to hear of it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const ping = () => pool.query('select 1');
  try {
    await ping();
  } catch (error) {
    await pool.end();
    throw new Error(
      `The database of DATABASE_URL cannot be reached: ${error.message || error.code}`,
      { cause: error },
    );
  }
  return Object.assign(drizzle(pool, { schema }), { ping, close: () => pool.end() });
}

/** A column, or an expression, to be compared as a text. */
export const asText = (column) => sql`${column}::text`;

/** Claims that a column matches a pattern, in capitals or not; `\` makes the next character stand for itself. */
export const like = (column, pattern) => sql`${asText(column)} ilike ${pattern}`;

const refusals = {
  23001: 'FOREIGN KEY',
  23502: 'NOT NULL',
  23503: 'FOREIGN KEY',
  23505: 'UNIQUE',
  23514: 'CHECK',
};

/** The rule that the database refused a change for: UNIQUE, FOREIGN KEY, CHECK or NOT NULL; null for other errors. */
export function refusalOf({ code }) {
  return refusals[code] ?? null;
}

/** Saves a row, and what `follow` makes of its key, in one transaction. Returns the row. */
export function saveTogether(db, { column }, save, follow) {
  return db.transaction(async (transaction) => {
    const [saved] = await save(transaction);
    const [property] = Object.entries(getTableColumns(column.table)).find(
      ([, each]) => each === column,
    );
    for (const statement of follow(transaction, saved[property])) await statement;
    return saved;
  });
}

export const migrationsFolder = 'drizzle/postgres';

export async function migrate(db, settings) {
  const migrator = await import('drizzle-orm/node-postgres/migrator');
  await migrator.migrate(db, settings);
}

/** The migrations that ran on the database: when they were made, and their hashes. */
export async function readApplied(db) {
  const { rows: tables } = await db.execute(
    sql`select to_regclass('drizzle.__drizzle_migrations') as name`,
  );
  if (tables[0].name === null) return [];
  const { rows } = await db.execute(
    sql`select hash, created_at as "when" from drizzle.__drizzle_migrations`,
  );
  return rows.map(({ hash, when }) => ({ hash, when: Number(when) }));
}

/** Migrates while no other instance does the same to this database. */
export async function lockMigrations(db, work) {
  const client = await db.$client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('migrations'))`);
    return await work();
  } finally {
    // The lock goes with its connection.
    client.release(true);
  }
}

/**
 * Copies the database with `pg_dump` before something is dropped, into `folder` and during development: in production its
 * backups are the server's. Returns what is to be told.
 */
export async function secureRows(db, { databaseUrl, development, folder, tag }) {
  const loss = `${tag} drops a table or a column`;
  if (!development) {
    return `${loss}, and nothing is copied first: what was in it is only in your server's backups`;
  }
  const url = new URL(databaseUrl);
  const name =
    decodeURIComponent(url.pathname).replace(/\W+/g, '_').replace(/^_/, '') || 'database';
  const copy = await makeCopyFile(path.join(folder, `${name}.before-${tag}`), '.dump');
  const password = decodeURIComponent(url.password);
  url.password = '';
  try {
    await promisify(execFile)('pg_dump', ['--format=custom', `--file=${copy}`, `--dbname=${url}`], {
      env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    });
  } catch (error) {
    await rm(copy, { force: true });
    const reason =
      error.code === 'ENOENT' ? 'there is no pg_dump here' : (error.stderr || error.message).trim();
    return `no copy of the database was made, and ${loss}: ${reason}`;
  }
  return `copied the database to ${copy}: ${loss}`;
}
