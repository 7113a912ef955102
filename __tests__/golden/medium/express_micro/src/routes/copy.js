import { Router } from 'express';
import {
  copyCheckSchema,
  copyCreateSchema,
  copyEditSchema,
  copyListFilters,
} from '../forms/copy.js';
import { openForm, submitForm } from '../forms/pages.js';
import { copyModel } from '../models/copy.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Copies”. */
export const copyListPage = {
  model: copyModel,
  filterSchema: copyListFilters,
  filters: {
    book: { field: 'book', match: 'equal' },
    condition: { field: 'condition', match: 'equal' },
    is_reference: { field: 'is_reference', match: 'equal' },
  },
  search: ['shelf'],
  sorts: ['book', 'barcode', 'condition', 'is_reference', 'shelf'],
  order: [{ field: 'id', direction: 'asc' }],
  columns: ['book', 'barcode', 'condition', 'is_reference', 'shelf'],
};

/** The form “New copy”. */
export const copyCreatePage = { model: copyModel, schema: copyCreateSchema };

/** Where “New copy” leads when it is saved. */
export function afterCopyCreate(record) {
  return `/copies/${encodeURIComponent(record.id)}/`;
}

/** The form “Edit copy”. */
export const copyEditPage = { model: copyModel, schema: copyEditSchema };

/** Where “Edit copy” leads when it is saved. */
export function afterCopyEdit(record) {
  return `/copies/${encodeURIComponent(record.id)}/`;
}

/** The form “Check a copy”. */
export const copyCheckPage = { model: copyModel, schema: copyCheckSchema };

/** Where “Check a copy” leads when it is saved. */
export function afterCopyCheck() {
  return '/copies/';
}

/** Pages of copies. */
export function copyRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/copies/', async (req, res) => {
    res.render('copy/copy_list', { list: await readList(db, copyListPage, req.query) });
  });

  router.get('/copies/new/', async (req, res) => {
    res.render('copy/copy_create', {
      form: await openForm(db, copyCreatePage, { initial: req.query }),
    });
  });

  router.post('/copies/new/', async (req, res) => {
    const { record, form } = await submitForm(db, copyCreatePage, req.body);
    if (form) return res.status(422).render('copy/copy_create', { form });
    req.flash('success', 'Copy created.');
    res.redirect(afterCopyCreate(record));
  });

  router.get('/copies/:id/', async (req, res) => {
    const record = await findRecord(db, copyModel, req.params.id);
    res.render('copy/copy_view', {
      record: await presentRecord(db, copyModel, record, ['book', 'condition']),
    });
  });

  router.get('/copies/:id/edit/', async (req, res) => {
    const record = await findRecord(db, copyModel, req.params.id);
    res.render('copy/copy_edit', {
      record: await presentRecord(db, copyModel, record),
      form: await openForm(db, copyEditPage, { record }),
    });
  });

  router.post('/copies/:id/edit/', async (req, res) => {
    const current = await findRecord(db, copyModel, req.params.id);
    const { record, form } = await submitForm(db, copyEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('copy/copy_edit', {
        record: await presentRecord(db, copyModel, current),
        form,
      });
    }
    req.flash('success', 'Copy saved.');
    res.redirect(afterCopyEdit(record));
  });

  router.get('/copies/:id/copy_check/', async (req, res) => {
    const record = await findRecord(db, copyModel, req.params.id);
    res.render('copy/copy_check', {
      record: await presentRecord(db, copyModel, record),
      form: await openForm(db, copyCheckPage, { record }),
    });
  });

  router.post('/copies/:id/copy_check/', async (req, res) => {
    const current = await findRecord(db, copyModel, req.params.id);
    const { form } = await submitForm(db, copyCheckPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('copy/copy_check', {
        record: await presentRecord(db, copyModel, current),
        form,
      });
    }
    req.flash('success', 'Copy saved.');
    res.redirect(afterCopyCheck());
  });

  router.get('/copies/:id/delete/', async (req, res) => {
    const record = await findRecord(db, copyModel, req.params.id);
    res.render('copy/delete', {
      record: await presentRecord(db, copyModel, record, []),
      dependents: await findDependents(db, copyModel, record[copyModel.key]),
    });
  });

  router.post('/copies/:id/delete/', async (req, res) => {
    const record = await findRecord(db, copyModel, req.params.id);
    const label = labelOf(copyModel, record);
    try {
      await deleteRecords(db, copyModel, [record[copyModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/copies/');
  });

  return router;
}
