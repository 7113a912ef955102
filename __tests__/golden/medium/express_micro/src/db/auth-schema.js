import { boolean, defineTable, index, integer, text, timestamp } from './dialect.js';

/** People who may log in; staff may enter the admin area. */
export const authUsers = defineTable('auth_user', {
  id: text('id').primaryKey(),
  username: text('username').notNull().unique(),
  email: text('email').notNull().default(''),
  passwordHash: text('password_hash').notNull(),
  isStaff: boolean('is_staff').notNull().default(false),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: timestamp('created_at').notNull(),
});

/** Sessions of the browser; expired ones are deleted now and then. */
export const authSessions = defineTable(
  'auth_session',
  {
    id: text('id').primaryKey(),
    content: text('content').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('auth_session_expires_at_idx').on(table.expiresAt)],
);
