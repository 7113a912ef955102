import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adminEntities } from '../src/admin/entities.js';
import { findUserByPassword } from '../src/auth/users.js';
import { authUsers } from '../src/db/schema.js';
import { models } from '../src/models/index.js';
import { openApplication } from './support/application.js';

const app = await openApplication();
const users = '/admin/auth/users/';
const { id: bossId } = await app.addUser('boss', { isStaff: true });
const boss = await app.logIn('boss');

async function find(username) {
  const all = await app.db.select().from(authUsers);
  return all.find((user) => user.username === username) ?? null;
}

describe('The admin area', () => {
  test('is for staff only', async () => {
    await app.assertNeedsLogin('/admin/');
    assert.equal((await app.person.get('/admin/')).status, 403);
    assert.equal((await app.person.post(`${users}new/`, { username: 'eve' })).status, 403);
    assert.equal((await boss.get('/admin/')).status, 200);
  });

  test('leads to every entity and to the users', async () => {
    const page = await boss.get('/admin/');
    for (const { path } of adminEntities) app.assertShows(page, `/admin/${path}/`);
    app.assertShows(page, users);
  });
});

/** Entities of which the tests can make several records. */
const makeable = ['Author', 'Book'];

for (const entity of adminEntities) {
  const { model } = entity;
  const address = `/admin/${entity.path}/`;
  const edit = (record) => `${address}${encodeURIComponent(record[model.key])}/edit/`;
  const isSkipped = makeable.includes(model.name) ? false : 'no records can be made up';

  describe(`The admin area of ${model.pluralNoun}`, { skip: isSkipped }, () => {
    test('lists, finds, filters and sorts', async () => {
      const record = await app.make(model.name);
      const page = await boss.get(address);
      assert.deepEqual(
        page.values.list.records.map(({ key }) => key),
        [record[model.key]],
      );
      app.assertShows(page, edit(record));
      const none = await boss.get(address, { q: 'no such text at all' });
      app.assertShows(none, `No ${model.pluralNoun} match.`);
      for (const [parameter, { field }] of Object.entries(entity.filters)) {
        const filtered = await boss.get(address, { [parameter]: 'no-such-value' });
        assert.deepEqual(filtered.values.list.records, [], parameter);
        if (record[field] === null) continue;
        const found = await boss.get(address, { [parameter]: String(record[field]) });
        assert.equal(found.values.list.total, 1, parameter);
      }
      for (const field of entity.sorts) {
        const sorted = await boss.get(address, { sort: `-${field}` });
        assert.equal(sorted.values.list.total, 1);
        assert.ok(sorted.text.includes('aria-sort="descending"'), field);
      }
    });

    test('creates and changes a record', async () => {
      const fields = Object.keys(model.schema.shape);
      const created = await app.valuesFor(model.name, fields);
      assert.equal((await boss.post(`${address}new/`, created)).location, address);
      const [record] = await app.findAll(model.name);
      await app.assertSaved(model.name, record, created);
      assert.equal((await boss.get(edit(record))).status, 200);
      const changed = await app.valuesFor(
        model.name,
        fields.filter((name) => name !== model.key),
      );
      assert.equal((await boss.post(edit(record), changed)).location, address);
      await app.assertSaved(model.name, await app.find(model.name, record), changed);
    });

    test('refuses an empty form where something is required', async () => {
      const required = Object.entries(model.fields).filter(
        ([, field]) => field.required && field.fallback === undefined,
      );
      const page = await boss.post(`${address}new/`);
      assert.equal(page.status, required.length > 0 ? 422 : 302);
    });

    test('asks before it deletes the chosen records', async () => {
      const records = [await app.make(model.name), await app.make(model.name)];
      const keys = records.map((record) => record[model.key]);
      const page = await boss.get(
        `${address}delete/?${new URLSearchParams(keys.map((key) => ['key', key]))}`,
      );
      app.assertShows(page, 'This cannot be undone.');
      assert.equal((await app.findAll(model.name)).length, 2);
      assert.equal((await boss.post(`${address}delete/`, { key: keys })).location, address);
      assert.deepEqual(await app.findAll(model.name), []);
    });

    test('shows what was wrong with a form', async () => {
      const wrong = Object.fromEntries(
        Object.keys(model.schema.shape).map((name) => [name, 'x'.repeat(20_000)]),
      );
      const page = await boss.post(`${address}new/`, wrong);
      if (page.status === 302) return;
      const [field] = Object.keys(page.values.form.errors);
      app.assertRefused(page, field);
      assert.deepEqual(await app.findAll(model.name), []);
    });

    test('says so when nothing is chosen', async () => {
      assert.equal((await boss.get(`${address}delete/`)).location, address);
      app.assertShows(await boss.get(address), `Choose the ${model.pluralNoun} to delete first.`);
    });

    test('does not find a record that is gone', async () => {
      const record = await app.make(model.name);
      await app.remove(model.name, record);
      assert.equal((await boss.get(edit(record))).status, 404);
    });
  });
}

