import { randomUUID } from 'node:crypto';
import { and, like, ne } from 'drizzle-orm';
import { z } from 'zod';
import {
  longestPassword,
  longestUsername,
  passwordProblem,
  shortestPassword,
} from '../auth/account-rules.js';
import { hashPassword } from '../auth/passwords.js';
import { findUsersAlike } from '../auth/users.js';
import { authSessions, authUsers } from '../db/schema.js';
import { boolean, email, text, yesNo } from '../forms/fields.js';
import { readSent } from '../forms/pages.js';
import { parseForm } from '../forms/parse.js';
import { checkRecord, saveRecord } from '../records/save.js';

const passwordHelp = `At least ${shortestPassword} characters, not only digits; nothing that many people use or that is like the username or the email address.`;

const fields = {
  username: {
    label: 'Username',
    kind: 'str',
    input: 'text',
    required: true,
    attributes: { maxlength: longestUsername, autocapitalize: 'none', autocomplete: 'off' },
  },
  email: { label: 'Email', kind: 'email', input: 'email', attributes: { maxlength: 254 } },
  isStaff: { label: 'Staff', kind: 'bool', input: 'checkbox', help: 'May enter this admin area.' },
  isActive: {
    label: 'Active',
    kind: 'bool',
    input: 'checkbox',
    help: 'May log in. Take it away instead of deleting a user.',
    fallback: true,
  },
  password: {
    label: 'Password',
    kind: 'password',
    input: 'password',
    required: true,
    help: passwordHelp,
    attributes: { autocomplete: 'new-password' },
  },
  newPassword: {
    label: 'New password',
    kind: 'password',
    input: 'password',
    help: `${passwordHelp} Left empty, the password stays as it is.`,
    attributes: { autocomplete: 'new-password' },
  },
  createdAt: { label: 'Created at', kind: 'datetime', input: 'datetime-local', isGenerated: true },
  id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
  passwordHash: { label: 'Password', kind: 'secret', input: 'password' },
};

/** The rest of the rule needs to know whose password it is: `passwordProblem`. */
const password = z
  .string({ error: 'is required' })
  .min(1, 'is required')
  .max(longestPassword, `is longer than ${longestPassword} characters`);
const newPassword = z.preprocess((value) => value || null, password.nullable());

const entered = z.object({
  username: text({ required: true, maxLength: longestUsername }).transform((name) =>
    name.normalize('NFKC'),
  ),
  email: email(),
  isStaff: boolean(),
  isActive: boolean(),
});

/** The users who may log in, described as the entities are in `src/models`. */
export const userModel = {
  name: 'auth_user',
  title: 'User',
  pluralTitle: 'Users',
  noun: 'user',
  pluralNoun: 'users',
  page: null,
  table: authUsers,
  schema: entered,
  key: 'id',
  keyKind: 'uuid',
  label: 'username',
  order: [{ field: 'username', direction: 'asc' }],
  unique: [['username']],
  fields,
};

/** The section of the users: their passwords are hashed, and nobody shuts out themselves. */
export function userSection({ adminSecret }) {
  return {
    path: 'auth/users',
    address: '/admin/auth/users/',
    model: userModel,
    columns: ['email', 'isStaff', 'isActive', 'createdAt'],
    filterSchema: z.object({ isStaff: yesNo(), isActive: yesNo() }),
    filters: {
      isStaff: { field: 'isStaff', match: 'equal' },
      isActive: { field: 'isActive', match: 'equal' },
    },
    search: ['username', 'email'],
    sorts: ['username', 'email', 'isStaff', 'isActive', 'createdAt'],
    order: userModel.order,
    createForm: { model: userModel, schema: entered.extend({ password }) },
    editForm: { model: userModel, schema: entered.extend({ newPassword }) },
    submit: (db, { schema }, req, user) => submitUser(db, schema, req, user, adminSecret),
    refusal: (req, user) => (user.id === req.user.id ? 'You cannot delete yourself.' : null),
  };
}

async function submitUser(db, schema, req, user, secret) {
  const { values, errors } = parseForm(schema, req.body);
  Object.assign(errors, await checkRecord(db, userModel, values, user?.id ?? null));
  const { password: first, newPassword: next, ...entries } = values;
  const chosen = first ?? next;
  const problem =
    chosen &&
    passwordProblem(chosen, { username: entries.username ?? '', email: entries.email ?? '' });
  if (problem) errors[first ? 'password' : 'newPassword'] = problem;
  if (entries.username && (await isNameTaken(db, entries.username, user))) {
    errors.username ??= 'must be unique: this one already exists, in capitals or not';
  }
  if (user?.id === req.user.id) {
    if (values.isActive === false) errors.isActive = 'cannot be taken from yourself';
    if (values.isStaff === false) errors.isStaff = 'cannot be taken from yourself';
  }
  if (Object.keys(errors).length > 0) {
    return { record: null, form: { values: readSent(schema, req.body), errors, choices: {} } };
  }
  const row = { ...entries, email: entries.email ?? '' };
  if (chosen) row.passwordHash = await hashPassword(chosen, secret);
  if (!user) Object.assign(row, { id: randomUUID(), createdAt: new Date() });
  const record = await saveRecord(db, userModel, row, user?.id ?? null);
  if (user && chosen) await endSessions(db, user, req.sessionID);
  return { record, form: null };
}

/** Claims that somebody else has the name, in capitals or not. A user who has it keeps it, whoever else does. */
async function isNameTaken(db, username, user) {
  if (username === user?.username) return false;
  return (await findUsersAlike(db, username)).some(({ id }) => id !== user?.id);
}

/** Whoever knew the old password is logged out; the session that set the new one goes on. */
async function endSessions(db, user, except) {
  await db
    .delete(authSessions)
    .where(and(like(authSessions.content, `%"userId":"${user.id}"%`), ne(authSessions.id, except)));
}
