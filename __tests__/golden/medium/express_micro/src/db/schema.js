import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { today } from '../clock.js';
import {
  boolean,
  check,
  date,
  decimal,
  defineTable,
  identity,
  index,
  integer,
  json,
  primaryKey,
  real,
  text,
  time,
  timestamp,
  uniqueIndex,
  uuid,
} from './dialect.js';

export * from './auth-schema.js';

/** Member. */
export const members = defineTable(
  'member',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    name: text('name', { length: 120 }).notNull(),
    email: text('email', { length: 254 }).notNull().unique(),
    card_number: text('card_number', { length: 10 }).notNull().unique(),
    level: text('level', { enum: ['child', 'adult', 'senior'] })
      .notNull()
      .default('adult'),
    fee: decimal('fee', { precision: 6, scale: 2 }).notNull(),
    is_active: boolean('is_active').notNull().default(true),
    newsletter: boolean('newsletter').notNull().default(false),
    opens_at: time('opens_at').notNull().default('09:00:00'),
    guarantor: uuid('guarantor_id').references(() => members.id, { onDelete: 'set null' }),
    joined: date('joined')
      .notNull()
      .$defaultFn(() => today()),
    created_at: timestamp('created_at')
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (table) => [
    index('member_guarantor_id_idx').on(table.guarantor),
    check('member_level_choice', sql`"level" in ('child', 'adult', 'senior')`),
    check('member_fee_min', sql`"fee" >= 0`),
  ],
);

/** Links: member_id to book_id. */
export const membersFavourites = defineTable(
  'member_favourites',
  {
    member_id: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    book_id: uuid('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.member_id, table.book_id] }),
    index('member_favourites_book_id_idx').on(table.book_id),
  ],
);

/** Loan. */
export const loans = defineTable(
  'loan',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    copy: uuid('copy_id')
      .notNull()
      .references(() => copies.id, { onDelete: 'restrict' }),
    member: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'restrict' }),
    status: text('status', { enum: ['requested', 'active', 'returned', 'lost'] })
      .notNull()
      .default('requested'),
    lent_at: timestamp('lent_at')
      .notNull()
      .$defaultFn(() => new Date()),
    due: date('due').notNull(),
    returned_at: timestamp('returned_at'),
    fine: decimal('fine', { precision: 6, scale: 2 }),
    note: text('note'),
    created_at: timestamp('created_at')
      .notNull()
      .$defaultFn(() => new Date()),
    updated_at: timestamp('updated_at')
      .notNull()
      .$defaultFn(() => new Date())
      .$onUpdateFn(() => new Date()),
  },
  (table) => [
    uniqueIndex('loan_copy_id_member_id_due_key').on(table.copy, table.member, table.due),
    index('loan_status_due_idx').on(table.status, table.due),
    index('loan_member_id_idx').on(table.member),
    check('loan_status_choice', sql`"status" in ('requested', 'active', 'returned', 'lost')`),
    check('loan_fine_min', sql`"fine" >= 0`),
  ],
);

/** Review. */
export const reviews = defineTable(
  'review',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    book: uuid('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'restrict' }),
    member: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'restrict' }),
    stars: integer('stars').notNull(),
    text: text('text').notNull(),
    created_at: timestamp('created_at')
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (table) => [
    uniqueIndex('review_book_id_member_id_key').on(table.book, table.member),
    index('review_member_id_idx').on(table.member),
    check('review_stars_min', sql`"stars" >= 1`),
    check('review_stars_max', sql`"stars" <= 5`),
  ],
);

/** Person. */
export const people = defineTable('person', {
  id: uuid('id')
    .primaryKey()
    .$defaultFn(() => randomUUID()),
  name: text('name', { length: 120 }).notNull(),
  born: date('born'),
  website: text('website', { length: 2000 }),
  biography: text('biography'),
});

/** Subject. */
export const subjects = defineTable(
  'subject',
  {
    code: text('code', { length: 12 }).primaryKey(),
    name: text('name', { length: 80 }).notNull().unique(),
    parent: text('parent_id', { length: 12 }).references(() => subjects.code, {
      onDelete: 'set null',
    }),
  },
  (table) => [index('subject_parent_id_idx').on(table.parent)],
);

/** Shelf class. */
export const classes = defineTable(
  'class',
  {
    id: identity('id'),
    name: text('name', { length: 40 }).notNull().unique(),
    from: text('from', { length: 8 }).notNull(),
    to: text('to', { length: 8 }).notNull(),
    import: boolean('import').notNull().default(false),
    model: text('model', { length: 30 }),
    objects: json('objects'),
  },
  (table) => [uniqueIndex('class_from_to_key').on(table.from, table.to)],
);

/** Book. */
export const books = defineTable(
  'book',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    isbn: text('isbn', { length: 13 }).unique(),
    title: text('title', { length: 200 }).notNull(),
    subtitle: text('subtitle', { length: 200 }),
    class: integer('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'restrict' }),
    language: text('language', { enum: ['english', 'german', 'french', 'spanish', 'other'] })
      .notNull()
      .default('english'),
    published: date('published'),
    pages: integer('pages'),
    price: decimal('price', { precision: 8, scale: 2 }).notNull().default('0.00'),
    weight: real('weight'),
    extra: json('extra'),
    summary: text('summary'),
    created_at: timestamp('created_at')
      .notNull()
      .$defaultFn(() => new Date()),
    updated_at: timestamp('updated_at')
      .notNull()
      .$defaultFn(() => new Date())
      .$onUpdateFn(() => new Date()),
  },
  (table) => [
    index('book_published_title_idx').on(table.published, table.title),
    index('book_class_id_idx').on(table.class),
    check(
      'book_language_choice',
      sql`"language" in ('english', 'german', 'french', 'spanish', 'other')`,
    ),
    check('book_pages_min', sql`"pages" >= 1`),
    check('book_pages_max', sql`"pages" <= 20000`),
    check('book_price_min', sql`"price" >= 0`),
    check('book_price_max', sql`"price" <= 99999.99`),
    check('book_weight_min', sql`"weight" >= 0`),
  ],
);

/** Links: book_id to person_id. */
export const booksAuthors = defineTable(
  'book_authors',
  {
    book_id: uuid('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'cascade' }),
    person_id: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.book_id, table.person_id] }),
    index('book_authors_person_id_idx').on(table.person_id),
  ],
);

/** Links: book_id to subject_id. */
export const booksSubjects = defineTable(
  'book_subjects',
  {
    book_id: uuid('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'cascade' }),
    subject_id: text('subject_id', { length: 12 })
      .notNull()
      .references(() => subjects.code, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.book_id, table.subject_id] }),
    index('book_subjects_subject_id_idx').on(table.subject_id),
  ],
);

/** Copy. */
export const copies = defineTable(
  'copy',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    barcode: uuid('barcode').notNull().unique(),
    book: uuid('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'restrict' }),
    condition: text('condition', { enum: ['new', 'good', 'worn', 'damaged'] })
      .notNull()
      .default('good'),
    acquired: date('acquired')
      .notNull()
      .$defaultFn(() => today()),
    is_reference: boolean('is_reference').notNull().default(false),
    shelf: text('shelf', { length: 20 }),
    check: date('check'),
  },
  (table) => [
    index('copy_book_id_condition_idx').on(table.book, table.condition),
    check('copy_condition_choice', sql`"condition" in ('new', 'good', 'worn', 'damaged')`),
  ],
);