describe('Deleting in the admin area', () => {
  const needed = Object.values(models).flatMap((model) =>
    Object.entries(model.fields)
      .filter(
        ([name, { kind, required, isGenerated }]) =>
          kind === 'ref' && required && !isGenerated && name !== model.key,
      )
      .map(([name, { entity }]) => ({ model, name, target: models[entity] })),
  );
  for (const { model, name, target } of needed) {
    if (!makeable.includes(model.name) || !makeable.includes(target.name)) continue;

    test(`keeps what ${name} of a ${model.noun} needs`, async () => {
      const record = await app.make(target.name);
      const key = record[target.key];
      await app.make(model.name, { [name]: key });
      const { path } = adminEntities.find((entity) => entity.model === target);
      app.assertShows(await boss.get(`/admin/${path}/delete/`, { key }), `1 ${model.noun}`);
      const { location } = await boss.post(`/admin/${path}/delete/`, { key });
      app.assertShows(await boss.get(location), 'is still in use, so it was not deleted.');
      assert.ok(await app.find(target.name, record));
    });
  }
});

describe('The users', () => {
  test('are made with a password that is kept as a hash', async () => {
    const values = {
      username: 'carl',
      email: 'carl@example.com',
      isActive: true,
      password: 'a long password',
    };
    assert.equal((await boss.post(`${users}new/`, values)).location, users);
    const carl = await find('carl');
    assert.match(carl.passwordHash, /^\$argon2id\$/);
    assert.equal(carl.isStaff, false);
    const secret = app.config.adminSecret;
    assert.ok(
      await findUserByPassword(app.db, { username: 'carl', password: 'a long password', secret }),
    );
    app.assertShows(await boss.get(users, { q: 'CARL@' }), 'carl@example.com');
  });

  test('need a name that is free, and a password', async () => {
    const page = await boss.post(`${users}new/`, { username: 'boss', password: 'short' });
    app.assertRefused(page, 'username', 'password');
    app.assertShows(page, 'already exists', 'is shorter than 8 characters');
  });

  test('have the name of nobody else, in capitals or not', async () => {
    await app.addUser('änne');
    for (const username of ['BOSS', 'ÄNNE', 'ｂｏｓｓ']) {
      const page = await boss.post(`${users}new/`, { username, password: 'a long password' });
      app.assertRefused(page, 'username');
    }
    const { id } = await app.addUser('fred');
    app.assertRefused(
      await boss.post(`${users}${id}/edit/`, { username: 'Boss', isActive: true }),
      'username',
    );
    const values = { username: 'FRED', isActive: true };
    assert.equal((await boss.post(`${users}${id}/edit/`, values)).location, users);
  });

  test('keep names that differ only in capitals where they have them already', async () => {
    const { id } = await app.addUser('gina');
    await app.addUser('GINA');
    const values = { username: 'gina', email: 'gina@example.com', isActive: true };
    assert.equal((await boss.post(`${users}${id}/edit/`, values)).location, users);
  });

  for (const [password, words] of [
    ['short', 'is shorter than 8 characters'],
    ['x'.repeat(1001), 'is longer than 1000 characters'],
    ['7291846350', 'has nothing but digits'],
    ['password', 'is one that many people use'],
    ['Iloveyou1', 'is one that many people use'],
    ['hildegard', 'is too similar to the username'],
    ['Hildegard7', 'is too similar to the username'],
    ['Mountain-X', 'is too similar to the email address'],
  ]) {
    test(`cannot have the password ${password.slice(0, 20)}: it ${words}`, async () => {
      const values = { username: 'hildegard', email: 'h@mountain.example', isActive: true };
      const page = await boss.post(`${users}new/`, { ...values, password });
      app.assertRefused(page, 'password');
      app.assertShows(page, words);
      assert.equal(await find('hildegard'), null);
      const { id } = await app.addUser('hildegard');
      app.assertRefused(
        await boss.post(`${users}${id}/edit/`, { ...values, newPassword: password }),
        'newPassword',
      );
      await boss.post(`${users}delete/`, { key: id });
    });
  }

  test('keep their password unless a new one is entered, which logs them out', async () => {
    const { id } = await app.addUser('dora');
    const dora = await app.logIn('dora');
    const edit = `${users}${id}/edit/`;
    await boss.post(edit, { username: 'dora', isActive: true });
    assert.equal((await dora.get('/')).status, 200);
    await boss.post(edit, { username: 'dora', isActive: true, newPassword: 'another password' });
    assert.equal((await dora.get('/')).status, 302);
    assert.equal((await dora.logIn('dora', 'another password')).location, '/');
  });

  test('cannot shut out themselves', async () => {
    const page = await boss.post(`${users}${bossId}/edit/`, { username: 'boss' });
    app.assertRefused(page, 'isStaff', 'isActive');
    app.assertShows(await boss.get(`${users}delete/?key=${bossId}`), 'You cannot delete yourself.');
    await boss.post(`${users}delete/`, { key: bossId });
    assert.ok(await find('boss'));
  });

  test('can be deleted', async () => {
    const { id } = await app.addUser('emil');
    assert.equal((await boss.post(`${users}delete/`, { key: id })).location, users);
    assert.equal(await find('emil'), null);
  });
});
