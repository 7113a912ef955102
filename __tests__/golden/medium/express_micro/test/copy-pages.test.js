import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Copies', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/copies/');
  });

  test('shows a record', async () => {
    const record = await app.make('Copy');
    assert.deepEqual(await app.listKeys('/copies/'), [record.id]);
    app.assertShows(await app.getPage('/copies/'), record.shelf);
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/copies/'), 'There are no copies yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Copy', 30);
    const first = await app.listKeys('/copies/');
    const second = await app.listKeys('/copies/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/copies/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/copies/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/copies/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Copy');
    assert.deepEqual(await app.listKeys('/copies/', { sort: 'no_such_field' }), [record.id]);
  });

  test('searches in shelf', async () => {
    const record = await app.make('Copy', { shelf: 'needle' });
    await app.make('Copy');
    assert.deepEqual(await app.listKeys('/copies/', { q: 'NEEDLE' }), [record.id]);
  });

  test('filters by book', async () => {
    const wanted = await app.make('Book');
    const record = await app.make('Copy', { book: wanted.id });
    await app.make('Copy');
    const found = await app.listKeys('/copies/', { book: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by condition', async () => {
    const record = await app.make('Copy', { condition: 'new' });
    await app.make('Copy', { condition: 'good' });
    const found = await app.listKeys('/copies/', { condition: 'new' });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by is_reference', async () => {
    const record = await app.make('Copy', { is_reference: false });
    await app.make('Copy', { is_reference: true });
    const found = await app.listKeys('/copies/', { is_reference: 'false' });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by book', async () => {
    const first = await app.make('Book', { title: 'aaa' });
    const second = await app.make('Book', { title: 'bbb' });
    const lower = await app.make('Copy', { book: first.id });
    const upper = await app.make('Copy', { book: second.id });
    const rising = await app.listKeys('/copies/', { sort: 'book' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/copies/', { sort: '-book' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by condition', async () => {
    const lower = await app.make('Copy', { condition: 'new' });
    const upper = await app.make('Copy', { condition: 'good' });
    const rising = await app.listKeys('/copies/', { sort: 'condition' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/copies/', { sort: '-condition' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by is_reference', async () => {
    const lower = await app.make('Copy', { is_reference: false });
    const upper = await app.make('Copy', { is_reference: true });
    const rising = await app.listKeys('/copies/', { sort: 'is_reference' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/copies/', { sort: '-is_reference' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by shelf', async () => {
    const lower = await app.make('Copy', { shelf: 'aaa' });
    const upper = await app.make('Copy', { shelf: 'bbb' });
    const rising = await app.listKeys('/copies/', { sort: 'shelf' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/copies/', { sort: '-shelf' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Copy');
    const page = await app.getPage('/copies/', { q: 'no such text' });
    app.assertShows(page, 'No copies match.');
    assert.deepEqual(await app.listKeys('/copies/', { q: '%%%' }), []);
  });
});

describe('New copy', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/copies/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(
      await app.getPage('/copies/new/'),
      'Book',
      'Barcode',
      'Condition',
      'Acquired',
      'Reference only',
      'Shelf',
    );
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const page = await app.send('/copies/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Copy');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Copy', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/copies/new/', { book: '', barcode: '', condition: '' });
    app.assertRefused(page, 'book', 'barcode', 'condition');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Copy'), []);
  });

  test('refuses barcode: wrong form', async () => {
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const wrong = { ...values, barcode: 'nonsense' };
    app.assertRefused(await app.send('/copies/new/', wrong), 'barcode');
  });

  test('refuses barcode: taken', async () => {
    const other = await app.make('Copy');
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const wrong = { ...values, barcode: other.barcode };
    const page = await app.send('/copies/new/', wrong);
    app.assertRefused(page, 'barcode');
    app.assertShows(page, 'already exists');
  });

  test('refuses condition: not a choice', async () => {
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const wrong = { ...values, condition: 'not-a-choice' };
    app.assertRefused(await app.send('/copies/new/', wrong), 'condition');
  });

  test('refuses acquired: wrong form', async () => {
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const wrong = { ...values, acquired: 'nonsense' };
    app.assertRefused(await app.send('/copies/new/', wrong), 'acquired');
  });

  test('refuses shelf: too long', async () => {
    const values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    const wrong = { ...values, shelf: 'xxxxxxxxxxxxxxxxxxxxx' };
    app.assertRefused(await app.send('/copies/new/', wrong), 'shelf');
  });
});

describe('Copy', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Copy');
    await app.assertNeedsLogin(`/copies/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Copy');
    const page = await app.getPage(`/copies/${record.id}/`);
    app.assertShows(page, 'Book', 'Barcode', 'Condition', 'Acquired', 'Shelf', 'Checked');
    app.assertShows(page, record.shelf);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Copy');
    await app.remove('Copy', record);
    await app.assertNotFound(`/copies/${record.id}/`);
  });
});

describe('Edit copy', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Copy');
    await app.assertNeedsLogin(`/copies/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Copy');
    app.assertShows(
      await app.getPage(`/copies/${record.id}/edit/`),
      'Book',
      'Condition',
      'Shelf',
      'Checked',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['book', 'condition', 'shelf', 'check']);
    const page = await app.send(`/copies/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Copy', await app.find('Copy', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Copy');
    const page = await app.send(`/copies/${record.id}/edit/`, { book: '', condition: '' });
    app.assertRefused(page, 'book', 'condition');
    app.assertShows(page, 'is required');
  });

  test('refuses condition: not a choice', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['book', 'condition', 'shelf', 'check']);
    const wrong = { ...values, condition: 'not-a-choice' };
    app.assertRefused(await app.send(`/copies/${record.id}/edit/`, wrong), 'condition');
  });

  test('refuses shelf: too long', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['book', 'condition', 'shelf', 'check']);
    const wrong = { ...values, shelf: 'xxxxxxxxxxxxxxxxxxxxx' };
    app.assertRefused(await app.send(`/copies/${record.id}/edit/`, wrong), 'shelf');
  });

  test('refuses check: wrong form', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['book', 'condition', 'shelf', 'check']);
    const wrong = { ...values, check: 'nonsense' };
    app.assertRefused(await app.send(`/copies/${record.id}/edit/`, wrong), 'check');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Copy');
    await app.remove('Copy', record);
    await app.assertNotFound(`/copies/${record.id}/edit/`);
  });
});

describe('Check a copy', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Copy');
    await app.assertNeedsLogin(`/copies/${record.id}/copy_check/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Copy');
    app.assertShows(await app.getPage(`/copies/${record.id}/copy_check/`), 'Condition', 'Checked');
  });

  test('changes the record', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['condition', 'check']);
    const page = await app.send(`/copies/${record.id}/copy_check/`, values, 'done');
    assert.equal(page.status, 302);
    await app.assertSaved('Copy', await app.find('Copy', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Copy');
    const page = await app.send(`/copies/${record.id}/copy_check/`, { condition: '' });
    app.assertRefused(page, 'condition');
    app.assertShows(page, 'is required');
  });

  test('refuses condition: not a choice', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['condition', 'check']);
    const wrong = { ...values, condition: 'not-a-choice' };
    app.assertRefused(await app.send(`/copies/${record.id}/copy_check/`, wrong), 'condition');
  });

  test('refuses check: wrong form', async () => {
    const record = await app.make('Copy');
    const values = await app.valuesFor('Copy', ['condition', 'check']);
    const wrong = { ...values, check: 'nonsense' };
    app.assertRefused(await app.send(`/copies/${record.id}/copy_check/`, wrong), 'check');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Copy');
    await app.remove('Copy', record);
    await app.assertNotFound(`/copies/${record.id}/copy_check/`);
  });
});

describe('Delete copy', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Copy');
    await app.assertNeedsLogin(`/copies/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Copy');
    await app.getPage(`/copies/${record.id}/delete/`);
    assert.ok(await app.find('Copy', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Copy');
    const { location } = await app.send(`/copies/${record.id}/delete/`);
    assert.equal(await app.find('Copy', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Copy');
    await app.remove('Copy', record);
    await app.assertNotFound(`/copies/${record.id}/delete/`);
  });

  test('keeps the record while copy of a loan needs it', async () => {
    const record = await app.make('Copy');
    await app.make('Loan', { copy: record.id });
    await app.send(`/copies/${record.id}/delete/`);
    assert.ok(await app.find('Copy', record));
    const page = await app.getPage(`/copies/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 loan');
  });
});
