import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';
import { SpecCase } from './support/spec-case.js';

const app = await openApplication();

describe('The spec', () => {
  test('a_loan_starts_as_requested: A loan is requested until somebody hands the book out.', async () => {
    const spec = new SpecCase(app.db);
    await spec.row('ann', 'Member', {
      name: 'Ann',
      email: 'ann@example.com',
      card_number: 'M-1234',
      fee: 10,
    });
    await spec.row('copy', 'Copy', { shelf: 'A1' });
    await spec.create('Loan', {
      copy: spec.keyOf('copy'),
      member: spec.keyOf('ann'),
      due: '2030-01-31',
    });
    spec.assertSuccess();
    await spec.assertCreated(true);
    await spec.assertField(null, 'status', 'equals', 'requested');
  });

  test('a_card_number_has_a_form: Card numbers are M- and digits.', async () => {
    const spec = new SpecCase(app.db);
    await spec.create('Member', {
      name: 'Bo',
      email: 'bo@example.com',
      card_number: '1234',
      fee: 5,
    });
    spec.assertError();
  });

  test('an_email_belongs_to_one_member: Two members cannot share an address.', async () => {
    const spec = new SpecCase(app.db);
    await spec.row('ann', 'Member', {
      name: 'Ann',
      email: 'ann@example.com',
      card_number: 'M-1234',
      fee: 10,
    });
    await spec.create('Member', {
      name: 'Other',
      email: 'ann@example.com',
      card_number: 'M-1235',
      fee: 5,
    });
    spec.assertError();
    spec.assertErrorMessage('contains', 'already exists');
  });

  test('a_fee_is_required: There is no membership without a fee, but it may be 0.', async () => {
    const spec = new SpecCase(app.db);
    await spec.create('Member', { name: 'Bo', email: 'bo@example.com', card_number: 'M-1234' });
    spec.assertError();
    spec.assertErrorMessage('contains', 'fee is required');
  });

  test('levels_sort_as_declared: Children first, seniors last.', async () => {
    const spec = new SpecCase(app.db);
    await spec.row('old', 'Member', {
      name: 'Old',
      email: 'o@example.com',
      card_number: 'M-0001',
      fee: 1,
      level: 'senior',
    });
    await spec.row('kid', 'Member', {
      name: 'Kid',
      email: 'k@example.com',
      card_number: 'M-0002',
      fee: 1,
      level: 'child',
    });
    await spec.row('mum', 'Member', {
      name: 'Mum',
      email: 'm@example.com',
      card_number: 'M-0003',
      fee: 1,
      level: 'adult',
    });
    await spec.get('Member', { order: [{ field: 'level', direction: 'asc' }] });
    spec.assertSuccess();
    await spec.assertCount(null, 'equals', 3);
    await spec.assertField('first', 'name', 'equals', 'Kid');
    await spec.assertField('last', 'name', 'equals', 'Old');
  });

  test('a_class_in_use_stays: What a book stands in cannot go away.', async () => {
    const spec = new SpecCase(app.db);
    await spec.row('shelf', 'Class', { name: 'Art', from: 'A', to: 'B' });
    await spec.row('book', 'Book', { title: 'Lines', class: spec.keyOf('shelf') });
    await spec.delete('shelf');
    spec.assertError();
    await spec.assertCount('Class', 'equals', 1);
  });

  test("reviews_of_a_book: A book's reviews, oldest first.", async () => {
    const spec = new SpecCase(app.db);
    await spec.row('book', 'Book', { title: 'Lines' });
    await spec.row('first', 'Review', { book: spec.keyOf('book'), stars: 4, text: 'Good' });
    await spec.row('second', 'Review', {
      book: spec.keyOf('book'),
      stars: 2,
      text: 'Less so on second reading',
    });
    await spec.get('Review', { relatedTo: { field: 'book', row: 'book' } });
    spec.assertSuccess();
    await spec.assertCount(null, 'equals', 2);
    await spec.assertField('first', 'stars', 'equals', 4);
    await spec.assertField('last', 'stars', 'less_than', 4);
  });

  test('a_review_can_be_changed', async () => {
    const spec = new SpecCase(app.db);
    await spec.row('review', 'Review', { stars: 4, text: 'Good' });
    await spec.update('review', { stars: 5 });
    spec.assertSuccess();
    await spec.assertField(null, 'stars', 'equals', 5);
    await spec.assertField(null, 'text', 'equals', 'Good');
  });
});
