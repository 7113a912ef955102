import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { models } from '../src/models/index.js';
import { labelOf } from '../src/records/find.js';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Member', () => {
  test('keeps its values', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'is_active',
      'newsletter',
      'opens_at',
      'joined',
    ]);
    const record = await app.make('Member', values);
    await app.assertSaved('Member', await app.find('Member', record), values);
  });

  test('is called by its name', async () => {
    const record = await app.make('Member');
    assert.equal(labelOf(models.Member, record), String(record.name));
  });

  test('fills in id', async () => {
    const record = await app.make('Member');
    assert.notEqual(record.id, null);
  });

  test('name is required', async () => {
    await app.assertInvalid('Member', { name: null }, 'name', 'is required');
  });

  test('name has a max length', async () => {
    await app.assertInvalid('Member', { name: 'x'.repeat(121) }, 'name', 'max length');
  });

  test('email is required', async () => {
    await app.assertInvalid('Member', { email: null }, 'email', 'is required');
  });

  test('email has the form of its type', async () => {
    await app.assertInvalid('Member', { email: 'not an address' }, 'email', 'is no');
  });

  test('email is unique', async () => {
    const record = await app.make('Member');
    const twin = await app.make('Member');
    await app.assertInvalid('Member', { email: record.email }, 'email', 'already exists');
    await app.assertDatabaseRefuses(() => app.change('Member', twin, { email: record.email }));
  });

  test('card_number is required', async () => {
    await app.assertInvalid('Member', { card_number: null }, 'card_number', 'is required');
  });

  test('card_number has a max length', async () => {
    await app.assertInvalid('Member', { card_number: 'x'.repeat(11) }, 'card_number', 'max length');
  });

  test('card_number matches its pattern', async () => {
    await app.assertInvalid('Member', { card_number: '?' }, 'card_number', 'does not match');
  });

  test('card_number is unique', async () => {
    const record = await app.make('Member');
    const twin = await app.make('Member');
    await app.assertInvalid(
      'Member',
      { card_number: record.card_number },
      'card_number',
      'already exists',
    );
    await app.assertDatabaseRefuses(() =>
      app.change('Member', twin, { card_number: record.card_number }),
    );
  });

  test('level is one of its choices', async () => {
    await app.assertInvalid('Member', { level: 'not-a-choice' }, 'level', 'invalid choice');
  });

  test('level is one of its choices in the database', async () => {
    const record = await app.make('Member');
    await app.assertDatabaseRefuses(() => app.change('Member', record, { level: 'not-a-choice' }));
  });

  test('level has a default', async () => {
    const record = await app.make('Member', { level: undefined });
    assert.deepEqual(record.level, 'adult');
  });

  test('fee is required', async () => {
    await app.assertInvalid('Member', { fee: null }, 'fee', 'is required');
  });

  test('fee has the form of its type', async () => {
    await app.assertInvalid('Member', { fee: 'nonsense' }, 'fee', 'is no');
  });

  test('fee must be at least 0', async () => {
    await app.assertInvalid('Member', { fee: '-1' }, 'fee', 'must be at least 0');
    const record = await app.make('Member');
    await app.assertDatabaseRefuses(() => app.change('Member', record, { fee: '-1' }));
  });

  test('is_active has a default', async () => {
    const record = await app.make('Member', { is_active: undefined });
    assert.deepEqual(record.is_active, true);
  });

  test('newsletter has a default', async () => {
    const record = await app.make('Member', { newsletter: undefined });
    assert.deepEqual(record.newsletter, false);
  });

  test('opens_at has the form of its type', async () => {
    await app.assertInvalid('Member', { opens_at: 'nonsense' }, 'opens_at', 'is no');
  });

  test('opens_at has a default', async () => {
    const record = await app.make('Member', { opens_at: '' });
    assert.deepEqual(record.opens_at, models.Member.schema.shape.opens_at.parse('09:00'));
  });

  test('favourites links records', async () => {
    const other = await app.make('Book');
    const values = { favourites: [other.id] };
    const record = await app.make('Member', values);
    await app.assertSaved('Member', record, values);
  });

  test('guarantor refers to a record', async () => {
    await app.assertInvalid(
      'Member',
      { guarantor: '00000000-0000-4000-8000-999999999999' },
      'guarantor',
      'not found',
    );
  });

  test('guarantor is emptied with its record', async () => {
    const target = await app.make('Member');
    const record = await app.make('Member', { guarantor: target.id });
    await app.remove('Member', target);
    assert.equal((await app.find('Member', record)).guarantor, null);
  });

  test('joined has the form of its type', async () => {
    await app.assertInvalid('Member', { joined: 'nonsense' }, 'joined', 'is no');
  });

  test('fills in created_at', async () => {
    const record = await app.make('Member');
    assert.notEqual(record.created_at, null);
  });
});
