import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Reviews', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/reviews/');
  });

  test('shows a record', async () => {
    const record = await app.make('Review');
    assert.deepEqual(await app.listKeys('/reviews/'), [record.id]);
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/reviews/'), 'There are no reviews yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Review', 30);
    const first = await app.listKeys('/reviews/');
    const second = await app.listKeys('/reviews/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/reviews/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/reviews/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/reviews/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Review');
    assert.deepEqual(await app.listKeys('/reviews/', { sort: 'no_such_field' }), [record.id]);
  });

  test('shows the newest first', async () => {
    const older = await app.make('Review');
    await app.change('Review', older, { created_at: new Date('2024-01-01') });
    const newer = await app.make('Review');
    await app.change('Review', newer, { created_at: new Date('2024-02-01') });
    assert.deepEqual(await app.listKeys('/reviews/'), [newer.id, older.id]);
  });

  test('filters by book', async () => {
    const wanted = await app.make('Book');
    const record = await app.make('Review', { book: wanted.id });
    await app.make('Review');
    const found = await app.listKeys('/reviews/', { book: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by member', async () => {
    const wanted = await app.make('Member');
    const record = await app.make('Review', { member: wanted.id });
    await app.make('Review');
    const found = await app.listKeys('/reviews/', { member: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by book', async () => {
    const first = await app.make('Book', { title: 'aaa' });
    const second = await app.make('Book', { title: 'bbb' });
    const lower = await app.make('Review', { book: first.id });
    const upper = await app.make('Review', { book: second.id });
    const rising = await app.listKeys('/reviews/', { sort: 'book' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/reviews/', { sort: '-book' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by member', async () => {
    const first = await app.make('Member', { name: 'aaa' });
    const second = await app.make('Member', { name: 'bbb' });
    const lower = await app.make('Review', { member: first.id });
    const upper = await app.make('Review', { member: second.id });
    const rising = await app.listKeys('/reviews/', { sort: 'member' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/reviews/', { sort: '-member' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by stars', async () => {
    const lower = await app.make('Review', { stars: 1 });
    const upper = await app.make('Review', { stars: 2 });
    const rising = await app.listKeys('/reviews/', { sort: 'stars' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/reviews/', { sort: '-stars' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by created_at', async () => {
    const lower = await app.make('Review');
    await app.change('Review', lower, { created_at: new Date('2024-01-01') });
    const upper = await app.make('Review');
    await app.change('Review', upper, { created_at: new Date('2024-02-01') });
    const rising = await app.listKeys('/reviews/', { sort: 'created_at' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/reviews/', { sort: '-created_at' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });
});

describe('New review', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/reviews/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/reviews/new/'), 'Book', 'Member', 'Stars', 'Text');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Review', ['book', 'member', 'stars', 'text']);
    const page = await app.send('/reviews/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Review');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Review', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/reviews/new/', { book: '', member: '', stars: '', text: '' });
    app.assertRefused(page, 'book', 'member', 'stars', 'text');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Review'), []);
  });

  test('refuses stars: wrong form', async () => {
    const values = await app.valuesFor('Review', ['book', 'member', 'stars', 'text']);
    const wrong = { ...values, stars: 'nonsense' };
    app.assertRefused(await app.send('/reviews/new/', wrong), 'stars');
  });

  test('refuses stars: too small', async () => {
    const values = await app.valuesFor('Review', ['book', 'member', 'stars', 'text']);
    const wrong = { ...values, stars: '0' };
    app.assertRefused(await app.send('/reviews/new/', wrong), 'stars');
  });

  test('refuses stars: too large', async () => {
    const values = await app.valuesFor('Review', ['book', 'member', 'stars', 'text']);
    const wrong = { ...values, stars: '6' };
    app.assertRefused(await app.send('/reviews/new/', wrong), 'stars');
  });
});
