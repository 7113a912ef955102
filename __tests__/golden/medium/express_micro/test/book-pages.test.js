import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

describe('Books', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/books/');
  });

  test('shows a record', async () => {
    const record = await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/'), [record.id]);
    app.assertShows(await app.getPage('/books/'), record.title);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Book', { title: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage('/books/');
    app.assertShows(page, record.title);
    assert.ok(!page.text.includes(record.title));
  });

  test('says that there is nothing', async () => {
    app.assertShows(await app.getPage('/books/'), 'No book matches. Try fewer words.');
  });

  test('has pages of 25', async () => {
    const records = await app.makeMany('Book', 30);
    const first = await app.listKeys('/books/');
    const second = await app.listKeys('/books/', { page: 2 });
    assert.equal(first.length, 25);
    app.assertShows(await app.getPage('/books/'), 'page=2');
    const keys = records.map((record) => record.id);
    assert.deepEqual([...first, ...second].sort(), keys.sort());
    assert.deepEqual(await app.listKeys('/books/', { page: -1 }), first);
    assert.deepEqual(await app.listKeys('/books/', { page: 99 }), second);
  });

  test('ignores an unknown order', async () => {
    const record = await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/', { sort: 'no_such_field' }), [record.id]);
  });

  test('searches in title', async () => {
    const record = await app.make('Book', { title: 'needle' });
    await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/', { q: 'NEEDLE' }), [record.id]);
  });

  test('searches in subtitle', async () => {
    const record = await app.make('Book', { subtitle: 'needle' });
    await app.make('Book');
    assert.deepEqual(await app.listKeys('/books/', { q: 'NEEDLE' }), [record.id]);
  });

  test('filters by language', async () => {
    const record = await app.make('Book', { language: 'german' });
    await app.make('Book', { language: 'french' });
    const found = await app.listKeys('/books/', { language: 'german' });
    assert.deepEqual(found, [record.id]);
  });

  test('filters by class', async () => {
    const wanted = await app.make('Class');
    const record = await app.make('Book', { class: wanted.id });
    await app.make('Book');
    const found = await app.listKeys('/books/', { class: wanted.id });
    assert.deepEqual(found, [record.id]);
  });

  test('sorts by title', async () => {
    const lower = await app.make('Book', { title: 'aaa' });
    const upper = await app.make('Book', { title: 'bbb' });
    const rising = await app.listKeys('/books/', { sort: 'title' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-title' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by class', async () => {
    const first = await app.make('Class', { name: 'aaa' });
    const second = await app.make('Class', { name: 'bbb' });
    const lower = await app.make('Book', { class: first.id });
    const upper = await app.make('Book', { class: second.id });
    const rising = await app.listKeys('/books/', { sort: 'class' }, [lower.id, upper.id]);
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-class' }, [lower.id, upper.id]);
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by language', async () => {
    const lower = await app.make('Book', { language: 'german' });
    const upper = await app.make('Book', { language: 'french' });
    const rising = await app.listKeys('/books/', { sort: 'language' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-language' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by published', async () => {
    const lower = await app.make('Book', { published: '2024-01-01' });
    const upper = await app.make('Book', { published: '2024-02-01' });
    const rising = await app.listKeys('/books/', { sort: 'published' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-published' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('sorts by price', async () => {
    const lower = await app.make('Book', { price: 0 });
    const upper = await app.make('Book', { price: 1 });
    const rising = await app.listKeys('/books/', { sort: 'price' });
    assert.deepEqual(rising, [lower.id, upper.id]);
    const falling = await app.listKeys('/books/', { sort: '-price' });
    assert.deepEqual(falling, [upper.id, lower.id]);
  });

  test('finds nothing', async () => {
    await app.make('Book');
    const page = await app.getPage('/books/', { q: 'no such text' });
    app.assertShows(page, 'No books match.');
    assert.deepEqual(await app.listKeys('/books/', { q: '%%%' }), []);
  });
});

describe('New book', () => {
  test('asks strangers to log in', async () => {
    await app.assertNeedsLogin('/books/new/');
  });

  test('asks for its fields', async () => {
    app.assertShows(
      await app.getPage('/books/new/'),
      'Title',
      'Subtitle',
      'Authors',
      'Subjects',
      'ISBN',
      'Class',
      'Language',
      'Published',
      'Pages',
      'Price',
      'Weight (kg)',
      'More',
      'Summary',
    );
  });

  test('creates a record', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const page = await app.send('/books/new/', values, 'save');
    assert.equal(page.status, 302);
    const records = await app.findAll('Book');
    const [record] = records;
    assert.equal(records.length, 1);
    await app.assertSaved('Book', record, values);
  });

  test('refuses an empty form', async () => {
    const page = await app.send('/books/new/', { title: '', class: '', language: '' });
    app.assertRefused(page, 'title', 'class', 'language');
    app.assertShows(page, 'is required');
    assert.deepEqual(await app.findAll('Book'), []);
  });

  test('refuses title: too long', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, title: 'x'.repeat(201) };
    app.assertRefused(await app.send('/books/new/', wrong), 'title');
  });

  test('refuses subtitle: too long', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, subtitle: 'x'.repeat(201) };
    app.assertRefused(await app.send('/books/new/', wrong), 'subtitle');
  });

  test('refuses isbn: too long', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, isbn: 'xxxxxxxxxxxxxx' };
    app.assertRefused(await app.send('/books/new/', wrong), 'isbn');
  });

  test('refuses isbn: wrong pattern', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, isbn: '?' };
    app.assertRefused(await app.send('/books/new/', wrong), 'isbn');
  });

  test('refuses isbn: taken', async () => {
    const other = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, isbn: other.isbn };
    const page = await app.send('/books/new/', wrong);
    app.assertRefused(page, 'isbn');
    app.assertShows(page, 'already exists');
  });

  test('refuses language: not a choice', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, language: 'not-a-choice' };
    app.assertRefused(await app.send('/books/new/', wrong), 'language');
  });

  test('refuses published: wrong form', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, published: 'nonsense' };
    app.assertRefused(await app.send('/books/new/', wrong), 'published');
  });

  test('refuses pages: wrong form', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, pages: 'nonsense' };
    app.assertRefused(await app.send('/books/new/', wrong), 'pages');
  });

  test('refuses pages: too small', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, pages: '0' };
    app.assertRefused(await app.send('/books/new/', wrong), 'pages');
  });

  test('refuses pages: too large', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, pages: '20001' };
    app.assertRefused(await app.send('/books/new/', wrong), 'pages');
  });

  test('refuses price: wrong form', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: 'nonsense' };
    app.assertRefused(await app.send('/books/new/', wrong), 'price');
  });

  test('refuses price: too small', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: '-1' };
    app.assertRefused(await app.send('/books/new/', wrong), 'price');
  });

  test('refuses price: too large', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: '100000.99' };
    app.assertRefused(await app.send('/books/new/', wrong), 'price');
  });

  test('refuses weight: wrong form', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, weight: 'nonsense' };
    app.assertRefused(await app.send('/books/new/', wrong), 'weight');
  });

  test('refuses weight: too small', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, weight: '-1' };
    app.assertRefused(await app.send('/books/new/', wrong), 'weight');
  });

  test('refuses extra: wrong form', async () => {
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'isbn',
      'class',
      'language',
      'published',
      'pages',
      'price',
      'weight',
      'extra',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, extra: '{broken' };
    app.assertRefused(await app.send('/books/new/', wrong), 'extra');
  });
});

