import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Shelf class', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Class', [
      'name',
      'from',
      'to',
      'import',
      'model',
      'objects',
    ]);
    const record = await app.make('Class', values);
    await app.assertSaved('Class', await app.find('Class', record), values);
  });

  test('is called by its name', async () => {
    const record = await app.make('Class');
    assert.equal(labelOf(models.Class, record), String(record.name));
  });

  test('fills in id', async () => {
    const record = await app.make('Class');
    assert.notEqual(record.id, null);
  });

  test('name is required', async () => {
    await app.assertInvalid('Class', { name: null }, 'name', 'is required');
  });

  test('name has a max length', async () => {
    await app.assertInvalid('Class', { name: 'x'.repeat(41) }, 'name', 'max length');
  });

  test('name is unique', async () => {
    const record = await app.make('Class');
    const twin = await app.make('Class');
    await app.assertInvalid('Class', { name: record.name }, 'name', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Class', twin, { name: record.name }));
  });

  test('from is required', async () => {
    await app.assertInvalid('Class', { from: null }, 'from', 'is required');
  });

  test('from has a max length', async () => {
    await app.assertInvalid('Class', { from: 'x'.repeat(9) }, 'from', 'max length');
  });

  test('from matches its pattern', async () => {
    await app.assertInvalid('Class', { from: '?' }, 'from', 'does not match');
  });

  test('to is required', async () => {
    await app.assertInvalid('Class', { to: null }, 'to', 'is required');
  });

  test('to has a max length', async () => {
    await app.assertInvalid('Class', { to: 'x'.repeat(9) }, 'to', 'max length');
  });

  test('to matches its pattern', async () => {
    await app.assertInvalid('Class', { to: '?' }, 'to', 'does not match');
  });

  test('import has a default', async () => {
    const record = await app.make('Class', { import: undefined });
    assert.deepEqual(record.import, false);
  });

  test('model has a max length', async () => {
    await app.assertInvalid('Class', { model: 'x'.repeat(31) }, 'model', 'max length');
  });

  test('model is null when it is left empty', async () => {
    const record = await app.make('Class', { model: '' });
    assert.equal(record.model, null);
  });

  test('objects has the form of its type', async () => {
    await app.assertInvalid('Class', { objects: '{broken' }, 'objects', 'is no');
  });

  test('from and to are unique together', async () => {
    const record = await app.make('Class');
    const twin = await app.make('Class');
    await app.assertInvalid(
      'Class',
      { from: record.from, to: record.to },
      '_record',
      'already exists',
    );
    await app.assertDatabaseRefuses(() =>
      app.change('Class', twin, { from: record.from, to: record.to }),
    );
  });
});
