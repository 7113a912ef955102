import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Book', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Book', [
      'isbn',
      'title',
      'subtitle',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
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

  test('isbn has a max length', async () => {
    await app.assertInvalid('Book', { isbn: 'x'.repeat(14) }, 'isbn', 'max length');
  });

  test('isbn matches its pattern', async () => {
    await app.assertInvalid('Book', { isbn: '?' }, 'isbn', 'does not match');
  });

  test('isbn is unique', async () => {
    const record = await app.make('Book');
    const twin = await app.make('Book');
    await app.assertInvalid('Book', { isbn: record.isbn }, 'isbn', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Book', twin, { isbn: record.isbn }));
  });

  test('isbn is null when it is left empty', async () => {
    const record = await app.make('Book', { isbn: '' });
    assert.equal(record.isbn, null);
  });

  test('title is required', async () => {
    await app.assertInvalid('Book', { title: null }, 'title', 'is required');
  });

  test('title has a max length', async () => {
    await app.assertInvalid('Book', { title: 'x'.repeat(201) }, 'title', 'max length');
  });

  test('subtitle has a max length', async () => {
    await app.assertInvalid('Book', { subtitle: 'x'.repeat(201) }, 'subtitle', 'max length');
  });

  test('subtitle is null when it is left empty', async () => {
    const record = await app.make('Book', { subtitle: '' });
    assert.equal(record.subtitle, null);
  });

  test('authors links records', async () => {
    const other = await app.make('Person');
    const values = { authors: [other.id] };
    const record = await app.make('Book', values);
    await app.assertSaved('Book', record, values);
  });

  test('subjects links records', async () => {
    const other = await app.make('Subject');
    const values = { subjects: [other.code] };
    const record = await app.make('Book', values);
    await app.assertSaved('Book', record, values);
  });

  test('class is required', async () => {
    await app.assertInvalid('Book', { class: null }, 'class', 'is required');
  });

  test('class refers to a record', async () => {
    await app.assertInvalid('Book', { class: 999999 }, 'class', 'not found');
  });

  test('class protects its record', async () => {
    const target = await app.make('Class');
    await app.make('Book', { class: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Class', target));
  });

  test('language is one of its choices', async () => {
    await app.assertInvalid('Book', { language: 'not-a-choice' }, 'language', 'invalid choice');
  });

  test('language is one of its choices in the database', async () => {
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { language: 'not-a-choice' }));
  });

  test('language has a default', async () => {
    const record = await app.make('Book', { language: undefined });
    assert.deepEqual(record.language, 'english');
  });

  test('published has the form of its type', async () => {
    await app.assertInvalid('Book', { published: 'nonsense' }, 'published', 'is no');
  });

  test('pages has the form of its type', async () => {
    await app.assertInvalid('Book', { pages: 'nonsense' }, 'pages', 'is no');
  });

  test('pages must be at least 1', async () => {
    await app.assertInvalid('Book', { pages: '0' }, 'pages', 'must be at least 1');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { pages: 0 }));
  });

  test('pages must be at most 20000', async () => {
    await app.assertInvalid('Book', { pages: '20001' }, 'pages', 'must be at most 20000');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { pages: 20001 }));
  });

  test('price has the form of its type', async () => {
    await app.assertInvalid('Book', { price: 'nonsense' }, 'price', 'is no');
  });

  test('price must be at least 0', async () => {
    await app.assertInvalid('Book', { price: '-1' }, 'price', 'must be at least 0');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { price: '-1' }));
  });

  test('price must be at most 99999.99', async () => {
    await app.assertInvalid('Book', { price: '100000.99' }, 'price', 'must be at most 99999.99');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { price: '100000.99' }));
  });

  test('price has a default', async () => {
    const record = await app.make('Book', { price: '' });
    assert.deepEqual(Number(record.price), 0);
  });

  test('weight has the form of its type', async () => {
    await app.assertInvalid('Book', { weight: 'nonsense' }, 'weight', 'is no');
  });

  test('weight must be at least 0', async () => {
    await app.assertInvalid('Book', { weight: '-1' }, 'weight', 'must be at least 0');
    const record = await app.make('Book');
    await app.assertDatabaseRefuses(() => app.change('Book', record, { weight: -1 }));
  });

  test('extra has the form of its type', async () => {
    await app.assertInvalid('Book', { extra: '{broken' }, 'extra', 'is no');
  });

  test('summary is null when it is left empty', async () => {
    const record = await app.make('Book', { summary: '' });
    assert.equal(record.summary, null);
  });

  test('fills in created_at', async () => {
    const record = await app.make('Book');
    assert.notEqual(record.created_at, null);
  });

  test('fills in updated_at', async () => {
    const record = await app.make('Book');
    assert.notEqual(record.updated_at, null);
  });
});
