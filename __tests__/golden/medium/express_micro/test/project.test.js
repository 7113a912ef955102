import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { ensureAdmin } from '../src/auth/admin-account.js';
import { findUserByPassword } from '../src/auth/users.js';
import { readConfig } from '../src/config.js';
import { isPostgres } from '../src/db/dialect.js';
import { migrateDatabase } from '../src/db/migrate.js';
import * as fields from '../src/forms/fields.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

const sessionOf = (cookies) => /session=([^;]+)/.exec(cookies.join())[1];

describe('Health', () => {
  test('answers anyone', async () => {
    const page = await app.visitor().get('/health');
    assert.equal(page.status, 200);
    assert.deepEqual(JSON.parse(page.text), { status: 'ok' });
  });
});

describe('Login', () => {
  test('lets a user in and out', async () => {
    await app.addUser('ann');
    const ann = app.visitor();
    assert.equal((await ann.get('/')).location, '/login/?next=%2F');
    assert.equal((await ann.logIn('ann', 'password of ann')).location, '/');
    assert.equal((await ann.get('/')).status, 200);
    assert.equal((await ann.post('/logout/')).location, '/login/');
    assert.equal((await ann.get('/')).status, 302);
  });

  test('begins a new session', async () => {
    const visitor = app.visitor();
    const before = (await visitor.get('/login/')).headers['set-cookie'];
    const after = (await visitor.logIn('person', 'password of person')).headers['set-cookie'];
    assert.notEqual(sessionOf(after), sessionOf(before));
  });

  test('refuses a wrong password', async () => {
    const visitor = app.visitor();
    const page = await visitor.logIn('person', 'wrong');
    assert.equal(page.status, 422);
    app.assertShows(page, 'correct username and password');
    assert.equal((await visitor.get('/')).status, 302);
  });

  test('takes the name in capitals or not', async () => {
    await app.addUser('åsa');
    for (const name of ['ÅSA', 'Åsa', 'åsa']) {
      assert.equal((await app.visitor().logIn(name, 'password of åsa')).location, '/', name);
    }
    assert.equal((await app.visitor().logIn('ås_', 'password of åsa')).status, 422);
  });

  test('goes by the very spelling where two names differ only in capitals', async () => {
    await app.addUser('max');
    await app.addUser('MAX');
    assert.equal((await app.visitor().logIn('max', 'password of max')).location, '/');
    assert.equal((await app.visitor().logIn('MAX', 'password of MAX')).location, '/');
    assert.equal((await app.visitor().logIn('Max', 'password of max')).status, 422);
  });

  test('hashes nothing that is longer than a password can be', async () => {
    const password = 'x'.repeat(1001);
    await app.addUser('lena', { password });
    assert.equal((await app.visitor().logIn('lena', password)).status, 422);
    await app.addUser('y'.repeat(151));
    const page = await app.visitor().logIn('y'.repeat(151), `password of ${'y'.repeat(151)}`);
    assert.equal(page.status, 422);
  });

  test('refuses users who are not active', async () => {
    const { id } = await app.addUser('bob');
    const bob = await app.logIn('bob');
    await app.setUser(id, { isActive: false });
    assert.equal((await bob.get('/')).status, 302);
    assert.equal((await app.visitor().logIn('bob', 'password of bob')).status, 422);
  });

  test('goes on to the page that was asked for, never to another site', async () => {
    const values = { username: 'person', password: 'password of person' };
    const goOn = async (next) =>
      (await app.visitor().post('/login/', { ...values, next })).location;
    assert.equal(await goOn('/admin/?q=1'), '/admin/?q=1');
    for (const next of ['//example.com/', '/.//example.com/', '//localhost//example.com/', '//[']) {
      assert.equal(await goOn(next), '/', next);
    }
    assert.equal(await goOn('https://example.com/'), '/');
  });

  test('takes no login after too many wrong ones', async () => {
    await app.addUser('eve');
    const logIn = (password, proxies) =>
      app.visitor().logIn('eve', password, { 'X-Forwarded-For': proxies });
    for (let count = 0; count < 20; count++) {
      assert.equal((await logIn('wrong', '198.51.100.1, 192.0.2.1')).status, 422);
    }
    // What stands before the last comma anybody can make up.
    const page = await logIn('password of eve', '198.51.100.2, 192.0.2.1');
    assert.equal(page.status, 429);
    app.assertShows(page, 'Too many attempts');
    assert.equal((await logIn('password of eve', '192.0.2.2')).location, '/');
  });
});

