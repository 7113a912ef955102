import { Router } from 'express';
import { openForm, submitForm } from '../forms/pages.js';
import { personCreateSchema, personEditSchema, personListFilters } from '../forms/person.js';
import { personModel } from '../models/person.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “People”. */
export const personListPage = {
  model: personModel,
  filterSchema: personListFilters,
  filters: {},
  search: ['name'],
  sorts: ['name', 'born'],
  order: [{ field: 'id', direction: 'asc' }],
  columns: ['name', 'born'],
};

/** The form “New person”. */
export const personCreatePage = { model: personModel, schema: personCreateSchema };

/** Where “New person” leads when it is saved. */
export function afterPersonCreate(record) {
  return `/people/${encodeURIComponent(record.id)}/`;
}

/** The form “Edit person”. */
export const personEditPage = { model: personModel, schema: personEditSchema };

/** Where “Edit person” leads when it is saved. */
export function afterPersonEdit(record) {
  return `/people/${encodeURIComponent(record.id)}/`;
}

/** Pages of people. */
export function personRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/people/', async (req, res) => {
    res.render('person/person_list', { list: await readList(db, personListPage, req.query) });
  });

  router.get('/people/new/', async (req, res) => {
    res.render('person/person_create', {
      form: await openForm(db, personCreatePage, { initial: req.query }),
    });
  });

  router.post('/people/new/', async (req, res) => {
    const { record, form } = await submitForm(db, personCreatePage, req.body);
    if (form) return res.status(422).render('person/person_create', { form });
    req.flash('success', 'Person created.');
    res.redirect(afterPersonCreate(record));
  });

  router.get('/people/:id/', async (req, res) => {
    const record = await findRecord(db, personModel, req.params.id);
    res.render('person/person_view', { record: await presentRecord(db, personModel, record, []) });
  });

  router.get('/people/:id/edit/', async (req, res) => {
    const record = await findRecord(db, personModel, req.params.id);
    res.render('person/person_edit', {
      record: await presentRecord(db, personModel, record),
      form: await openForm(db, personEditPage, { record }),
    });
  });

  router.post('/people/:id/edit/', async (req, res) => {
    const current = await findRecord(db, personModel, req.params.id);
    const { record, form } = await submitForm(db, personEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('person/person_edit', {
        record: await presentRecord(db, personModel, current),
        form,
      });
    }
    req.flash('success', 'Person saved.');
    res.redirect(afterPersonEdit(record));
  });

  router.get('/people/:id/delete/', async (req, res) => {
    const record = await findRecord(db, personModel, req.params.id);
    res.render('person/delete', {
      record: await presentRecord(db, personModel, record, []),
      dependents: await findDependents(db, personModel, record[personModel.key]),
    });
  });

  router.post('/people/:id/delete/', async (req, res) => {
    const record = await findRecord(db, personModel, req.params.id);
    const label = labelOf(personModel, record);
    try {
      await deleteRecords(db, personModel, [record[personModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/people/');
  });

  return router;
}
