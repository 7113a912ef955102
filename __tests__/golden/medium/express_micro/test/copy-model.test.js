import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Copy', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Copy', [
      'barcode',
      'book',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
      'check',
    ]);
    const record = await app.make('Copy', values);
    await app.assertSaved('Copy', await app.find('Copy', record), values);
  });

  test('is called by its shelf', async () => {
    const record = await app.make('Copy');
    assert.equal(labelOf(models.Copy, record), String(record.shelf));
  });

  test('fills in id', async () => {
    const record = await app.make('Copy');
    assert.notEqual(record.id, null);
  });

  test('barcode is required', async () => {
    await app.assertInvalid('Copy', { barcode: null }, 'barcode', 'is required');
  });

  test('barcode has the form of its type', async () => {
    await app.assertInvalid('Copy', { barcode: 'nonsense' }, 'barcode', 'is no');
  });

  test('barcode is unique', async () => {
    const record = await app.make('Copy');
    const twin = await app.make('Copy');
    await app.assertInvalid('Copy', { barcode: record.barcode }, 'barcode', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Copy', twin, { barcode: record.barcode }));
  });

  test('book is required', async () => {
    await app.assertInvalid('Copy', { book: null }, 'book', 'is required');
  });

  test('book refers to a record', async () => {
    await app.assertInvalid(
      'Copy',
      { book: '00000000-0000-4000-8000-999999999999' },
      'book',
      'not found',
    );
  });

  test('book protects its record', async () => {
    const target = await app.make('Book');
    await app.make('Copy', { book: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Book', target));
  });

  test('condition is one of its choices', async () => {
    await app.assertInvalid('Copy', { condition: 'not-a-choice' }, 'condition', 'invalid choice');
  });

  test('condition is one of its choices in the database', async () => {
    const record = await app.make('Copy');
    await app.assertDatabaseRefuses(() =>
      app.change('Copy', record, { condition: 'not-a-choice' }),
    );
  });

  test('condition has a default', async () => {
    const record = await app.make('Copy', { condition: undefined });
    assert.deepEqual(record.condition, 'good');
  });

  test('acquired has the form of its type', async () => {
    await app.assertInvalid('Copy', { acquired: 'nonsense' }, 'acquired', 'is no');
  });

  test('is_reference has a default', async () => {
    const record = await app.make('Copy', { is_reference: undefined });
    assert.deepEqual(record.is_reference, false);
  });

  test('shelf has a max length', async () => {
    await app.assertInvalid('Copy', { shelf: 'x'.repeat(21) }, 'shelf', 'max length');
  });

  test('shelf is null when it is left empty', async () => {
    const record = await app.make('Copy', { shelf: '' });
    assert.equal(record.shelf, null);
  });

  test('check has the form of its type', async () => {
    await app.assertInvalid('Copy', { check: 'nonsense' }, 'check', 'is no');
  });
});
