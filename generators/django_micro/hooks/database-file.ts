import { variableIn } from '../../../lib/index.ts';

/**
 * The development database's file, relative to the backend's folder, by the text of its `.env`; null where
 * `DATABASE_URL` names a server.
 */
export function sqliteFile(env: string | undefined): string | null {
  const url = variableIn(env, 'DATABASE_URL');
  if (url === '') return 'db.sqlite3';
  return /^sqlite:\/\/\/(.+)$/.exec(url)?.[1] ?? null;
}
