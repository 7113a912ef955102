import { Router } from 'express';
import { classCreateSchema, classEditSchema, classListFilters } from '../forms/class.js';
import { openForm, submitForm } from '../forms/pages.js';
import { classRecordModel } from '../models/class.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Shelf classes”. */
export const classListPage = {
  model: classRecordModel,
  filterSchema: classListFilters,
  filters: { import: { field: 'import', match: 'equal' } },
  search: ['name', 'from', 'to'],
  sorts: ['name', 'from', 'to', 'import'],
  order: [{ field: 'id', direction: 'asc' }],
  columns: ['name', 'from', 'to', 'import'],
};

/** The form “New shelf class”. */
export const classCreatePage = { model: classRecordModel, schema: classCreateSchema };

/** Where “New shelf class” leads when it is saved. */
export function afterClassCreate() {
  return '/classes/';
}

/** The form “Edit shelf class”. */
export const classEditPage = { model: classRecordModel, schema: classEditSchema };

/** Where “Edit shelf class” leads when it is saved. */
export function afterClassEdit() {
  return '/classes/';
}

/** Pages of shelf classes. */
export function classRecordRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/classes/', async (req, res) => {
    res.render('class/class_list', { list: await readList(db, classListPage, req.query) });
  });

  router.get('/classes/new/', async (req, res) => {
    res.render('class/class_create', {
      form: await openForm(db, classCreatePage, { initial: req.query }),
    });
  });

  router.post('/classes/new/', async (req, res) => {
    const { form } = await submitForm(db, classCreatePage, req.body);
    if (form) return res.status(422).render('class/class_create', { form });
    req.flash('success', 'Shelf class created.');
    res.redirect(afterClassCreate());
  });

  router.get('/classes/:id/edit/', async (req, res) => {
    const record = await findRecord(db, classRecordModel, req.params.id);
    res.render('class/class_edit', {
      record: await presentRecord(db, classRecordModel, record),
      form: await openForm(db, classEditPage, { record }),
    });
  });

  router.post('/classes/:id/edit/', async (req, res) => {
    const current = await findRecord(db, classRecordModel, req.params.id);
    const { form } = await submitForm(db, classEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('class/class_edit', {
        record: await presentRecord(db, classRecordModel, current),
        form,
      });
    }
    req.flash('success', 'Shelf class saved.');
    res.redirect(afterClassEdit());
  });

  router.get('/classes/:id/delete/', async (req, res) => {
    const record = await findRecord(db, classRecordModel, req.params.id);
    res.render('class/delete', {
      record: await presentRecord(db, classRecordModel, record, []),
      dependents: await findDependents(db, classRecordModel, record[classRecordModel.key]),
    });
  });

  router.post('/classes/:id/delete/', async (req, res) => {
    const record = await findRecord(db, classRecordModel, req.params.id);
    const label = labelOf(classRecordModel, record);
    try {
      await deleteRecords(db, classRecordModel, [record[classRecordModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/classes/');
  });

  return router;
}
