import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Subjects', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/subjects/');
  });

  test('shows a record', async () => {
    const record = await app.make('Subject');
    assert.deepEqual(await app.listKeys('/subjects/'), [record.code]);
    app.assertShows(await app.getPage('/subjects/'), record.code);
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/subjects/'), 'There are no subjects yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Subject', 30);
    const first = await app.listKeys('/subjects/');
    const second = await app.listKeys('/subjects/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/subjects/'), 'page=2');
    const keys = records.map((record) => record.code);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/subjects/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/subjects/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Subject');
    assert.deepEqual(await app.listKeys('/subjects/', { sort: 'no_such_field' }), [record.code]);
  });

  test('searches in code', async () => {
    const record = await app.make('Subject', { code: 'needle' });
    await app.make('Subject');
    assert.deepEqual(await app.listKeys('/subjects/', { q: 'NEEDLE' }), [record.code]);
  });

  test('searches in name', async () => {
    const record = await app.make('Subject', { name: 'needle' });
    await app.make('Subject');
    assert.deepEqual(await app.listKeys('/subjects/', { q: 'NEEDLE' }), [record.code]);
  });

  test('filters by parent', async () => {
    const wanted = await app.make('Subject');
    const record = await app.make('Subject', { parent: wanted.code });
    await app.make('Subject');
    const found = await app.listKeys('/subjects/', { parent: wanted.code });
    assert.deepEqual(found, [record.code]);
  });

  test('sorts by code', async () => {
    const lower = await app.make('Subject', { code: 'aaa' });
    const upper = await app.make('Subject', { code: 'bbb' });
    const rising = await app.listKeys('/subjects/', { sort: 'code' });
    assert.deepEqual(rising, [lower.code, upper.code]);
    const falling = await app.listKeys('/subjects/', { sort: '-code' });
    assert.deepEqual(falling, [upper.code, lower.code]);
  });

  test('sorts by name', async () => {
    const lower = await app.make('Subject', { name: 'aaa' });
    const upper = await app.make('Subject', { name: 'bbb' });
    const rising = await app.listKeys('/subjects/', { sort: 'name' });
    assert.deepEqual(rising, [lower.code, upper.code]);
    const falling = await app.listKeys('/subjects/', { sort: '-name' });
    assert.deepEqual(falling, [upper.code, lower.code]);
  });

  test('finds nothing', async () => {
    await app.make('Subject');
    const page = await app.getPage('/subjects/', { q: 'no such text' });
    app.assertShows(page, 'No subjects match.');
    assert.deepEqual(await app.listKeys('/subjects/', { q: '%%%' }), []);
  });
});

describe('New subject', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/subjects/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/subjects/new/'), 'Code', 'Name', 'Part of');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Subject', ['code', 'name', 'parent']);
    const page = await app.send('/subjects/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Subject');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Subject', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/subjects/new/', { code: '', name: '' });
    app.assertRefused(page, 'code', 'name');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Subject'), []);
  });

  test('refuses code: too long', async () => {
    const values = await app.valuesFor('Subject', ['code', 'name', 'parent']);
    const wrong = { ...values, code: 'xxxxxxxxxxxxx' };
    app.assertRefused(await app.send('/subjects/new/', wrong), 'code');
  });

  test('refuses code: taken', async () => {
    const other = await app.make('Subject');
    const values = await app.valuesFor('Subject', ['code', 'name', 'parent']);
    const wrong = { ...values, code: other.code };
    const page = await app.send('/subjects/new/', wrong);
    app.assertRefused(page, 'code');
    app.assertShows(page, 'already exists');
  });

  test('refuses name: too long', async () => {
    const values = await app.valuesFor('Subject', ['code', 'name', 'parent']);
    const wrong = { ...values, name: 'x'.repeat(81) };
    app.assertRefused(await app.send('/subjects/new/', wrong), 'name');
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Subject');
    const values = await app.valuesFor('Subject', ['code', 'name', 'parent']);
    const wrong = { ...values, name: other.name };
    const page = await app.send('/subjects/new/', wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });
});

describe('Edit subject', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Subject');
    await app.assertNeedsLogin(`/subjects/${encodeURIComponent(record.code)}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Subject');
    app.assertShows(
      await app.getPage(`/subjects/${encodeURIComponent(record.code)}/edit/`),
      'Name',
      'Part of',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Subject');
    const values = await app.valuesFor('Subject', ['name', 'parent']);
    const page = await app.send(`/subjects/${encodeURIComponent(record.code)}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Subject', await app.find('Subject', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Subject');
    const page = await app.send(`/subjects/${encodeURIComponent(record.code)}/edit/`, { name: '' });
    app.assertRefused(page, 'name');
    app.assertShows(page, 'is required');
  });

  test('refuses name: too long', async () => {
    const record = await app.make('Subject');
    const values = await app.valuesFor('Subject', ['name', 'parent']);
    const wrong = { ...values, name: 'x'.repeat(81) };
    app.assertRefused(
      await app.send(`/subjects/${encodeURIComponent(record.code)}/edit/`, wrong),
      'name',
    );
  });

  test('refuses name: taken', async () => {
    const other = await app.make('Subject');
    const record = await app.make('Subject');
    const values = await app.valuesFor('Subject', ['name', 'parent']);
    const wrong = { ...values, name: other.name };
    const page = await app.send(`/subjects/${encodeURIComponent(record.code)}/edit/`, wrong);
    app.assertRefused(page, 'name');
    app.assertShows(page, 'already exists');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Subject');
    await app.remove('Subject', record);
    await app.assertNotFound(`/subjects/${encodeURIComponent(record.code)}/edit/`);
  });
});

describe('Delete subject', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Subject');
    await app.assertNeedsLogin(`/subjects/${encodeURIComponent(record.code)}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Subject');
    await app.getPage(`/subjects/${encodeURIComponent(record.code)}/delete/`);
    assert.ok(await app.find('Subject', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Subject');
    const { location } = await app.send(`/subjects/${encodeURIComponent(record.code)}/delete/`);
    assert.equal(await app.find('Subject', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Subject');
    await app.remove('Subject', record);
    await app.assertNotFound(`/subjects/${encodeURIComponent(record.code)}/delete/`);
  });

  test('empties parent of a subject', async () => {
    const record = await app.make('Subject');
    const other = await app.make('Subject', { parent: record.code });
    app.assertShows(
      await app.getPage(`/subjects/${encodeURIComponent(record.code)}/delete/`),
      '1 subject',
    );
    await app.send(`/subjects/${encodeURIComponent(record.code)}/delete/`);
    const left = await app.find('Subject', other);
    assert.equal(left.parent, null);
  });

  test('keeps the book that subjects links', async () => {
    const record = await app.make('Subject');
    const other = await app.make('Book', { subjects: [record.code] });
    app.assertShows(
      await app.getPage(`/subjects/${encodeURIComponent(record.code)}/delete/`),
      '1 book',
    );
    await app.send(`/subjects/${encodeURIComponent(record.code)}/delete/`);
    assert.equal(await app.find('Subject', record), null);
    assert.ok(await app.find('Book', other));
  });
});
