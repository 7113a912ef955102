import { variableIn } from '../../../lib/index.ts';

/** What `DATABASE_URL` is for the hooks: what `dazzle.toml` lets through of the shell, else that of `.env`; empty where neither sets it. */
export function databaseUrl(env: string | undefined, environment: Readonly<Record<string, string>>): string {
  return environment['DATABASE_URL'] ?? variableIn(env, 'DATABASE_URL');
}

/** The development database's file, relative to the backend's folder, by `DATABASE_URL`; null where that names a server. */
export function sqliteFile(url: string): string | null {
  if (url === '') return 'db.sqlite3';
  return /^sqlite:\/\/\/(.+)$/.exec(url)?.[1] ?? null;
}
