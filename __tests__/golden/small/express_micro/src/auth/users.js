import { randomUUID } from 'node:crypto';
import { and, eq, or, sql } from 'drizzle-orm';
import { like } from '../db/dialect.js';
import { authUsers } from '../db/schema.js';
import { foldUsername, longestPassword, longestUsername } from './account-rules.js';
import { hashPassword, isPassword } from './passwords.js';

/** A hash that belongs to no password, so that an unknown user name takes as long as a wrong password. */
let decoy;

/** Finds the active user with this name, in capitals or not, and this password, or null. */
export async function findUserByPassword(db, { username, password, secret }) {
  if (username.length > longestUsername || password.length > longestPassword) return null;
  const alike = await findUsersAlike(db, username);
  const user = chooseUser(
    alike.filter(({ isActive }) => isActive),
    username,
  );
  decoy ??= await hashPassword(randomUUID(), secret);
  const matches = await isPassword(password, user?.passwordHash ?? decoy, secret);
  return user && matches ? user : null;
}

/**
 * The users whose names are this one but for capitals. There is one at most, unless an older version of this application let
 * in several.
 */
export async function findUsersAlike(db, username) {
  // To a database, letters beyond English have no capitals, so it only looks for something in their place.
  const pattern = foldUsername(username)
    .replace(/[\\%_]/g, '\\$&')
    .replace(/[^\0-\x7f]/gu, '_');
  const found = await db
    .select()
    .from(authUsers)
    .where(or(eq(authUsers.username, username), like(authUsers.username, pattern)));
  return found.filter((user) => foldUsername(user.username) === foldUsername(username));
}

/** The one that is spelled just so, or else the only one; of several, nobody can tell which is meant. */
export function chooseUser(alike, username) {
  return alike.find((user) => user.username === username) ?? (alike.length === 1 ? alike[0] : null);
}

/** Prepares the lookup that every request needs: gives a function that finds an active user by id, or null. */
export function prepareFindUser(db) {
  const query = db
    .select()
    .from(authUsers)
    .where(and(eq(authUsers.id, sql.placeholder('id')), eq(authUsers.isActive, true)))
    .prepare();
  return async (id) => {
    const [user] = await query.execute({ id });
    return user ?? null;
  };
}

/** Makes a user of a name and a password that were checked; throws where the very same name is taken. */
export async function createUser(db, { username, email = '', password, isStaff = false, secret }) {
  const user = {
    id: randomUUID(),
    username,
    email,
    passwordHash: await hashPassword(password, secret),
    isStaff,
    createdAt: new Date(),
  };
  await db.insert(authUsers).values(user);
  return user;
}
