import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Loan', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Loan', [
      'copy',
      'member',
      'status',
      'lent_at',
      'due',
      'returned_at',
      'fine',
      'note',
    ]);
    const record = await app.make('Loan', values);
    await app.assertSaved('Loan', await app.find('Loan', record), values);
  });

  test('is called by its id', async () => {
    const record = await app.make('Loan');
    assert.equal(labelOf(models.Loan, record), String(record.id));
  });

  test('fills in id', async () => {
    const record = await app.make('Loan');
    assert.notEqual(record.id, null);
  });

  test('copy is required', async () => {
    await app.assertInvalid('Loan', { copy: null }, 'copy', 'is required');
  });

  test('copy refers to a record', async () => {
    await app.assertInvalid(
      'Loan',
      { copy: '00000000-0000-4000-8000-999999999999' },
      'copy',
      'not found',
    );
  });

  test('copy protects its record', async () => {
    const target = await app.make('Copy');
    await app.make('Loan', { copy: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Copy', target));
  });

  test('member is required', async () => {
    await app.assertInvalid('Loan', { member: null }, 'member', 'is required');
  });

  test('member refers to a record', async () => {
    await app.assertInvalid(
      'Loan',
      { member: '00000000-0000-4000-8000-999999999999' },
      'member',
      'not found',
    );
  });

  test('member protects its record', async () => {
    const target = await app.make('Member');
    await app.make('Loan', { member: target.id });
    await app.assertDatabaseRefuses(() => app.remove('Member', target));
  });

  test('status is one of its choices', async () => {
    await app.assertInvalid('Loan', { status: 'not-a-choice' }, 'status', 'invalid choice');
  });

  test('status is one of its choices in the database', async () => {
    const record = await app.make('Loan');
    await app.assertDatabaseRefuses(() => app.change('Loan', record, { status: 'not-a-choice' }));
  });

  test('status has a default', async () => {
    const record = await app.make('Loan', { status: undefined });
    assert.deepEqual(record.status, 'requested');
  });

  test('lent_at has the form of its type', async () => {
    await app.assertInvalid('Loan', { lent_at: 'nonsense' }, 'lent_at', 'is no');
  });

  test('due is required', async () => {
    await app.assertInvalid('Loan', { due: null }, 'due', 'is required');
  });

  test('due has the form of its type', async () => {
    await app.assertInvalid('Loan', { due: 'nonsense' }, 'due', 'is no');
  });

  test('returned_at has the form of its type', async () => {
    await app.assertInvalid('Loan', { returned_at: 'nonsense' }, 'returned_at', 'is no');
  });

  test('fine has the form of its type', async () => {
    await app.assertInvalid('Loan', { fine: 'nonsense' }, 'fine', 'is no');
  });

  test('fine must be at least 0', async () => {
    await app.assertInvalid('Loan', { fine: '-1' }, 'fine', 'must be at least 0');
    const record = await app.make('Loan');
    await app.assertDatabaseRefuses(() => app.change('Loan', record, { fine: '-1' }));
  });

  test('note is null when it is left empty', async () => {
    const record = await app.make('Loan', { note: '' });
    assert.equal(record.note, null);
  });

  test('fills in created_at', async () => {
    const record = await app.make('Loan');
    assert.notEqual(record.created_at, null);
  });

  test('fills in updated_at', async () => {
    const record = await app.make('Loan');
    assert.notEqual(record.updated_at, null);
  });

  test('copy and member and due are unique together', async () => {
    const record = await app.make('Loan');
    const twin = await app.make('Loan');
    await app.assertInvalid(
      'Loan',
      { copy: record.copy, member: record.member, due: record.due },
      '_record',
      'already exists',
    );
    await app.assertDatabaseRefuses(() =>
      app.change('Loan', twin, { copy: record.copy, member: record.member, due: record.due }),
    );
  });
});
