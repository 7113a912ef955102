import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Book', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Book', ['title', 'author', 'status', 'rating', 'notes']);
    const record = await app.make('Book', values);
    await app.assertSaved('Book', await app.find('Book', record), values);
  });

  test('is called by its title', async () => {
    const record = await app.make('Book');
    assert.equal(labelOf(models.Book, record), String(record.title));
  });

  test('fills in id', async () => {
    const record = await app.make('Book');
    assert.notEqual(record.id, null);
  });

  test('title is required', async () => {
    await app.assertInvalid('Book', { title: null }, 'title', 'is required');
  });

  test('title has a max length', async () => {
    await app.assertInvalid('Book', { title: 'x'.repeat(201) }, 'title', 'max length');
  });

  test('author is required', async () => {
    await app.assertInvalid('Book', { author: null }, 'author', 'is required');
  });

  test('author refers to a record', async () => {
    await app.assertInvalid(
      'Book',
      { author: '00000000-0000-4000-8000-999999999999' },
      'author',
      'not found',
    );
  });

  test('author protects its record', async () => {
    const target = await app.make('Author');
    await app.make('Book', { author: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Author', target));
  });

  test('status is one of its choices', async () => {
    await app.assertInvalid('Book', { status: 'not-a-choice' }, 'status', 'invalid choice');
  });

  test('status is one of its choices in the database', async () => {
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { status: 'not-a-choice' }));
  });

  test('status has a default', async () => {
    const record = await app.make('Book', { status: undefined });
    assert.deepEqual(record.status, 'to_read');
  });

  test('rating has the form of its type', async () => {
    await app.assertInvalid('Book', { rating: 'nonsense' }, 'rating', 'is no');
  });

  test('rating must be at least 1', async () => {
    await app.assertInvalid('Book', { rating: '0' }, 'rating', 'must be at least 1');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { rating: 0 }));
  });

  test('rating must be at most 5', async () => {
    await app.assertInvalid('Book', { rating: '6' }, 'rating', 'must be at most 5');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { rating: 6 }));
  });

  test('notes is null when it is left empty', async () => {
    const record = await app.make('Book', { notes: '' });
    assert.equal(record.notes, null);
  });

  test('fills in added_at', async () => {
    const record = await app.make('Book');
    assert.notEqual(record.added_at, null);
  });

  test('title and author are unique together', async () => {
    const record = await app.make('Book');
    const twin = await app.make('Book');
    await app.assertInvalid(
      'Book',
      { title: record.title, author: record.author },
      '_record',
      'already exists',
    );
    await app.assertDatabaseRefuses(() =>
      app.change('Book', twin, { title: record.title, author: record.author }),
    );
  });
});
