import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('People', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/people/');
  });

  test('shows a record', async () => {
    const record = await app.make('Person');
    assert.deepEqual(await app.listKeys('/people/'), [record.id]);
    app.assertShows(await app.getPage('/people/'), record.name);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Person', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/people/');
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/people/'), 'There are no people yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Person', 30);
    const first = await app.listKeys('/people/');
    const second = await app.listKeys('/people/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/people/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/people/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/people/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Person');
    assert.deepEqual(await app.listKeys('/people/', { sort: 'no_such_field' }), [record.id]);
  });

  test('searches in name', async () => {
    const record = await app.make('Person', { name: 'needle' });
    await app.make('Person');
    assert.deepEqual(await app.listKeys('/people/', { q: 'NEEDLE' }), [record.id]);
  });

  test('sorts by name', async () => {
    const lower = await app.make('Person', { name: 'aaa' });
    const upper = await app.make('Person', { name: 'bbb' });
    const rising = await app.listKeys('/people/', { sort: 'name' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/people/', { sort: '-name' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by born', async () => {
    const lower = await app.make('Person', { born: '2024-01-01' });
    const upper = await app.make('Person', { born: '2024-02-01' });
    const rising = await app.listKeys('/people/', { sort: 'born' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/people/', { sort: '-born' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Person');
    const page = await app.getPage('/people/', { q: 'no such text' });
    app.assertShows(page, 'No people match.');
    assert.deepEqual(await app.listKeys('/people/', { q: '%%%' }), []);
  });
});

describe('New person', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/people/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/people/new/'), 'Name', 'Born', 'Website', 'Biography');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const page = await app.send('/people/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Person');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Person', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/people/new/', { name: '' });
    app.assertRefused(page, 'name');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Person'), []);
  });

  test('refuses name: too long', async () => {
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send('/people/new/', wrong), 'name');
  });

  test('refuses born: wrong form', async () => {
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, born: 'nonsense' };
    app.assertRefused(await app.send('/people/new/', wrong), 'born');
  });

  test('refuses website: wrong form', async () => {
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, website: 'not a url' };
    app.assertRefused(await app.send('/people/new/', wrong), 'website');
  });
});

describe('Person', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Person');
    await app.assertNeedsLogin(`/people/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Person');
    const page = await app.getPage(`/people/${record.id}/`);
    app.assertShows(page, 'Name', 'Born', 'Website', 'Biography');
    app.assertShows(page, record.name);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Person');
    await app.remove('Person', record);
    await app.assertNotFound(`/people/${record.id}/`);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Person', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage(`/people/${record.id}/`);
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });
});

describe('Edit person', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Person');
    await app.assertNeedsLogin(`/people/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Person');
    app.assertShows(
      await app.getPage(`/people/${record.id}/edit/`),
      'Name',
      'Born',
      'Website',
      'Biography',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Person');
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const page = await app.send(`/people/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Person', await app.find('Person', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Person');
    const page = await app.send(`/people/${record.id}/edit/`, { name: '' });
    app.assertRefused(page, 'name');
    app.assertShows(page, 'is required');
  });

  test('refuses name: too long', async () => {
    const record = await app.make('Person');
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send(`/people/${record.id}/edit/`, wrong), 'name');
  });

  test('refuses born: wrong form', async () => {
    const record = await app.make('Person');
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, born: 'nonsense' };
    app.assertRefused(await app.send(`/people/${record.id}/edit/`, wrong), 'born');
  });

  test('refuses website: wrong form', async () => {
    const record = await app.make('Person');
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const wrong = { ...values, website: 'not a url' };
    app.assertRefused(await app.send(`/people/${record.id}/edit/`, wrong), 'website');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Person');
    await app.remove('Person', record);
    await app.assertNotFound(`/people/${record.id}/edit/`);
  });
});

describe('Delete person', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Person');
    await app.assertNeedsLogin(`/people/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Person');
    await app.getPage(`/people/${record.id}/delete/`);
    assert.ok(await app.find('Person', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Person');
    const { location } = await app.send(`/people/${record.id}/delete/`);
    assert.equal(await app.find('Person', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Person');
    await app.remove('Person', record);
    await app.assertNotFound(`/people/${record.id}/delete/`);
  });

  test('keeps the book that authors links', async () => {
    const record = await app.make('Person');
    const other = await app.make('Book', { authors: [record.id] });
    app.assertShows(await app.getPage(`/people/${record.id}/delete/`), '1 book');
    await app.send(`/people/${record.id}/delete/`);
    assert.equal(await app.find('Person', record), null);
    assert.ok(await app.find('Book', other));
  });
});
