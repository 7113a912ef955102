import { and, eq } from 'drizzle-orm';
import { authUsers } from '../src/db/schema.js';

/** The active user with an id. */
export async function findUserById(db, id) {
  const [user] = await db
    .select()
    .from(authUsers)
    .where(and(eq(authUsers.id, id), eq(authUsers.isActive, true)));
  return user;
}

/** The active user with a name. */
export async function findUserByName(db, username) {
  const [user] = await db
    .select()
    .from(authUsers)
    .where(and(eq(authUsers.username, username), eq(authUsers.isActive, true)));
  return user;
}
