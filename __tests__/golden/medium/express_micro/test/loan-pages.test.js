import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Loans', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/loans/');
  });

  test('shows a record', async () => {
    const record = await app.make('Loan');
    assert.deepEqual(await app.listKeys('/loans/'), [record.id]);
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/loans/'), 'Nothing is lent.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Loan', 30);
    const first = await app.listKeys('/loans/');
    const second = await app.listKeys('/loans/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/loans/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/loans/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/loans/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Loan');
    assert.deepEqual(await app.listKeys('/loans/', { sort: 'no_such_field' }), [record.id]);
  });

  test('filters by status', async () => {
    const record = await app.make('Loan', { status: 'requested' });
    await app.make('Loan', { status: 'active' });
    const found = await app.listKeys('/loans/', { status: 'requested' });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by member', async () => {
    const wanted = await app.make('Member');
    const record = await app.make('Loan', { member: wanted.id });
    await app.make('Loan');
    const found = await app.listKeys('/loans/', { member: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by copy', async () => {
    const first = await app.make('Copy', { shelf: 'aaa' });
    const second = await app.make('Copy', { shelf: 'bbb' });
    const lower = await app.make('Loan', { copy: first.id });
    const upper = await app.make('Loan', { copy: second.id });
    const rising = await app.listKeys('/loans/', { sort: 'copy' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/loans/', { sort: '-copy' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by member', async () => {
    const first = await app.make('Member', { name: 'aaa' });
    const second = await app.make('Member', { name: 'bbb' });
    const lower = await app.make('Loan', { member: first.id });
    const upper = await app.make('Loan', { member: second.id });
    const rising = await app.listKeys('/loans/', { sort: 'member' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/loans/', { sort: '-member' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by status', async () => {
    const lower = await app.make('Loan', { status: 'requested' });
    const upper = await app.make('Loan', { status: 'active' });
    const rising = await app.listKeys('/loans/', { sort: 'status' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/loans/', { sort: '-status' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by due', async () => {
    const lower = await app.make('Loan', { due: '2024-01-01' });
    const upper = await app.make('Loan', { due: '2024-02-01' });
    const rising = await app.listKeys('/loans/', { sort: 'due' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/loans/', { sort: '-due' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by lent_at', async () => {
    const lower = await app.make('Loan', { lent_at: new Date('2024-01-01T12:00Z') });
    const upper = await app.make('Loan', { lent_at: new Date('2024-02-01T12:00Z') });
    const rising = await app.listKeys('/loans/', { sort: 'lent_at' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/loans/', { sort: '-lent_at' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });
});

describe('New loan', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/loans/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/loans/new/'), 'Copy', 'Member', 'Due', 'Note');
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Loan', ['copy', 'member', 'due', 'note']);
    const page = await app.send('/loans/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Loan');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Loan', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/loans/new/', { copy: '', member: '', due: '' });
    app.assertRefused(page, 'copy', 'member', 'due');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Loan'), []);
  });

  test('refuses due: wrong form', async () => {
    const values = await app.valuesFor('Loan', ['copy', 'member', 'due', 'note']);
    const wrong = { ...values, due: 'nonsense' };
    app.assertRefused(await app.send('/loans/new/', wrong), 'due');
  });
});

describe('Loan', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Loan');
    await app.assertNeedsLogin(`/loans/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Loan');
    const page = await app.getPage(`/loans/${record.id}/`);
    app.assertShows(page, 'Copy', 'Member', 'Status', 'Lent', 'Due', 'Returned', 'Fine', 'Note');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Loan');
    await app.remove('Loan', record);
    await app.assertNotFound(`/loans/${record.id}/`);
  });
});

describe('Edit loan', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Loan');
    await app.assertNeedsLogin(`/loans/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Loan');
    app.assertShows(
      await app.getPage(`/loans/${record.id}/edit/`),
      'Status',
      'Due',
      'Returned',
      'Fine',
      'Note',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const page = await app.send(`/loans/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Loan', await app.find('Loan', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Loan');
    const page = await app.send(`/loans/${record.id}/edit/`, { status: '', due: '' });
    app.assertRefused(page, 'status', 'due');
    app.assertShows(page, 'is required');
  });

  test('refuses status: not a choice', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const wrong = { ...values, status: 'not-a-choice' };
    app.assertRefused(await app.send(`/loans/${record.id}/edit/`, wrong), 'status');
  });

  test('refuses due: wrong form', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const wrong = { ...values, due: 'nonsense' };
    app.assertRefused(await app.send(`/loans/${record.id}/edit/`, wrong), 'due');
  });

  test('refuses returned_at: wrong form', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const wrong = { ...values, returned_at: 'nonsense' };
    app.assertRefused(await app.send(`/loans/${record.id}/edit/`, wrong), 'returned_at');
  });

  test('refuses fine: wrong form', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const wrong = { ...values, fine: 'nonsense' };
    app.assertRefused(await app.send(`/loans/${record.id}/edit/`, wrong), 'fine');
  });

  test('refuses fine: too small', async () => {
    const record = await app.make('Loan');
    const values = await app.valuesFor('Loan', ['status', 'due', 'returned_at', 'fine', 'note']);
    const wrong = { ...values, fine: '-1' };
    app.assertRefused(await app.send(`/loans/${record.id}/edit/`, wrong), 'fine');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Loan');
    await app.remove('Loan', record);
    await app.assertNotFound(`/loans/${record.id}/edit/`);
  });
});

describe('Delete loan', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Loan');
    await app.assertNeedsLogin(`/loans/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Loan');
    await app.getPage(`/loans/${record.id}/delete/`);
    assert.ok(await app.find('Loan', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Loan');
    const { location } = await app.send(`/loans/${record.id}/delete/`);
    assert.equal(await app.find('Loan', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Loan');
    await app.remove('Loan', record);
    await app.assertNotFound(`/loans/${record.id}/delete/`);
  });
});
