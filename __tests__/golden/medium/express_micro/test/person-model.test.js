import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Person', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Person', ['name', 'born', 'website', 'biography']);
    const record = await app.make('Person', values);
    await app.assertSaved('Person', await app.find('Person', record), values);
  });

  test('is called by its name', async () => {
    const record = await app.make('Person');
    assert.equal(labelOf(models.Person, record), String(record.name));
  });

  test('fills in id', async () => {
    const record = await app.make('Person');
    assert.notEqual(record.id, null);
  });

  test('name is required', async () => {
    await app.assertInvalid('Person', { name: null }, 'name', 'is required');
  });

  test('name has a max length', async () => {
    await app.assertInvalid('Person', { name: 'x'.repeat(121) }, 'name', 'max length');
  });

  test('born has the form of its type', async () => {
    await app.assertInvalid('Person', { born: 'nonsense' }, 'born', 'is no');
  });

  test('website has the form of its type', async () => {
    await app.assertInvalid('Person', { website: 'not a url' }, 'website', 'is no');
  });

  test('website is null when it is left empty', async () => {
    const record = await app.make('Person', { website: '' });
    assert.equal(record.website, null);
  });

  test('biography is null when it is left empty', async () => {
    const record = await app.make('Person', { biography: '' });
    assert.equal(record.biography, null);
  });
});
