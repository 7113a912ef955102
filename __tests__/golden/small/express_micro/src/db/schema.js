import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import {
  check,
  defineTable,
  index,
  integer,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from './dialect.js';

export * from './auth-schema.js';

/** Author. */
export const authors = defineTable('author', {
  id: uuid('id')
    .primaryKey()
    .$defaultFn(() => randomUUID()),
  name: text('name', { length: 120 }).notNull().unique(),
  country: text('country', { length: 60 }),
});

/** Book. */
export const books = defineTable(
  'book',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    title: text('title', { length: 200 }).notNull(),
    author: uuid('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'restrict' }),
    status: text('status', { enum: ['to_read', 'reading', 'finished'] })
      .notNull()
      .default('to_read'),
    rating: integer('rating'),
    notes: text('notes'),
    added_at: timestamp('added_at')
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (table) => [
    uniqueIndex('book_title_author_id_key').on(table.title, table.author),
    index('book_author_id_idx').on(table.author),
    check('book_status_choice', sql`"status" in ('to_read', 'reading', 'finished')`),
    check('book_rating_min', sql`"rating" >= 1`),
    check('book_rating_max', sql`"rating" <= 5`),
  ],
);
