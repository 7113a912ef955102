import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, root } from '../config.js';
import { createLog } from '../log.js';
import { isInvalid, isRefusal } from '../records/errors.js';
import { openDatabase } from './client.js';
import { lockMigrations, migrate, migrationsFolder, readApplied, secureRows } from './dialect.js';

const folder = path.join(root, migrationsFolder);

/** Brings the database to the newest migration in `drizzle/`. The database is copied first where something would be dropped. */
export async function migrateDatabase(db, { databaseUrl, development, log }) {
  if ((await readPending(db)).length === 0) return;
  await lockMigrations(db, async () => {
    const pending = await readPending(db);
    if (pending.length === 0) return;
    const tags = pending.map(({ tag }) => tag).join(', ');
    if (pending.some(dropsSomething)) {
      log.warn(
        await secureRows(db, { databaseUrl, development, folder: root, tag: pending[0].tag }),
      );
    }
    try {
      await migrate(db, { migrationsFolder: folder });
    } catch (error) {
      throw explain(error, tags);
    }
    log.info(`migrated the database: ${tags}`);
  });
}

/** What to do about a migration that does not fit the rows; any other error as it is. */
function explain(error, tags) {
  const wayOut = 'the database is as it was. Take the build back (dazzle undo), ';
  if (isRefusal(error, 'NOT NULL') || isRefusal(error, 'UNIQUE')) {
    return new Error(
      `A migration (${tags}) makes a field required or unique that existing rows have no value for; ${wayOut}make the field optional first, fill it in, then make it required.`,
      { cause: error },
    );
  }
  if (isRefusal(error, 'CHECK') || isInvalid(error)) {
    return new Error(
      `A migration (${tags}) gives a field a type, bounds or choices that values of existing rows do not fit; ${wayOut}change these values, then build again.`,
      { cause: error },
    );
  }
  return error;
}

async function readPending(db) {
  const journal = JSON.parse(await readFile(path.join(folder, 'meta/_journal.json'), 'utf8'));
  const applied = await readApplied(db);
  const migrations = await Promise.all(
    journal.entries.map(async ({ tag, when }) => ({
      tag,
      when,
      text: await readFile(path.join(folder, `${tag}.sql`), 'utf8'),
    })),
  );
  const replaced = migrations.find((migration) =>
    applied.some((ran) => isInPlaceOf(ran, migration)),
  );
  if (replaced) {
    throw new Error(
      `Another migration ran on this database in the place of ${replaced.tag}: one that was taken back since (dazzle undo), or edited. Nothing was changed. Take this build back too, put the spec back as it was when the other migration was made, build, and change the spec on from there; or begin with a new database.`,
    );
  }
  const last = Math.max(0, ...applied.map(({ when }) => when));
  return migrations.filter(({ when }) => when > last);
}

/** Claims that what ran is not this migration, but has its place; line ends do not count. */
function isInPlaceOf(ran, { when, text }) {
  if (ran.when !== when) return false;
  const unix = text.replaceAll('\r\n', '\n');
  return ![text, unix, unix.replaceAll('\n', '\r\n')].some(
    (each) => createHash('sha256').update(each).digest('hex') === ran.hash,
  );
}

/** A table that is only made anew under its own name keeps its rows. */
function dropsSomething({ text }) {
  const dropped = [...text.matchAll(/DROP TABLE [`"](.+?)[`"]/g)].map(([, table]) => table);
  return (
    /DROP COLUMN/.test(text) ||
    dropped.some((table) => !text.includes(`\`__new_${table}\` RENAME TO`))
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const config = readConfig();
  const db = await openDatabase(config.databaseUrl);
  await migrateDatabase(db, { ...config, log: createLog(config) });
  await db.close();
}
