import { variableIn } from '../../../lib/index.ts';

/**
 * The `DATABASE_URL` that the hooks use: from `environment` (the variables of the shell that `dazzle.toml`
 * lets through), else from `env`, the text of `.env`. Empty where neither sets it.
 */
export function databaseUrl(env: string | undefined, environment: Readonly<Record<string, string>>): string {
  return environment['DATABASE_URL'] ?? variableIn(env, 'DATABASE_URL');
}

/**
 * The SQLite file that a `DATABASE_URL` names, relative to the backend's folder unless absolute; `db.sqlite3`
 * for an empty URL. Null for any other URL, which names a server.
 */
export function sqliteFile(url: string): string | null {
  if (url === '') return 'db.sqlite3';
  return /^sqlite:\/\/\/(.+)$/.exec(url)?.[1] ?? null;
}
