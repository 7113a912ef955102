import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Subject', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Subject', ['code', 'name']);
    const record = await app.make('Subject', values);
    await app.assertSaved('Subject', await app.find('Subject', record), values);
  });

  test('is called by its name', async () => {
    const record = await app.make('Subject');
    assert.equal(labelOf(models.Subject, record), String(record.name));
  });

  test('code is required', async () => {
    await app.assertInvalid('Subject', { code: null }, 'code', 'is required');
  });

  test('code has a max length', async () => {
    await app.assertInvalid('Subject', { code: 'x'.repeat(13) }, 'code', 'max length');
  });

  test('code is unique', async () => {
    const record = await app.make('Subject');
    const twin = await app.make('Subject');
    await app.assertInvalid('Subject', { code: record.code }, 'code', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Subject', twin, { code: record.code }));
  });

  test('name is required', async () => {
    await app.assertInvalid('Subject', { name: null }, 'name', 'is required');
  });

  test('name has a max length', async () => {
    await app.assertInvalid('Subject', { name: 'x'.repeat(81) }, 'name', 'max length');
  });

  test('name is unique', async () => {
    const record = await app.make('Subject');
    const twin = await app.make('Subject');
    await app.assertInvalid('Subject', { name: record.name }, 'name', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Subject', twin, { name: record.name }));
  });

  test('parent refers to a record', async () => {
    await app.assertInvalid('Subject', { parent: 'no-such-record' }, 'parent', 'not found');
  });

  test('parent is emptied with its record', async () => {
    const target = await app.make('Subject');
    const record = await app.make('Subject', { parent: target.code });
    await app.remove('Subject', target);
    assert.equal((await app.find('Subject', record)).parent, null);
  });
});
