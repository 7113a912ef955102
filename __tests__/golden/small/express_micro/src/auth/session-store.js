import { eq, lt, sql } from 'drizzle-orm';
import { Store } from 'express-session';
import { authSessions } from '../db/auth-schema.js';

const hour = 60 * 60 * 1000;

/** Keeps sessions in the database. */
export class DatabaseSessionStore extends Store {
  #db;
  #findSession;

  constructor(db) {
    super();
    this.#db = db;
    // Every request asks this, so it is put together once.
    this.#findSession = db
      .select()
      .from(authSessions)
      .where(eq(authSessions.id, sql.placeholder('id')))
      .prepare();
  }

  get(id, callback) {
    this.#answer(callback, async () => {
      const [row] = await this.#findSession.execute({ id });
      if (!row || row.expiresAt <= Date.now()) return null;
      return { ...JSON.parse(row.content), storedUntil: row.expiresAt };
    });
  }

  set(id, session, callback) {
    this.#answer(callback, async () => {
      const row = { content: JSON.stringify(session), expiresAt: expiryOf(session) };
      await this.#db
        .insert(authSessions)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: authSessions.id, set: row });
    });
  }

  touch(id, session, callback = () => {}) {
    const expiresAt = expiryOf(session);
    // Once an hour is enough. Answering at once lets a page that is only read go out in one piece.
    if (expiresAt - session.storedUntil < hour) return callback();
    this.#answer(callback, async () => {
      await this.#db.update(authSessions).set({ expiresAt }).where(eq(authSessions.id, id));
    });
  }

  destroy(id, callback) {
    this.#answer(callback, async () => {
      await this.#db.delete(authSessions).where(eq(authSessions.id, id));
    });
  }

  #answer(callback = () => {}, work) {
    work().then(
      (value) => callback(null, value),
      (error) => callback(error),
    );
  }
}

function expiryOf(session) {
  return session.cookie?.expires
    ? new Date(session.cookie.expires).getTime()
    : Date.now() + 24 * hour;
}

/** Deletes the sessions that have expired, now and once an hour. */
export async function pruneSessions(db, log) {
  const prune = () => db.delete(authSessions).where(lt(authSessions.expiresAt, Date.now()));
  await prune();
  setInterval(() => prune().catch((error) => log.error(error)), hour).unref();
}
