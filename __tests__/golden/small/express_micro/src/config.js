import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. drizzle-kit, which runs there, reads this module as CommonJS: without a folder of its own. */
export const root = path.resolve(import.meta.dirname ?? 'src', '..');

const envFile = path.join(root, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

/** The database that DATABASE_URL names: `postgres://…`, or SQLite as a file or on a libSQL server. */
export const databaseUrl = process.env.DATABASE_URL || `file:${path.join(root, 'data.sqlite3')}`;

/** Reads the settings from the environment; without a `.env` the values are those of production. */
export function readConfig(env = process.env) {
  const development = env.NODE_ENV === 'development';
  const config = {
    development,
    port: Number(env.PORT ?? 3000),
    host: env.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: env.DATABASE_URL || databaseUrl,
    sessionSecret: env.SESSION_SECRET ?? '',
    adminSecret: env.ADMIN_SECRET ?? '',
    secureCookies: env.SECURE_COOKIES ? env.SECURE_COOKIES === 'true' : !development,
    trustProxy: Number(env.TRUST_PROXY ?? (development ? 0 : 1)),
    logLevel: env.LOG_LEVEL ?? 'info',
  };
  for (const [name, value] of [
    ['SESSION_SECRET', config.sessionSecret],
    ['ADMIN_SECRET', config.adminSecret],
  ]) {
    if (value.length < 32) {
      throw new Error(`Set ${name} to at least 32 random characters (see .env.example).`);
    }
  }
  if (!isTimeZone(env.TIME_ZONE || 'UTC')) {
    throw new Error(
      `TIME_ZONE is "${env.TIME_ZONE}", which is no time zone; set one such as "Europe/Berlin".`,
    );
  }
  return config;
}

function isTimeZone(name) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
