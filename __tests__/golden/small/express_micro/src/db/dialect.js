import { databaseUrl } from '../config.js';
import * as postgres from './postgres.js';
import * as sqlite from './sqlite.js';

/** Claims that the database is PostgreSQL; everything that is not is SQLite. */
export const isPostgres = /^postgres(ql)?:/.test(databaseUrl);

/** What the schema is written with and what works differently on each kind of database: the one that DATABASE_URL names. */
export const {
  asText,
  boolean,
  check,
  connect,
  date,
  decimal,
  defineTable,
  exactDigits,
  foreignKey,
  identity,
  index,
  integer,
  json,
  like,
  lockMigrations,
  migrate,
  migrationsFolder,
  primaryKey,
  real,
  readApplied,
  refusalOf,
  saveTogether,
  secureRows,
  text,
  time,
  timestamp,
  uniqueIndex,
  uuid,
} = isPostgres ? postgres : sqlite;
