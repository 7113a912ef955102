import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authors, books } from '../src/db/schema.js';

const pageSize = 25;

const statusOrder = sql`case ${books.status} when 'to_read' then 0 when 'reading' then 1 else 2 end`;
const sorts = { title: books.title, author: authors.name, status: statusOrder, rating: books.rating };

/** An empty filter is none, one with a value that cannot be finds nothing. */
const filter = (schema) => z.preprocess((value) => value || undefined, schema.optional());

const filters = z.object({
  author: filter(z.uuid()),
  status: filter(z.enum(['to_read', 'reading', 'finished'])),
});

const shown = {
  id: books.id,
  title: books.title,
  authorId: books.author,
  author: authors.name,
  status: books.status,
  rating: books.rating,
};

/** One page of the books, with what the filters offer. */
export async function listBooks(db, query) {
  const chosen = filters.safeParse(query);
  const { author, status } = chosen.success ? chosen.data : {};
  const q = typeof query.q === 'string' ? query.q.trim() : '';
  const where = and(
    author ? eq(books.author, author) : undefined,
    status ? eq(books.status, status) : undefined,
    q ? sql`${books.title} like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'` : undefined,
    chosen.success ? undefined : sql`false`,
  );
  const [{ total }] = await db.select({ total: count() }).from(books).where(where);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const number = Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), pages);
  const rows = await db
    .select(shown)
    .from(books)
    .innerJoin(authors, eq(authors.id, books.author))
    .where(where)
    .orderBy(...orderOf(query.sort), asc(books.id))
    .limit(pageSize)
    .offset((number - 1) * pageSize);
  return {
    books: rows,
    total,
    pages,
    number,
    numbers: pageNumbers(number, pages),
    q,
    filters: query,
    sort: query.sort ?? '',
    authors: await db
      .select({ id: authors.id, name: authors.name })
      .from(authors)
      .orderBy(sql`lower(${authors.name})`, authors.id),
  };
}

function orderOf(sort) {
  const column = typeof sort === 'string' && sorts[sort.replace(/^-/, '')];
  if (!column) return [desc(books.added_at)];
  return [sql`${sort.startsWith('-') ? desc(column) : asc(column)} nulls last`];
}

/** Page numbers around the current one and at both ends; null for those between. */
function pageNumbers(number, pages) {
  const numbers = [];
  for (let page = 1; page <= pages; page++) {
    if (Math.abs(page - number) <= 3 || page <= 2 || page > pages - 2) numbers.push(page);
    else if (numbers.at(-1) !== null) numbers.push(null);
  }
  return numbers;
}

/** The book with an id. */
export async function findBook(db, id) {
  const [book] = await db
    .select({ ...shown, notes: books.notes, addedAt: books.added_at })
    .from(books)
    .innerJoin(authors, eq(authors.id, books.author))
    .where(eq(books.id, id));
  return book;
}
