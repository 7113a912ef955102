import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { integer, numeric, text } from 'drizzle-orm/sqlite-core';
import { makeCopyFile } from './copies.js';

/** SQLite, as a file or on a libSQL server. */

export {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable as defineTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** A key that the database counts up. */
export const identity = (name) => integer(name).primaryKey({ autoIncrement: true });
export const boolean = (name) => integer(name, { mode: 'boolean' });
export const timestamp = (name) => integer(name, { mode: 'timestamp_ms' });
export const decimal = (name) => numeric(name);
export const json = (name) => text(name, { mode: 'json' });
export const uuid = (name) => text(name);
export const date = (name) => text(name);
export const time = (name) => text(name);

/** How many digits of a decimal the database keeps: it makes numbers of them. */
export const exactDigits = 15;

/** Opens the database; foreign keys are enforced on each connection. */
export async function connect(url, schema) {
  const [{ createClient }, { drizzle }] = await Promise.all([
    import('@libsql/client'),
    import('drizzle-orm/libsql'),
  ]);
  const client = withPlainNumbers(
    createClient({ url, authToken: process.env.DATABASE_AUTH_TOKEN, intMode: 'bigint' }),
  );
  if (url.startsWith('file:')) {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = NORMAL');
    await client.execute('PRAGMA busy_timeout = 5000');
  }
  await client.execute('PRAGMA foreign_keys = ON');
  return Object.assign(drizzle(client, { schema }), {
    ping: () => client.execute('select 1'),
    close: async () => client.close(),
  });
}

/**
 * Lets a client, or a transaction, give whole numbers as JavaScript knows them. Larger ones than that stay a text: no form takes
 * them, but where one is stored already its page is shown.
 */
function withPlainNumbers(client) {
  const read = (result) => {
    for (const each of [result].flat()) each.rows = each.rows.map(plainRow);
    return result;
  };
  for (const method of ['execute', 'batch', 'migrate'].filter((name) => name in client)) {
    const run = client[method].bind(client);
    client[method] = async (...parameters) => read(await run(...parameters));
  }
  if ('transaction' in client) {
    const begin = client.transaction.bind(client);
    client.transaction = async (...parameters) => withPlainNumbers(await begin(...parameters));
  }
  return client;
}

/** A row has each value twice: by its column's name and, hidden, by its place. */
function plainRow(row) {
  const plain = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, plainNumber(value)]),
  );
  const places = Array.from(row, (value) => ({ value: plainNumber(value) }));
  return Object.defineProperties(plain, { length: { value: row.length }, ...places });
}

function plainNumber(value) {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** A column, or an expression, to be compared as a text. */
export const asText = (column) => column;

/** Claims that a column matches a pattern, in capitals or not; `\` makes the next character stand for itself. */
export const like = (column, pattern) => sql`${column} like ${pattern} escape '\\'`;

/** The rule that the database refused a change for: UNIQUE, FOREIGN KEY, CHECK or NOT NULL; null for other errors. */
export function refusalOf({ message }) {
  return (
    /(UNIQUE|FOREIGN KEY|CHECK|NOT NULL) (?:constraint failed|column)/.exec(message)?.[1] ?? null
  );
}

/**
 * Saves a row, and what `follow` makes of its key, in one transaction: a batch. Returns the row. Where `key` is not known
 * before, it is a number that the database counts up: the highest one is that of the row just inserted.
 */
export async function saveTogether(db, { column, key }, save, follow) {
  const owner = key ?? sql`(select max(${column}) from ${column.table})`;
  const [[saved]] = await db.batch([save(db), ...follow(db, owner)]);
  return saved;
}

export const migrationsFolder = 'drizzle';

export async function migrate(db, settings) {
  const migrator = await import('drizzle-orm/libsql/migrator');
  await migrator.migrate(db, settings);
}

/** The migrations that ran on the database: when they were made, and their hashes. */
export async function readApplied(db) {
  const tables = await db.all(sql`select 1 from sqlite_master where name = '__drizzle_migrations'`);
  return tables.length
    ? db.all(sql`select hash, created_at as "when" from __drizzle_migrations`)
    : [];
}

export const lockMigrations = (db, work) => work();

/** Copies a file database before something is dropped. Returns what is to be told. */
export async function secureRows(db, { databaseUrl, tag }) {
  if (!databaseUrl.startsWith('file:'))
    return `${tag} drops a table or a column, with what is in it`;
  const file = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length);
  const copy = await makeCopyFile(`${file}.before-${tag}`);
  await db.run(sql`VACUUM INTO ${copy}`);
  return `copied the database to ${copy}: ${tag} drops a table or a column`;
}
