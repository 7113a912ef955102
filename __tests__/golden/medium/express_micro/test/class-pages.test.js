import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Shelf classes', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/classes/');
  });

  test('shows a record', async () => {
    const record = await app.make('Class');
    assert.deepEqual(await app.listKeys('/classes/'), [record.id]);
    app.assertShows(await app.getPage('/classes/'), record.name);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Class', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/classes/');
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/classes/'), 'There are no shelf classes yet.');
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Class');
    assert.deepEqual(await app.listKeys('/classes/', { sort: 'no_such_field' }), [record.id]);
  });

  test('searches in name', async () => {
    const record = await app.make('Class', { name: 'needle' });
    await app.make('Class');
    assert.deepEqual(await app.listKeys('/classes/', { q: 'NEEDLE' }), [record.id]);
  });

  test('filters by import', async () => {
    const record = await app.make('Class', { import: false });
    await app.make('Class', { import: true });
    const found = await app.listKeys('/classes/', { import: 'false' });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by name', async () => {
    const lower = await app.make('Class', { name: 'aaa' });
    const upper = await app.make('Class', { name: 'bbb' });
    const rising = await app.listKeys('/classes/', { sort: 'name' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/classes/', { sort: '-name' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by import', async () => {
    const lower = await app.make('Class', { import: false });
    const upper = await app.make('Class', { import: true });
    const rising = await app.listKeys('/classes/', { sort: 'import' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/classes/', { sort: '-import' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Class');
    const page = await app.getPage('/classes/', { q: 'no such text' });
    app.assertShows(page, 'No shelf classes match.');
    assert.deepEqual(await app.listKeys('/classes/', { q: '%%%' }), []);
  });
});

describe('New shelf class', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/classes/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(
      await app.getPage('/classes/new/'),
      'Name',
      'From',
      'To',
      'Imported',
      'Model',
      'More',
    );
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const page = await app.send('/classes/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Class');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Class', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/classes/new/', { name: '', from: '', to: '' });
    app.assertRefused(page, 'name', 'from', 'to');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Class'), []);
  });

  test('refuses name: too long', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, name: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'name');
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Class');
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, name: other.name };
    const page = await app.send('/classes/new/', wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });

  test('refuses from: too long', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, from: 'xxxxxxxxx' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'from');
  });

  test('refuses from: wrong pattern', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, from: '?' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'from');
  });

  test('refuses to: too long', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, to: 'xxxxxxxxx' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'to');
  });

  test('refuses to: wrong pattern', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, to: '?' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'to');
  });

  test('refuses model: too long', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, model: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'model');
  });

  test('refuses objects: wrong form', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const wrong = { ...values, objects: '{broken' };
    app.assertRefused(await app.send('/classes/new/', wrong), 'objects');
  });
});

describe('Edit shelf class', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Class');
    await app.assertNeedsLogin(`/classes/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Class');
    app.assertShows(
      await app.getPage(`/classes/${record.id}/edit/`),
      'Name',
      'From',
      'To',
      'Imported',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const page = await app.send(`/classes/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Class', await app.find('Class', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Class');
    const page = await app.send(`/classes/${record.id}/edit/`, { name: '', from: '', to: '' });
    app.assertRefused(page, 'name', 'from', 'to');
    app.assertShows(page, 'is required');
  });

  test('refuses name: too long', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, name: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' };
    app.assertRefused(await app.send(`/classes/${record.id}/edit/`, wrong), 'name');
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Class');
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, name: other.name };
    const page = await app.send(`/classes/${record.id}/edit/`, wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });

  test('refuses from: too long', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, from: 'xxxxxxxxx' };
    app.assertRefused(await app.send(`/classes/${record.id}/edit/`, wrong), 'from');
  });

  test('refuses from: wrong pattern', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, from: '?' };
    app.assertRefused(await app.send(`/classes/${record.id}/edit/`, wrong), 'from');
  });

  test('refuses to: too long', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, to: 'xxxxxxxxx' };
    app.assertRefused(await app.send(`/classes/${record.id}/edit/`, wrong), 'to');
  });

  test('refuses to: wrong pattern', async () => {
    const record = await app.make('Class');
    const values = await app.valuesFor('Class', ['name', 'from', 'to', 'import']);
    const wrong = { ...values, to: '?' };
    app.assertRefused(await app.send(`/classes/${record.id}/edit/`, wrong), 'to');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Class');
    await app.remove('Class', record);
    await app.assertNotFound(`/classes/${record.id}/edit/`);
  });
});

describe('Delete shelf class', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Class');
    await app.assertNeedsLogin(`/classes/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Class');
    await app.getPage(`/classes/${record.id}/delete/`);
    assert.ok(await app.find('Class', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Class');
    const { location } = await app.send(`/classes/${record.id}/delete/`);
    assert.equal(await app.find('Class', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Class');
    await app.remove('Class', record);
    await app.assertNotFound(`/classes/${record.id}/delete/`);
  });

  test('keeps the record while class of a book needs it', async () => {
    const record = await app.make('Class');
    await app.make('Book', { class: record.id });
    await app.send(`/classes/${record.id}/delete/`);
    assert.ok(await app.find('Class', record));
    const page = await app.getPage(`/classes/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 book');
  });
});