describe('Book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/`);
  });

  test('shows the record', async () => {
    const record = await app.make('Book');
    const page = await app.getPage(`/books/${record.id}/`);
    app.assertShows(
      page,
      'Title',
      'Subtitle',
      'Authors',
      'Subjects',
      'ISBN',
      'Class',
      'Language',
      'Published',
      'Pages',
      'Price',
      'Weight (kg)',
      'More',
      'Summary',
      'Added',
      'Changed',
    );
    app.assertShows(page, record.title);
    app.assertShows(page, record.subtitle);
    app.assertShows(page, record.isbn);
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/`);
  });

  test('shows markup as text', async () => {
    const record = await app.make('Book', { title: '<b title="x">\'bold\' & more</b>' });
    const page = await app.getPage(`/books/${record.id}/`);
    app.assertShows(page, record.title);
    assert.ok(!page.text.includes(record.title));
  });
});

describe('Edit book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/edit/`);
  });

  test('asks for its fields', async () => {
    const record = await app.make('Book');
    app.assertShows(
      await app.getPage(`/books/${record.id}/edit/`),
      'Title',
      'Subtitle',
      'Authors',
      'Subjects',
      'Class',
      'Language',
      'Price',
      'Summary',
    );
  });

  test('changes the record', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const page = await app.send(`/books/${record.id}/edit/`, values);
    assert.equal(page.status, 302);
    await app.assertSaved('Book', await app.find('Book', record), values);
  });

  test('refuses an empty form', async () => {
    const record = await app.make('Book');
    const page = await app.send(`/books/${record.id}/edit/`, {
      title: '',
      class: '',
      language: '',
    });
    app.assertRefused(page, 'title', 'class', 'language');
    app.assertShows(page, 'is required');
  });

  test('refuses title: too long', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, title: 'x'.repeat(201) };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'title');
  });

  test('refuses subtitle: too long', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, subtitle: 'x'.repeat(201) };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'subtitle');
  });

  test('refuses language: not a choice', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, language: 'not-a-choice' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'language');
  });

  test('refuses price: wrong form', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: 'nonsense' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'price');
  });

  test('refuses price: too small', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: '-1' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'price');
  });

  test('refuses price: too large', async () => {
    const record = await app.make('Book');
    const values = await app.valuesFor('Book', [
      'title',
      'subtitle',
      'authors',
      'subjects',
      'class',
      'language',
      'price',
      'summary',
    ]);
    values.authors = [(await app.make('Person')).id];
    values.subjects = [(await app.make('Subject')).code];
    const wrong = { ...values, price: '100000.99' };
    app.assertRefused(await app.send(`/books/${record.id}/edit/`, wrong), 'price');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/edit/`);
  });
});

describe('Delete book', () => {
  test('asks strangers to log in', async () => {
    const record = await app.make('Book');
    await app.assertNeedsLogin(`/books/${record.id}/delete/`);
  });

  test('asks first', async () => {
    const record = await app.make('Book');
    await app.getPage(`/books/${record.id}/delete/`);
    assert.ok(await app.find('Book', record));
  });

  test('deletes the record', async () => {
    const record = await app.make('Book');
    const { location } = await app.send(`/books/${record.id}/delete/`);
    assert.equal(await app.find('Book', record), null);
    app.assertShows(await app.getPage(location), 'was deleted');
  });

  test('is not found without the record', async () => {
    const record = await app.make('Book');
    await app.remove('Book', record);
    await app.assertNotFound(`/books/${record.id}/delete/`);
  });

  test('keeps the record while book of a review needs it', async () => {
    const record = await app.make('Book');
    await app.make('Review', { book: record.id });
    await app.send(`/books/${record.id}/delete/`);
    assert.ok(await app.find('Book', record));
    const page = await app.getPage(`/books/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 review');
  });

  test('keeps the record while book of a copy needs it', async () => {
    const record = await app.make('Book');
    await app.make('Copy', { book: record.id });
    await app.send(`/books/${record.id}/delete/`);
    assert.ok(await app.find('Book', record));
    const page = await app.getPage(`/books/${record.id}/delete/`);
    app.assertShows(page, 'still in use', 'cannot be deleted while', '1 copy');
  });

  test('keeps the member that favourites links', async () => {
    const record = await app.make('Book');
    const other = await app.make('Member', { favourites: [record.id] });
    app.assertShows(await app.getPage(`/books/${record.id}/delete/`), '1 member');
    await app.send(`/books/${record.id}/delete/`);
    assert.equal(await app.find('Book', record), null);
    assert.ok(await app.find('Member', other));
  });

  test('keeps the person that authors links', async () => {
    const other = await app.make('Person');
    const record = await app.make('Book', { authors: [other.id] });
    app.assertShows(await app.getPage(`/books/${record.id}/delete/`), '1 person');
    await app.send(`/books/${record.id}/delete/`);
    assert.equal(await app.find('Book', record), null);
    assert.ok(await app.find('Person', other));
  });

  test('keeps the subject that subjects links', async () => {
    const other = await app.make('Subject');
    const record = await app.make('Book', { subjects: [other.code] });
    app.assertShows(await app.getPage(`/books/${record.id}/delete/`), '1 subject');
    await app.send(`/books/${record.id}/delete/`);
    assert.equal(await app.find('Book', record), null);
    assert.ok(await app.find('Subject', other));
  });
});
