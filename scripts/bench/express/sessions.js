import { eq } from 'drizzle-orm';
import { Store } from 'express-session';
import { authSessions } from '../src/db/schema.js';

const hour = 60 * 60 * 1000;

/** Sessions in the database; one that is only read is written once an hour. */
export class DatabaseSessions extends Store {
  constructor(db) {
    super();
    this.db = db;
  }

  async get(id, callback) {
    try {
      const [row] = await this.db.select().from(authSessions).where(eq(authSessions.id, id));
      const isAlive = row && row.expiresAt > Date.now();
      callback(null, isAlive ? { ...JSON.parse(row.content), expiresAt: row.expiresAt } : null);
    } catch (error) {
      callback(error);
    }
  }

  async set(id, session, callback) {
    try {
      const row = { content: JSON.stringify(session), expiresAt: session.cookie.expires.getTime() };
      await this.db
        .insert(authSessions)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: authSessions.id, set: row });
      callback(null);
    } catch (error) {
      callback(error);
    }
  }

  async touch(id, session, callback) {
    try {
      const expiresAt = session.cookie.expires.getTime();
      if (expiresAt - session.expiresAt > hour)
        await this.db.update(authSessions).set({ expiresAt }).where(eq(authSessions.id, id));
      callback(null);
    } catch (error) {
      callback(error);
    }
  }

  async destroy(id, callback) {
    try {
      await this.db.delete(authSessions).where(eq(authSessions.id, id));
      callback(null);
    } catch (error) {
      callback(error);
    }
  }
}
