import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Authors', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/authors/');
  });

  test('shows a record', async () => {
    const record = await app.make('Author');
    assert.deepEqual(await app.listKeys('/authors/'), [record.id]);
    app.assertShows(await app.getPage('/authors/'), record.name);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Author', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/authors/');
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/authors/'), 'There are no authors yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Author', 30);
    const first = await app.listKeys('/authors/');
    const second = await app.listKeys('/authors/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/authors/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/authors/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/authors/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Author');
    assert.deepEqual(await app.listKeys('/authors/', { sort: 'no_such_field' }), [record.id]);
  });

  test('searches in name', async () => {
    const record = await app.make('Author', { name: 'needle' });
    await app.make('Author');
    assert.deepEqual(await app.listKeys('/authors/', { q: 'NEEDLE' }), [record.id]);
  });

  test('searches in country', async () => {
    const record = await app.make('Author', { country: 'needle' });
    await app.make('Author');
    assert.deepEqual(await app.listKeys('/authors/', { q: 'NEEDLE' }), [record.id]);
  });

  test('sorts by name', async () => {
    const lower = await app.make('Author', { name: 'aaa' });
    const upper = await app.make('Author', { name: 'bbb' });
    const rising = await app.listKeys('/authors/', { sort: 'name' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/authors/', { sort: '-name' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by country', async () => {
    const lower = await app.make('Author', { country: 'aaa' });
    const upper = await app.make('Author', { country: 'bbb' });
    const rising = await app.listKeys('/authors/', { sort: 'country' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/authors/', { sort: '-country' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Author');
    const page = await app.getPage('/authors/', { q: 'no such text' });
    app.assertShows(page, 'No authors match.');
    assert.deepEqual(await app.listKeys('/authors/', { q: '%%%' }), []);
  });
});

describe('New author', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/authors/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/authors/new/'), 'Name', 'Country');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Author', ['name', 'country']);
    const page = await app.send('/authors/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Author');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Author', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/authors/new/', { name: '' });
    app.assertRefused(page, 'name');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Author'), []);
  });

  test('refuses name: too long', async () => {
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send('/authors/new/', wrong), 'name');
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Author');
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, name: other.name };
    const page = await app.send('/authors/new/', wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });

  test('refuses country: too long', async () => {
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, country: 'x'.repeat(61) };
    app.assertRefused(await app.send('/authors/new/', wrong), 'country');
  });
});

describe('Author', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Author');
    await app.assertNeedsLogin(`/authors/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Author');
    const page = await app.getPage(`/authors/${record.id}/`);
    app.assertShows(page, 'Name', 'Country');
    app.assertShows(page, record.name);
    app.assertShows(page, record.country);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Author');
    await app.remove('Author', record);
    await app.assertNotFound(`/authors/${record.id}/`);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Author', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage(`/authors/${record.id}/`);
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });
});

describe('Edit author', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Author');
    await app.assertNeedsLogin(`/authors/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Author');
    app.assertShows(await app.getPage(`/authors/${record.id}/edit/`), 'Name', 'Country');
  });

  test('changes the record', async () => {
    const record = await app.make('Author');
    const values = await app.valuesFor('Author', ['name', 'country']);
    const page = await app.send(`/authors/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Author', await app.find('Author', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Author');
    const page = await app.send(`/authors/${record.id}/edit/`, { name: '' });
    app.assertRefused(page, 'name');
    app.assertShows(page, 'is required');
  });

  test('refuses name: too long', async () => {
    const record = await app.make('Author');
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send(`/authors/${record.id}/edit/`, wrong), 'name');
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Author');
    const record = await app.make('Author');
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, name: other.name };
    const page = await app.send(`/authors/${record.id}/edit/`, wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });

  test('refuses country: too long', async () => {
    const record = await app.make('Author');
    const values = await app.valuesFor('Author', ['name', 'country']);
    const wrong = { ...values, country: 'x'.repeat(61) };
    app.assertRefused(await app.send(`/authors/${record.id}/edit/`, wrong), 'country');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Author');
    await app.remove('Author', record);
    await app.assertNotFound(`/authors/${record.id}/edit/`);
  });
});

describe('Delete author', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Author');
    await app.assertNeedsLogin(`/authors/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Author');
    await app.getPage(`/authors/${record.id}/delete/`);
    assert.ok(await app.find('Author', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Author');
    const { location } = await app.send(`/authors/${record.id}/delete/`);
    assert.equal(await app.find('Author', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Author');
    await app.remove('Author', record);
    await app.assertNotFound(`/authors/${record.id}/delete/`);
  });

  test('keeps the record while author of a book needs it', async () => {
    const record = await app.make('Author');
    await app.make('Book', { author: record.id });
    await app.send(`/authors/${record.id}/delete/`);
    assert.ok(await app.find('Author', record));
    const page = await app.getPage(`/authors/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 book');
  });
});
