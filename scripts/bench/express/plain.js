// The list and the detail page of examples/small as somebody would write them by hand for just these two pages:
// Express, libSQL and EJS, with a login, sessions in the database, CSRF tokens, security headers and a log.
// Runs in the folder of the generated application, over its database and its installed packages.
import path from 'node:path';
import { createClient } from '@libsql/client';
import { csrfSync } from 'csrf-sync';
import express from 'express';
import session from 'express-session';
import helmet from 'helmet';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';

const pageSize = 25;
const db = createClient({ url: 'file:data.sqlite3' });
await db.execute('PRAGMA journal_mode = WAL');
await db.execute(
  'CREATE TABLE IF NOT EXISTS plain_session (id TEXT PRIMARY KEY, content TEXT, expires_at INTEGER)',
);

class Sessions extends session.Store {
  get(id, callback) {
    db.execute({
      sql: 'SELECT content FROM plain_session WHERE id = ? AND expires_at > ?',
      args: [id, Date.now()],
    }).then(({ rows: [row] }) => callback(null, row ? JSON.parse(row.content) : null), callback);
  }
  set(id, value, callback) {
    const args = [id, JSON.stringify(value), Date.now() + 86_400_000];
    db.execute({ sql: 'INSERT OR REPLACE INTO plain_session VALUES (?, ?, ?)', args }).then(
      () => callback(null),
      callback,
    );
  }
  touch(id, value, callback) {
    callback(null);
  }
  destroy(id, callback) {
    db.execute({ sql: 'DELETE FROM plain_session WHERE id = ?', args: [id] }).then(
      () => callback(null),
      callback,
    );
  }
}

const app = express();
app.set('views', path.resolve('plain'));
app.set('view engine', 'ejs');
app.set('view cache', true);
app.use(pinoHttp({ logger: pino() }));
app.use(helmet());
app.use(express.static('public'));
app.get('/health', (req, res) => res.json({ status: 'ok' }));
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: 'x'.repeat(32), store: new Sessions(), resave: false, saveUninitialized: false }));
const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body?._csrf,
});
app.use(csrfSynchronisedProtection);
app.use(async (req, res, next) => {
  res.locals.csrfToken = generateToken(req);
  if (req.session.user) {
    const { rows } = await db.execute({
      sql: 'SELECT * FROM auth_user WHERE username = ?',
      args: [req.session.user],
    });
    res.locals.user = rows[0];
  }
  next();
});
app.get('/login/', (req, res) => res.send(`<input name="_csrf" value="${res.locals.csrfToken}">`));
app.post('/login/', (req, res) => {
  req.session.user = req.body.username;
  res.redirect('/');
});
app.use((req, res, next) => (res.locals.user ? next() : res.redirect('/login/')));

const sorts = { title: 'book.title', author: 'author.name', status: 'book.status', rating: 'book.rating' };

app.get('/books/', async (req, res) => {
  const { q = '', status = '', author = '', sort = '', page = '1' } = req.query;
  const where = ['1 = 1'];
  const args = [];
  const add = (condition, ...values) => (where.push(condition), args.push(...values));
  if (q) add('(book.title LIKE ? OR book.notes LIKE ?)', `%${q}%`, `%${q}%`);
  if (status) add('book.status = ?', status);
  if (author) add('book.author_id = ?', author);
  const from = `FROM book JOIN author ON author.id = book.author_id WHERE ${where.join(' AND ')}`;
  const column = sorts[sort.replace(/^-/, '')];
  const order = column ? `${column} ${sort.startsWith('-') ? 'DESC' : 'ASC'}` : 'book.added_at DESC';
  const number = Math.max(1, Number(page) || 1);
  const count = await db.execute({ sql: `SELECT count(*) AS total ${from}`, args });
  const books = await db.execute({
    sql: `SELECT book.*, author.name AS author ${from} ORDER BY ${order}, book.id LIMIT ? OFFSET ?`,
    args: [...args, pageSize, (number - 1) * pageSize],
  });
  const authors = await db.execute('SELECT id, name FROM author ORDER BY id');
  const { total } = count.rows[0];
  const pages = Math.ceil(total / pageSize);
  const address = (changes) => `?${new URLSearchParams({ ...req.query, ...changes })}`;
  res.render('list', {
    books: books.rows,
    authors: authors.rows,
    total,
    pages,
    number,
    q,
    status,
    author,
    sort,
    address,
  });
});

app.get('/books/:id/', async (req, res) => {
  const { rows } = await db.execute({
    sql: 'SELECT book.*, author.name AS author FROM book JOIN author ON author.id = book.author_id WHERE book.id = ?',
    args: [req.params.id],
  });
  if (rows.length === 0) return res.status(404).send('No such book.');
  res.render('detail', { book: rows[0] });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
