import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { root } from '../config.js';
import { authUsers } from '../db/schema.js';
import { isRefusal } from '../records/errors.js';
import { longestUsername, passwordProblem } from './account-rules.js';
import { hashPassword } from './passwords.js';
import { chooseUser, createUser, findUsersAlike } from './users.js';

/**
 * Makes the first user, of ADMIN_USERNAME and ADMIN_PASSWORD or else of `.admin_credentials`, where there is none;
 * `reset` gives back its password. Returns what was done; throws where the password is none that a user may have.
 */
export async function ensureAdmin(
  db,
  { secret, reset = false, file = path.join(root, '.admin_credentials'), env = process.env },
) {
  const credentials = readCredentials(file, env);
  if (!credentials) return 'missing';
  const user = chooseUser(await findUsersAlike(db, credentials.username), credentials.username);
  if (!user) {
    refuseProblem(credentials);
    try {
      await createUser(db, { ...credentials, isStaff: true, secret });
      return 'created';
    } catch (error) {
      // Another instance that starts at the same time was faster.
      if (!isRefusal(error, 'UNIQUE')) throw error;
      return 'kept';
    }
  }
  if (!reset) return 'kept';
  refuseProblem(credentials);
  const passwordHash = await hashPassword(credentials.password, secret);
  await db
    .update(authUsers)
    .set({ passwordHash, isStaff: true, isActive: true })
    .where(eq(authUsers.id, user.id));
  return 'reset';
}

function refuseProblem({ username, password, email, source }) {
  const problem = passwordProblem(password, { username, email });
  if (problem)
    throw new Error(`The password of the first user ${problem}. Choose another in ${source}.`);
  if (username.length > longestUsername)
    throw new Error(`The name of the first user is longer than ${longestUsername} characters.`);
}

function readCredentials(file, env) {
  if (env.ADMIN_USERNAME && env.ADMIN_PASSWORD) {
    return {
      username: env.ADMIN_USERNAME,
      password: env.ADMIN_PASSWORD,
      email: env.ADMIN_EMAIL ?? '',
      source: 'ADMIN_PASSWORD',
    };
  }
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const line = (name) => text.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1].trim() ?? '';
  return {
    username: line('Username'),
    password: line('Password'),
    email: line('Email'),
    source: path.basename(file),
  };
}
