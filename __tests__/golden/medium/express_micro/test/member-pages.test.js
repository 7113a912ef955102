import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Members', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/members/');
  });

  test('shows a record', async () => {
    const record = await app.make('Member');
    assert.deepEqual(await app.listKeys('/members/'), [record.id]);
    app.assertShows(await app.getPage('/members/'), record.name);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Member', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/members/');
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/members/'), 'There are no members yet.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Member', 30);
    const first = await app.listKeys('/members/');
    const second = await app.listKeys('/members/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/members/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/members/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/members/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Member');
    assert.deepEqual(await app.listKeys('/members/', { sort: 'no_such_field' }), [record.id]);
  });

  test('shows the newest first', async () => {
    const older = await app.make('Member');
    await app.change('Member', older, { created_at: new Date('2024-01-01') });
    const newer = await app.make('Member');
    await app.change('Member', newer, { created_at: new Date('2024-02-01') });
    assert.deepEqual(await app.listKeys('/members/'), [newer.id, older.id]);
  });

  test('searches in name', async () => {
    const record = await app.make('Member', { name: 'needle' });
    await app.make('Member');
    assert.deepEqual(await app.listKeys('/members/', { q: 'NEEDLE' }), [record.id]);
  });

  test('searches in email', async () => {
    const record = await app.make('Member', { email: 'needle@example.com' });
    await app.make('Member');
    assert.deepEqual(await app.listKeys('/members/', { q: 'NEEDLE' }), [record.id]);
  });

  test('filters by level', async () => {
    const record = await app.make('Member', { level: 'child' });
    await app.make('Member', { level: 'adult' });
    const found = await app.listKeys('/members/', { level: 'child' });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by is_active', async () => {
    const record = await app.make('Member', { is_active: false });
    await app.make('Member', { is_active: true });
    const found = await app.listKeys('/members/', { is_active: 'false' });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by name', async () => {
    const lower = await app.make('Member', { name: 'aaa' });
    const upper = await app.make('Member', { name: 'bbb' });
    const rising = await app.listKeys('/members/', { sort: 'name' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-name' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by email', async () => {
    const lower = await app.make('Member', { email: 'aaa@example.com' });
    const upper = await app.make('Member', { email: 'bbb@example.com' });
    const rising = await app.listKeys('/members/', { sort: 'email' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-email' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by level', async () => {
    const lower = await app.make('Member', { level: 'child' });
    const upper = await app.make('Member', { level: 'adult' });
    const rising = await app.listKeys('/members/', { sort: 'level' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-level' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by is_active', async () => {
    const lower = await app.make('Member', { is_active: false });
    const upper = await app.make('Member', { is_active: true });
    const rising = await app.listKeys('/members/', { sort: 'is_active' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-is_active' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by fee', async () => {
    const lower = await app.make('Member', { fee: 0 });
    const upper = await app.make('Member', { fee: 1 });
    const rising = await app.listKeys('/members/', { sort: 'fee' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-fee' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by joined', async () => {
    const lower = await app.make('Member', { joined: '2024-01-01' });
    const upper = await app.make('Member', { joined: '2024-02-01' });
    const rising = await app.listKeys('/members/', { sort: 'joined' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/members/', { sort: '-joined' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Member');
    const page = await app.getPage('/members/', { q: 'no such text' });
    app.assertShows(page, 'No members match.');
    assert.deepEqual(await app.listKeys('/members/', { q: '%%%' }), []);
  });
});

describe('New member', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/members/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(
      await app.getPage('/members/new/'),
      'Name',
      'E-mail',
      'Card',
      'Level',
      'Fee',
      'Newsletter',
      'Favourites',
      'Guarantor',
    );
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const page = await app.send('/members/new/', values);
    assert.equal(page.status, 302);
    const records = await app.findAll('Member');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Member', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/members/new/', {
      name: '',
      email: '',
      card_number: '',
      level: '',
      fee: '',
    });
    app.assertRefused(page, 'name', 'email', 'card_number', 'level', 'fee');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Member'), []);
  });

  test('refuses name: too long', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send('/members/new/', wrong), 'name');
  });

  test('refuses email: wrong form', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, email: 'not an address' };
    app.assertRefused(await app.send('/members/new/', wrong), 'email');
  });

  test('refuses email: taken', async () => {
    const other = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, email: other.email };
    const page = await app.send('/members/new/', wrong);
    app.assertRefused(page, 'email');
    app.assertShows(page, 'already exists');
  });

  test('refuses card_number: too long', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, card_number: 'xxxxxxxxxxx' };
    app.assertRefused(await app.send('/members/new/', wrong), 'card_number');
  });

  test('refuses card_number: wrong pattern', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, card_number: '?' };
    app.assertRefused(await app.send('/members/new/', wrong), 'card_number');
  });

  test('refuses card_number: taken', async () => {
    const other = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, card_number: other.card_number };
    const page = await app.send('/members/new/', wrong);
    app.assertRefused(page, 'card_number');
    app.assertShows(page, 'already exists');
  });

  test('refuses level: not a choice', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, level: 'not-a-choice' };
    app.assertRefused(await app.send('/members/new/', wrong), 'level');
  });

  test('refuses fee: wrong form', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, fee: 'nonsense' };
    app.assertRefused(await app.send('/members/new/', wrong), 'fee');
  });

  test('refuses fee: too small', async () => {
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'card_number',
      'level',
      'fee',
      'newsletter',
      'favourites',
      'guarantor',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, fee: '-1' };
    app.assertRefused(await app.send('/members/new/', wrong), 'fee');
  });
});

