import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('House rules', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/house_rules/');
  });

  test('asks for its fields', async () => {
    app.assertShows(await app.getPage('/house_rules/'), 'Your name');
  });

  test('answers agree', async () => {
    const { location } = await app.send('/house_rules/', { signature: 'some text' }, 'agree');
    assert.equal(location, '/books/');
  });
});

describe('First loan', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/experiences/first_loan/');
  });

  test('starts at its first step', async () => {
    const { location } = await app.person.get('/experiences/first_loan/');
    assert.equal(location, '/experiences/first_loan/member/');
  });

  test('opens its step member', async () => {
    await app.getPage('/experiences/first_loan/member/');
  });

  test('opens its step book', async () => {
    await app.getPage('/experiences/first_loan/book/');
  });

  test('opens its step loan', async () => {
    await app.getPage('/experiences/first_loan/loan/');
  });

  test('opens its step loans', async () => {
    await app.getPage('/experiences/first_loan/loans/');
  });

  test('can be cancelled at member', async () => {
    await app.person.get('/experiences/first_loan/member/');
    const { location } = await app.send('/experiences/first_loan/member/', { _cancel: 'yes' });
    assert.equal(location, '/experiences/first_loan/loans/');
  });

  test('can be cancelled at book', async () => {
    await app.person.get('/experiences/first_loan/book/');
    const { location } = await app.send('/experiences/first_loan/book/', { _cancel: 'yes' });
    assert.equal(location, '/');
  });

  test('can be cancelled at loan', async () => {
    await app.person.get('/experiences/first_loan/loan/');
    const { location } = await app.send('/experiences/first_loan/loan/', { _cancel: 'yes' });
    assert.equal(location, '/');
  });

  test('can be cancelled at loans', async () => {
    await app.person.get('/experiences/first_loan/loans/');
    const { location } = await app.send('/experiences/first_loan/loans/', { _cancel: 'yes' });
    assert.equal(location, '/');
  });

  test('leads through to the end', async () => {
    let page, values;
    await app.person.get('/experiences/first_loan/');
    values = await app.valuesFor('Member', [
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
    page = await app.send('/experiences/first_loan/member/', values);
    assert.equal(page.location, '/experiences/first_loan/book/');
    values = await app.valuesFor('Copy', [
      'book',
      'barcode',
      'condition',
      'acquired',
      'is_reference',
      'shelf',
    ]);
    page = await app.send('/experiences/first_loan/book/', values);
    assert.equal(page.location, '/experiences/first_loan/loan/');
    values = await app.valuesFor('Loan', ['copy', 'member', 'due', 'note']);
    page = await app.send('/experiences/first_loan/loan/', values);
    assert.equal(page.location, '/experiences/first_loan/loans/');
    page = await app.send('/experiences/first_loan/loans/', { _continue: 'yes' });
    assert.equal(page.status, 302);
  });
});
