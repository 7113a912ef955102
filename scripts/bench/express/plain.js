// The list and the detail page of examples/small as somebody would write them by hand for just these two pages, over the
// database and the installed packages of the generated application. So that the comparison is a fair one, both answer
// with the same markup, and both have: security headers with a content security policy, sessions in the database,
// the user looked up for each request, CSRF tokens, flash messages, a login behind every page, one line of JSON in the log
// for each request, drizzle for the queries, EJS with partials, escaped output, checked filters with choices, a search
// box, sorting, a count, pages with elided numbers, times in the settings' time zone.
import path from 'node:path';
import { createClient } from '@libsql/client';
import { verify } from '@node-rs/argon2';
import { csrfSync } from 'csrf-sync';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import express from 'express';
import session from 'express-session';
import helmet from 'helmet';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { findBook, listBooks } from './books.js';
import { DatabaseSessions } from './sessions.js';
import { findUserById, findUserByName } from './users.js';

process.loadEnvFile('.env');
const client = createClient({ url: 'file:data.sqlite3' });
await client.execute('PRAGMA journal_mode = WAL');
await client.execute('PRAGMA synchronous = NORMAL');
await client.execute('PRAGMA busy_timeout = 5000');
await client.execute('PRAGMA foreign_keys = ON');
const db = drizzle(client);

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: process.env.TIME_ZONE || 'UTC',
  dateStyle: 'short',
  timeStyle: 'short',
});

const app = express();
app.set('views', path.join(import.meta.dirname, 'views'));
app.set('view engine', 'ejs');
app.set('view cache', true);
app.locals.statuses = { to_read: 'To read', reading: 'Reading', finished: 'Finished' };
app.locals.asDateTime = (date) => clock.format(date);
app.use(
  pinoHttp({
    logger: pino({ redact: ['req.headers.cookie', 'req.headers.authorization'] }),
    autoLogging: { ignore: (req) => req.url === '/health' },
    serializers: {
      req: ({ id, method, url }) => ({ id, method, url }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  }),
);
app.use(
  helmet({
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  }),
);
app.use('/static', express.static('public', { maxAge: '1h' }));
app.get('/health', async (req, res) => {
  await db.run(sql`select 1`);
  res.json({ status: 'ok' });
});
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    name: 'session',
    secret: process.env.SESSION_SECRET,
    store: new DatabaseSessions(db),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', maxAge: 14 * 24 * 60 * 60 * 1000 },
  }),
);

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body?._csrf,
});
app.use(csrfSynchronisedProtection);
app.use(async (req, res, next) => {
  res.locals.csrfToken = generateToken(req);
  res.locals.path = req.path;
  res.locals.messages = req.session.messages ?? [];
  delete req.session.messages;
  res.locals.user = req.session.userId ? await findUserById(db, req.session.userId) : null;
  next();
});

app.get('/login/', (req, res) => {
  res.send(`<form method="post"><input type="hidden" name="_csrf" value="${res.locals.csrfToken}"></form>`);
});
app.post('/login/', async (req, res, next) => {
  const user = await findUserByName(db, req.body.username);
  const secret = Buffer.from(process.env.ADMIN_SECRET);
  if (!user || !(await verify(user.passwordHash, req.body.password, { secret })))
    return res.status(422).send('No.');
  req.session.regenerate((error) => {
    if (error) return next(error);
    req.session.userId = user.id;
    res.redirect('/');
  });
});
app.use((req, res, next) => (res.locals.user ? next() : res.redirect('/login/')));

app.get('/books/', async (req, res) => {
  const link = (changes) => {
    const query = new URLSearchParams(req.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return `?${query}`;
  };
  res.render('list', { ...(await listBooks(db, req.query)), link });
});

app.get('/books/:id/', async (req, res) => {
  const book = await findBook(db, req.params.id);
  if (!book) return res.status(404).send('There is no such book.');
  res.render('detail', { book });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
