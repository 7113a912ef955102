import { Router } from 'express';
import { bookCreateSchema, bookEditSchema, bookListFilters } from '../forms/book.js';
import { openForm, submitForm } from '../forms/pages.js';
import { bookModel } from '../models/book.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Books”. */
export const bookListPage = {
  model: bookModel,
  filterSchema: bookListFilters,
  filters: {
    language: { field: 'language', match: 'equal' },
    class: { field: 'class', match: 'equal' },
  },
  search: ['title', 'subtitle', 'isbn'],
  sorts: ['title', 'class', 'language', 'published', 'price'],
  order: [{ field: 'title', direction: 'asc' }],
  columns: ['title', 'authors', 'class', 'language', 'published', 'price'],
};

/** The form “New book”. */
export const bookCreatePage = { model: bookModel, schema: bookCreateSchema };

/** Where “New book” leads when it is saved. */
export function afterBookCreate(record) {
  return `/copies/new/?book=${encodeURIComponent(record.id)}`;
}

/** The form “Edit book”. */
export const bookEditPage = { model: bookModel, schema: bookEditSchema };

/** Where “Edit book” leads when it is saved. */
export function afterBookEdit(record) {
  return `/books/${encodeURIComponent(record.id)}/`;
}

/** Pages of books. */
export function bookRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/books/', async (req, res) => {
    res.render('book/book_list', { list: await readList(db, bookListPage, req.query) });
  });

  router.get('/books/new/', async (req, res) => {
    res.render('book/book_create', {
      form: await openForm(db, bookCreatePage, { initial: req.query }),
    });
  });

  router.post('/books/new/', async (req, res) => {
    const { record, form } = await submitForm(db, bookCreatePage, req.body);
    if (form) return res.status(422).render('book/book_create', { form });
    req.flash('success', 'Book created.');
    res.redirect(afterBookCreate(record));
  });

  router.get('/books/:id/', async (req, res) => {
    const record = await findRecord(db, bookModel, req.params.id);
    res.render('book/book_view', {
      record: await presentRecord(db, bookModel, record, [
        'authors',
        'subjects',
        'class',
        'language',
      ]),
    });
  });

  router.get('/books/:id/edit/', async (req, res) => {
    const record = await findRecord(db, bookModel, req.params.id);
    res.render('book/book_edit', {
      record: await presentRecord(db, bookModel, record),
      form: await openForm(db, bookEditPage, { record }),
    });
  });

  router.post('/books/:id/edit/', async (req, res) => {
    const current = await findRecord(db, bookModel, req.params.id);
    const { record, form } = await submitForm(db, bookEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('book/book_edit', {
        record: await presentRecord(db, bookModel, current),
        form,
      });
    }
    req.flash('success', 'Book saved.');
    res.redirect(afterBookEdit(record));
  });

  router.get('/books/:id/delete/', async (req, res) => {
    const record = await findRecord(db, bookModel, req.params.id);
    res.render('book/delete', {
      record: await presentRecord(db, bookModel, record, []),
      dependents: await findDependents(db, bookModel, record[bookModel.key]),
    });
  });

  router.post('/books/:id/delete/', async (req, res) => {
    const record = await findRecord(db, bookModel, req.params.id);
    const label = labelOf(bookModel, record);
    try {
      await deleteRecords(db, bookModel, [record[bookModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/books/');
  });

  return router;
}