describe('Member', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Member');
    await app.assertNeedsLogin(`/members/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Member');
    const page = await app.getPage(`/members/${record.id}/`);
    app.assertShows(
      page,
      'Name',
      'E-mail',
      'Card',
      'Level',
      'Fee',
      'Active',
      'Newsletter',
      'Calls from',
      'Favourites',
      'Guarantor',
      'Joined',
    );
    app.assertShows(page, record.name);
    app.assertShows(page, record.card_number);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Member');
    await app.remove('Member', record);
    await app.assertNotFound(`/members/${record.id}/`);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Member', { name: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage(`/members/${record.id}/`);
    app.assertShows(page, record.name);
    assert.ok(!page.text.includes(record.name));
  });
});

describe('Edit member', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Member');
    await app.assertNeedsLogin(`/members/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Member');
    app.assertShows(
      await app.getPage(`/members/${record.id}/edit/`),
      'Name',
      'E-mail',
      'Level',
      'Fee',
      'Active',
      'Calls from',
      'Favourites',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const page = await app.send(`/members/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Member', await app.find('Member', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Member');
    const page = await app.send(`/members/${record.id}/edit/`, {
      name: '',
      email: '',
      level: '',
      fee: '',
    });
    app.assertRefused(page, 'name', 'email', 'level', 'fee');
    app.assertShows(page, 'is required');
  });

  test('refuses name: too long', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, name: 'x'.repeat(121) };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'name');
  });

  test('refuses email: wrong form', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, email: 'not an address' };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'email');
  });

  test('refuses email: taken', async () => {
    const other = await app.make('Member');
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, email: other.email };
    const page = await app.send(`/members/${record.id}/edit/`, wrong);
    app.assertRefused(page, 'email');
    app.assertShows(page, 'already exists');
  });

  test('refuses level: not a choice', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, level: 'not-a-choice' };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'level');
  });

  test('refuses fee: wrong form', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, fee: 'nonsense' };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'fee');
  });

  test('refuses fee: too small', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, fee: '-1' };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'fee');
  });

  test('refuses opens_at: wrong form', async () => {
    const record = await app.make('Member');
    const values = await app.valuesFor('Member', [
      'name',
      'email',
      'level',
      'fee',
      'is_active',
      'opens_at',
      'favourites',
    ]);
    values.favourites = [(await app.make('Book')).id];
    const wrong = { ...values, opens_at: 'nonsense' };
    app.assertRefused(await app.send(`/members/${record.id}/edit/`, wrong), 'opens_at');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Member');
    await app.remove('Member', record);
    await app.assertNotFound(`/members/${record.id}/edit/`);
  });
});

describe('Delete member', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Member');
    await app.assertNeedsLogin(`/members/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Member');
    await app.getPage(`/members/${record.id}/delete/`);
    assert.ok(await app.find('Member', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Member');
    const { location } = await app.send(`/members/${record.id}/delete/`);
    assert.equal(await app.find('Member', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Member');
    await app.remove('Member', record);
    await app.assertNotFound(`/members/${record.id}/delete/`);
  });

  test('keeps the record while member of a loan needs it', async () => {
    const record = await app.make('Member');
    await app.make('Loan', { member: record.id });
    await app.send(`/members/${record.id}/delete/`);
    assert.ok(await app.find('Member', record));
    const page = await app.getPage(`/members/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 loan');
  });

  test('keeps the record while member of a review needs it', async () => {
    const record = await app.make('Member');
    await app.make('Review', { member: record.id });
    await app.send(`/members/${record.id}/delete/`);
    assert.ok(await app.find('Member', record));
    const page = await app.getPage(`/members/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 review');
  });

  test('empties guarantor of a member', async () => {
    const record = await app.make('Member');
    const other = await app.make('Member', { guarantor: record.id });
    app.assertShows(await app.getPage(`/members/${record.id}/delete/`), '1 member');
    await app.send(`/members/${record.id}/delete/`);
    const left = await app.find('Member', other);
    assert.equal(left.guarantor, null);
  });

  test('keeps the book that favourites links', async () => {
    const other = await app.make('Book');
    const record = await app.make('Member', { favourites: [other.id] });
    app.assertShows(await app.getPage(`/members/${record.id}/delete/`), '1 book');
    await app.send(`/members/${record.id}/delete/`);
    assert.equal(await app.find('Member', record), null);
    assert.ok(await app.find('Book', other));
  });
});
