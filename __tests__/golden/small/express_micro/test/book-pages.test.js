import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Books', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/books/');
  });

  test('shows a record', async () => {
    const record = await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/'), [record.id]);
    app.assertShows(await app.getPage('/books/'), record.title);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Book', { title: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/books/');
    app.assertShows(page, record.title);
    assert.ok(!page.text.includes(record.title));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/books/'), 'There are no books yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Book', 30);
    const first = await app.listKeys('/books/');
    const second = await app.listKeys('/books/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/books/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/books/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/books/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/', { sort: 'no_such_field' }), [record.id]);
  });

  test('shows the newest first', async () => {
    const older = await app.make('Book');
    await app.change('Book', older, { added_at: new Date('2024-01-01') });
    const newer = await app.make('Book');
    await app.change('Book', newer, { added_at: new Date('2024-02-01') });
    assert.deepEqual(await app.listKeys('/books/'), [newer.id, older.id]);
  });

  test('searches in title', async () => {
    const record = await app.make('Book', { title: 'needle' });
    await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/', { q: 'NEEDLE' }), [record.id]);
  });

  test('filters by author', async () => {
    const wanted = await app.make('Author');
    const record = await app.make('Book', { author: wanted.id });
    await app.make('Book');
    const found = await app.listKeys('/books/', { author: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by status', async () => {
    const record = await app.make('Book', { status: 'to_read' });
    await app.make('Book', { status: 'reading' });
    const found = await app.listKeys('/books/', { status: 'to_read' });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by title', async () => {
    const lower = await app.make('Book', { title: 'aaa' });
    const upper = await app.make('Book', { title: 'bbb' });
    const rising = await app.listKeys('/books/', { sort: 'title' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-title' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by author', async () => {
    const first = await app.make('Author', { name: 'aaa' });
    const second = await app.make('Author', { name: 'bbb' });
    const lower = await app.make('Book', { author: first.id });
    const upper = await app.make('Book', { author: second.id });
    const rising = await app.listKeys('/books/', { sort: 'author' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-author' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by status', async () => {
    const lower = await app.make('Book', { status: 'to_read' });
    const upper = await app.make('Book', { status: 'reading' });
    const rising = await app.listKeys('/books/', { sort: 'status' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-status' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by rating', async () => {
    const lower = await app.make('Book', { rating: 1 });
    const upper = await app.make('Book', { rating: 2 });
    const rising = await app.listKeys('/books/', { sort: 'rating' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-rating' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Book');
    const page = await app.getPage('/books/', { q: 'no such text' });
    app.assertShows(page, 'No books match.');
    assert.deepEqual(await app.listKeys('/books/', { q: '%%%' }), []);
  });
});

describe('New book', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/books/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/books/new/'), 'Title', 'Author', 'Notes');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Book', ['title', 'author', 'notes']);
    const page = await app.send('/books/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Book');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Book', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/books/new/', { title: '', author: '' });
    app.assertRefused(page, 'title', 'author');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Book'), []);
  });

  test('refuses title: too long', async () => {
    const values = await app.valuesFor('Book', ['title', 'author', 'notes']);
    const wrong = { ...values, title: 'x'.repeat(201) };
    app.assertRefused(await app.send('/books/new/', wrong), 'title');
  });
});

describe('Book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Book');
    const page = await app.getPage(`/books/${record.id}/`);
    app.assertShows(page, 'Title', 'Author', 'Status', 'Rating', 'Notes', 'Added');
    app.assertShows(page, record.title);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/`);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Book', { title: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage(`/books/${record.id}/`);
    app.assertShows(page, record.title);
    assert.ok(!page.text.includes(record.title));
  });
});

describe('Edit book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Book');
    app.assertShows(
      await app.getPage(`/books/${record.id}/edit/`),
      'Title',
      'Author',
      'Status',
      'Rating',
      'Notes',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const page = await app.send(`/books/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Book', await app.find('Book', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Book');
    const page = await app.send(`/books/${record.id}/edit/`, { title: '', author: '', status: '' });
    app.assertRefused(page, 'title', 'author', 'status');
    app.assertShows(page, 'is required');
  });

  test('refuses title: too long', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const wrong = { ...values, title: 'x'.repeat(201) };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'title');
  });

  test('refuses status: not a choice', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const wrong = { ...values, status: 'not-a-choice' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'status');
  });

  test('refuses rating: wrong form', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const wrong = { ...values, rating: 'nonsense' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'rating');
  });

  test('refuses rating: too small', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const wrong = { ...values, rating: '0' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'rating');
  });

  test('refuses rating: too large', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const wrong = { ...values, rating: '6' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'rating');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/edit/`);
  });
});

describe('Delete book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Book');
    await app.getPage(`/books/${record.id}/delete/`);
    assert.ok(await app.find('Book', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Book');
    const { location } = await app.send(`/books/${record.id}/delete/`);
    assert.equal(await app.find('Book', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/delete/`);
  });
});
