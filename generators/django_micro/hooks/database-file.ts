/**
 * The development database's file, relative to the backend's folder, by the text of its `.env`; null where
 * `DATABASE_URL` names a server.
 */
export function sqliteFile(env: string | undefined): string | null {
  const url = /^\s*DATABASE_URL\s*=\s*["']?([^"'\s#]*)/m.exec(env ?? '')?.[1] ?? '';
  if (url === '') return 'db.sqlite3';
  return /^sqlite:\/\/\/(.+)$/.exec(url)?.[1] ?? null;
}
