import { Router } from 'express';
import { openForm, submitForm } from '../forms/pages.js';
import { subjectCreateSchema, subjectEditSchema, subjectListFilters } from '../forms/subject.js';
import { subjectModel } from '../models/subject.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Subjects”. */
export const subjectListPage = {
  model: subjectModel,
  filterSchema: subjectListFilters,
  filters: { parent: { field: 'parent', match: 'equal' } },
  search: ['code', 'name'],
  sorts: ['code', 'name', 'parent'],
  order: [{ field: 'code', direction: 'asc' }],
  columns: ['code', 'name', 'parent'],
};

/** The form “New subject”. */
export const subjectCreatePage = { model: subjectModel, schema: subjectCreateSchema };

/** Where “New subject” leads when it is saved. */
export function afterSubjectCreate() {
  return '/subjects/';
}

/** The form “Edit subject”. */
export const subjectEditPage = { model: subjectModel, schema: subjectEditSchema };

/** Where “Edit subject” leads when it is saved. */
export function afterSubjectEdit() {
  return '/subjects/';
}

/** Pages of subjects. */
export function subjectRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/subjects/', async (req, res) => {
    res.render('subject/subject_list', { list: await readList(db, subjectListPage, req.query) });
  });

  router.get('/subjects/new/', async (req, res) => {
    res.render('subject/subject_create', {
      form: await openForm(db, subjectCreatePage, { initial: req.query }),
    });
  });

  router.post('/subjects/new/', async (req, res) => {
    const { form } = await submitForm(db, subjectCreatePage, req.body);
    if (form) return res.status(422).render('subject/subject_create', { form });
    req.flash('success', 'Subject created.');
    res.redirect(afterSubjectCreate());
  });

  router.get('/subjects/:id/edit/', async (req, res) => {
    const record = await findRecord(db, subjectModel, req.params.id);
    res.render('subject/subject_edit', {
      record: await presentRecord(db, subjectModel, record),
      form: await openForm(db, subjectEditPage, { record }),
    });
  });

  router.post('/subjects/:id/edit/', async (req, res) => {
    const current = await findRecord(db, subjectModel, req.params.id);
    const { form } = await submitForm(db, subjectEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('subject/subject_edit', {
        record: await presentRecord(db, subjectModel, current),
        form,
      });
    }
    req.flash('success', 'Subject saved.');
    res.redirect(afterSubjectEdit());
  });

  router.get('/subjects/:id/delete/', async (req, res) => {
    const record = await findRecord(db, subjectModel, req.params.id);
    res.render('subject/delete', {
      record: await presentRecord(db, subjectModel, record, []),
      dependents: await findDependents(db, subjectModel, record[subjectModel.key]),
    });
  });

  router.post('/subjects/:id/delete/', async (req, res) => {
    const record = await findRecord(db, subjectModel, req.params.id);
    const label = labelOf(subjectModel, record);
    try {
      await deleteRecords(db, subjectModel, [record[subjectModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/subjects/');
  });

  return router;
}
