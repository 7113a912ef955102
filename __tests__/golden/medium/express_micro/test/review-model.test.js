import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Review', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Review', ['book', 'member', 'stars', 'text']);
    const record = await app.make('Review', values);
    await app.assertSaved('Review', await app.find('Review', record), values);
  });

  test('is called by its id', async () => {
    const record = await app.make('Review');
    assert.equal(labelOf(models.Review, record), String(record.id));
  });

  test('fills in id', async () => {
    const record = await app.make('Review');
    assert.notEqual(record.id, null);
  });

  test('book is required', async () => {
    await app.assertInvalid('Review', { book: null }, 'book', 'is required');
  });

  test('book refers to a record', async () => {
    await app.assertInvalid(
      'Review',
      { book: '00000000-0000-4000-8000-999999999999' },
      'book',
      'not found',
    );
  });

  test('book protects its record', async () => {
    const target = await app.make('Book');
    await app.make('Review', { book: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Book', target));
  });

  test('member is required', async () => {
    await app.assertInvalid('Review', { member: null }, 'member', 'is required');
  });

  test('member refers to a record', async () => {
    await app.assertInvalid(
      'Review',
      { member: '00000000-0000-4000-8000-999999999999' },
      'member',
      'not found',
    );
  });

  test('member protects its record', async () => {
    const target = await app.make('Member');
    await app.make('Review', { member: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Member', target));
  });

  test('stars is required', async () => {
    await app.assertInvalid('Review', { stars: null }, 'stars', 'is required');
  });

  test('stars has the form of its type', async () => {
    await app.assertInvalid('Review', { stars: 'nonsense' }, 'stars', 'is no');
  });

  test('stars must be at least 1', async () => {
    await app.assertInvalid('Review', { stars: '0' }, 'stars', 'must be at least 1');
    const record = await app.make('Review');
    await app.assertDatabaseRefuses(() => app.change('Review', record, { stars: 0 }));
  });

  test('stars must be at most 5', async () => {
    await app.assertInvalid('Review', { stars: '6' }, 'stars', 'must be at most 5');
    const record = await app.make('Review');
    await app.assertDatabaseRefuses(() => app.change('Review', record, { stars: 6 }));
  });

  test('text is required', async () => {
    await app.assertInvalid('Review', { text: null }, 'text', 'is required');
  });

  test('fills in created_at', async () => {
    const record = await app.make('Review');
    assert.notEqual(record.created_at, null);
  });

  test('book and member are unique together', async () => {
    const record = await app.make('Review');
    const twin = await app.make('Review');
    await app.assertInvalid(
      'Review',
      { book: record.book, member: record.member },
      '_record',
      'already exists',
    );
    await app.assertDatabaseRefuses(() =>
      app.change('Review', twin, { book: record.book, member: record.member }),
    );
  });
});