describe('Lengths', () => {
  const messageOf = (schema, value) => schema.safeParse(value).error?.issues[0].message ?? null;
  // Held against a text of some length, this would take years.
  const pattern = new RegExp('^(a+)+$', 'u');

  test('are looked at before patterns', () => {
    const long = `${'a'.repeat(2000)}b`;
    assert.equal(
      messageOf(fields.text({ pattern }), long),
      'is longer than its max length of 2000',
    );
    assert.equal(
      messageOf(fields.text({ pattern, maxLength: 80 }), long),
      'is longer than its max length of 80',
    );
    assert.equal(
      messageOf(fields.email({ pattern }), long),
      'is longer than its max length of 254',
    );
    assert.equal(messageOf(fields.url({ pattern }), long), 'is longer than its max length of 2000');
    assert.equal(messageOf(fields.text({ pattern }), 'ab'), 'does not match the pattern ^(a+)+$');
    assert.equal(fields.text({ pattern }).parse('a'.repeat(2000)).length, 2000);
  });

  for (const [kind, schema, words, most] of [
    ['whole number', fields.integer(), 'is not a whole number', '0'.repeat(399) + '7'],
    ['number', fields.number(), 'is not a number', '0'.repeat(399) + '7'],
    [
      'decimal',
      fields.decimal({ precision: 8, scale: 2 }),
      'is not a number',
      '0'.repeat(399) + '7',
    ],
    ['date', fields.date(), 'is not a date', '2026-01-31'],
    ['time', fields.time(), 'is not a time', '23:59:59'],
    ['date and time', fields.datetime(), 'is not a date and time', '2026-01-31T23:59:59.999'],
    ['UUID', fields.uuid(), 'is not a UUID', 'f'.repeat(32)],
  ]) {
    test(`end where no ${kind} is that long`, () => {
      assert.equal(messageOf(schema, most), null);
      assert.equal(messageOf(schema, `${'1'.repeat(60_000)}x`), words);
      assert.equal(messageOf(schema, '1'.repeat(401)), words);
    });
  }
});

describe('Numbers', () => {
  const entered = { precision: 21, scale: 2 };

  test(
    'are refused where SQLite would keep another one',
    { skip: isPostgres && 'PostgreSQL keeps all digits' },
    () => {
      const { error } = fields.decimal(entered).safeParse('99999999999999999.99');
      assert.match(
        error.issues[0].message,
        /more than 15 digits, which is what the database keeps exactly/,
      );
      assert.equal(fields.decimal(entered).parse('9999999999999.99'), '9999999999999.99');
    },
  );

  test(
    'are kept with all digits on PostgreSQL',
    { skip: !isPostgres && 'SQLite keeps 15 digits' },
    () => {
      assert.equal(fields.decimal(entered).parse('99999999999999999.99'), '99999999999999999.99');
    },
  );

  test(
    'can be read that are too large for JavaScript',
    { skip: isPostgres && 'its driver gives them as text' },
    async () => {
      const rows = await app.db.all(
        sql`select 9223372036854775807 as large, 5 as small, 0.5 as half`,
      );
      assert.deepEqual(rows, [{ large: '9223372036854775807', small: 5, half: 0.5 }]);
    },
  );
});

