import { Router } from 'express';
import { authorCreateSchema, authorEditSchema, authorListFilters } from '../forms/author.js';
import { openForm, submitForm } from '../forms/pages.js';
import { authorModel } from '../models/author.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Authors”. */
export const authorListPage = {
  model: authorModel,
  filterSchema: authorListFilters,
  filters: {},
  search: ['name', 'country'],
  sorts: ['name', 'country'],
  order: [{ field: 'id', direction: 'asc' }],
  columns: ['name', 'country'],
};

/** The form “New author”. */
export const authorCreatePage = { model: authorModel, schema: authorCreateSchema };

/** Where “New author” leads when it is saved. */
export function afterAuthorCreate(record) {
  return `/authors/${encodeURIComponent(record.id)}/`;
}

/** The form “Edit author”. */
export const authorEditPage = { model: authorModel, schema: authorEditSchema };

/** Where “Edit author” leads when it is saved. */
export function afterAuthorEdit(record) {
  return `/authors/${encodeURIComponent(record.id)}/`;
}

/** Pages of authors. */
export function authorRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/authors/', async (req, res) => {
    res.render('author/author_list', { list: await readList(db, authorListPage, req.query) });
  });

  router.get('/authors/new/', async (req, res) => {
    res.render('author/author_create', {
      form: await openForm(db, authorCreatePage, { initial: req.query }),
    });
  });

  router.post('/authors/new/', async (req, res) => {
    const { record, form } = await submitForm(db, authorCreatePage, req.body);
    if (form) return res.status(422).render('author/author_create', { form });
    req.flash('success', 'Author created.');
    res.redirect(afterAuthorCreate(record));
  });

  router.get('/authors/:id/', async (req, res) => {
    const record = await findRecord(db, authorModel, req.params.id);
    res.render('author/author_view', { record: await presentRecord(db, authorModel, record, []) });
  });

  router.get('/authors/:id/edit/', async (req, res) => {
    const record = await findRecord(db, authorModel, req.params.id);
    res.render('author/author_edit', {
      record: await presentRecord(db, authorModel, record),
      form: await openForm(db, authorEditPage, { record }),
    });
  });

  router.post('/authors/:id/edit/', async (req, res) => {
    const current = await findRecord(db, authorModel, req.params.id);
    const { record, form } = await submitForm(db, authorEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('author/author_edit', {
        record: await presentRecord(db, authorModel, current),
        form,
      });
    }
    req.flash('success', 'Author saved.');
    res.redirect(afterAuthorEdit(record));
  });

  router.get('/authors/:id/delete/', async (req, res) => {
    const record = await findRecord(db, authorModel, req.params.id);
    res.render('author/delete', {
      record: await presentRecord(db, authorModel, record, []),
      dependents: await findDependents(db, authorModel, record[authorModel.key]),
    });
  });

  router.post('/authors/:id/delete/', async (req, res) => {
    const record = await findRecord(db, authorModel, req.params.id);
    const label = labelOf(authorModel, record);
    try {
      await deleteRecords(db, authorModel, [record[authorModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/authors/');
  });

  return router;
}
