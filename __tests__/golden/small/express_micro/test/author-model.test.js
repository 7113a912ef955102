import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Author', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Author', ['name', 'country']);
    const record = await app.make('Author', values);
    await app.assertSaved('Author', await app.find('Author', record), values);
  });

  test('is called by its name', async () => {
    const record = await app.make('Author');
    assert.equal(labelOf(models.Author, record), String(record.name));
  });

  test('fills in id', async () => {
    const record = await app.make('Author');
    assert.notEqual(record.id, null);
  });

  test('name is required', async () => {
    await app.assertInvalid('Author', { name: null }, 'name', 'is required');
  });

  test('name has a max length', async () => {
    await app.assertInvalid('Author', { name: 'x'.repeat(121) }, 'name', 'max length');
  });

  test('name is unique', async () => {
    const record = await app.make('Author');
    const twin = await app.make('Author');
    await app.assertInvalid('Author', { name: record.name }, 'name', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Author', twin, { name: record.name }));
  });

  test('country has a max length', async () => {
    await app.assertInvalid('Author', { country: 'x'.repeat(61) }, 'country', 'max length');
  });

  test('country is null when it is left empty', async () => {
    const record = await app.make('Author', { country: '' });
    assert.equal(record.country, null);
  });
});