describe('Headers', () => {
  test('let pages load only what is from this site, and not be framed', async () => {
    const { headers } = await app.visitor().get('/login/');
    assert.match(headers['content-security-policy'], /script-src 'self'.*style-src 'self'/);
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
    assert.equal(headers['x-frame-options'], 'DENY');
  });

  test('give no session to strangers who see no form', async () => {
    const { status, headers } = await app.visitor().get('/');
    assert.deepEqual(
      { status, cookies: headers['set-cookie'] },
      { status: 302, cookies: undefined },
    );
  });
});

describe('Forms', () => {
  test('take what databases can keep', () => {
    assert.deepEqual(fields.json().parse('{"a": [1, "é"]}'), { a: [1, 'é'] });
    assert.equal(fields.decimal({ precision: 8, scale: 2 }).parse('1.25e3'), '1250.00');
    assert.equal(fields.decimal({ precision: 8, scale: 2 }).parse('-25e-2'), '-0.25');
  });

  test('refuse what no database can keep', () => {
    const endless = '['.repeat(5000) + ']'.repeat(5000);
    for (const value of ['NaN', '[1e400]', '{"a": "\\u0000"}', '["\\ud800"]', endless]) {
      assert.equal(fields.json().safeParse(value).success, false, value.slice(0, 20));
    }
    assert.equal(fields.text().safeParse('a\0b').success, false);
  });

  test('are refused without their token', async () => {
    const page = await app.person.post('/logout/', {}, { csrf: 'forged' });
    assert.equal(page.status, 403);
    app.assertShows(page, 'This form has expired');
    assert.equal((await app.person.get('/')).status, 200);
  });
});

describe('The admin of .admin_credentials', () => {
  test('is made once, and gets its password back only when told to', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'credentials-test-'));
    const file = path.join(folder, 'credentials');
    const secret = app.config.adminSecret;
    const find = (password) => findUserByPassword(app.db, { username: 'chief', password, secret });
    await writeFile(file, 'Username: chief\nPassword: first-Passw0rd\nEmail: chief@example.com\n');
    assert.equal(await ensureAdmin(app.db, { secret, file }), 'created');
    assert.equal(await ensureAdmin(app.db, { secret, file }), 'kept');
    assert.equal((await find('first-Passw0rd')).isStaff, true);
    await writeFile(
      file,
      'Username: chief\nPassword: another-Passw0rd\nEmail: chief@example.com\n',
    );
    assert.equal(await ensureAdmin(app.db, { secret, file }), 'kept');
    assert.equal(await find('another-Passw0rd'), null);
    assert.equal(await ensureAdmin(app.db, { secret, file, reset: true }), 'reset');
    assert.equal((await find('another-Passw0rd')).email, 'chief@example.com');
    assert.equal(await ensureAdmin(app.db, { secret, file: path.join(folder, 'none') }), 'missing');
    const env = { ADMIN_USERNAME: 'owner', ADMIN_PASSWORD: 'password1' };
    await assert.rejects(
      ensureAdmin(app.db, { secret, file, env }),
      /The password of the first user is one that many people use\. Choose another in ADMIN_PASSWORD\./,
    );
    assert.equal(
      await ensureAdmin(app.db, { secret, file, env: { ...env, ADMIN_USERNAME: 'CHIEF' } }),
      'kept',
    );
    await rm(folder, { recursive: true });
  });
});

describe('Settings', () => {
  test('are those of production without an environment', () => {
    const secrets = { SESSION_SECRET: 's'.repeat(32), ADMIN_SECRET: 'a'.repeat(32) };
    const { development, secureCookies, host, port } = readConfig(secrets);
    assert.deepEqual(
      { development, secureCookies, host, port },
      { development: false, secureCookies: true, host: '0.0.0.0', port: 3000 },
    );
  });

  test('need secrets that are long enough', () => {
    assert.throws(() => readConfig({ SESSION_SECRET: 'short' }), /SESSION_SECRET/);
  });
});

describe('Migrations', () => {
  test('have all been applied', async () => {
    const lines = [];
    const log = { info: (line) => lines.push(line) };
    await migrateDatabase(app.db, { ...app.config, log });
    assert.deepEqual(lines, []);
  });
});
