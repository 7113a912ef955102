import { Router } from 'express';
import { memberCreateSchema, memberEditSchema, memberListFilters } from '../forms/member.js';
import { openForm, submitForm } from '../forms/pages.js';
import { memberModel } from '../models/member.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Members”. */
export const memberListPage = {
  model: memberModel,
  filterSchema: memberListFilters,
  filters: {
    level: { field: 'level', match: 'equal' },
    is_active: { field: 'is_active', match: 'equal' },
  },
  search: ['name', 'email'],
  sorts: ['name', 'email', 'level', 'is_active', 'fee', 'joined'],
  order: [{ field: 'created_at', direction: 'desc' }],
  columns: ['name', 'email', 'level', 'is_active', 'fee', 'joined'],
};

/** The form “New member”. */
export const memberCreatePage = { model: memberModel, schema: memberCreateSchema };

/** Where “New member” leads when it is saved. */
export function afterMemberCreate(record) {
  return `/members/${encodeURIComponent(record.id)}/`;
}

/** The form “Edit member”. */
export const memberEditPage = { model: memberModel, schema: memberEditSchema };

/** Where “Edit member” leads when it is saved. */
export function afterMemberEdit(record) {
  return `/members/${encodeURIComponent(record.id)}/`;
}

/** Pages of members. */
export function memberRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/members/', async (req, res) => {
    res.render('member/member_list', { list: await readList(db, memberListPage, req.query) });
  });

  router.get('/members/new/', async (req, res) => {
    res.render('member/member_create', {
      form: await openForm(db, memberCreatePage, { initial: req.query }),
    });
  });

  router.post('/members/new/', async (req, res) => {
    const { record, form } = await submitForm(db, memberCreatePage, req.body);
    if (form) return res.status(422).render('member/member_create', { form });
    req.flash('success', 'Member created.');
    res.redirect(afterMemberCreate(record));
  });

  router.get('/members/:id/', async (req, res) => {
    const record = await findRecord(db, memberModel, req.params.id);
    res.render('member/member_view', {
      record: await presentRecord(db, memberModel, record, ['level', 'favourites', 'guarantor']),
    });
  });

  router.get('/members/:id/edit/', async (req, res) => {
    const record = await findRecord(db, memberModel, req.params.id);
    res.render('member/member_edit', {
      record: await presentRecord(db, memberModel, record),
      form: await openForm(db, memberEditPage, { record }),
    });
  });

  router.post('/members/:id/edit/', async (req, res) => {
    const current = await findRecord(db, memberModel, req.params.id);
    const { record, form } = await submitForm(db, memberEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('member/member_edit', {
        record: await presentRecord(db, memberModel, current),
        form,
      });
    }
    req.flash('success', 'Member saved.');
    res.redirect(afterMemberEdit(record));
  });

  router.get('/members/:id/delete/', async (req, res) => {
    const record = await findRecord(db, memberModel, req.params.id);
    res.render('member/delete', {
      record: await presentRecord(db, memberModel, record, []),
      dependents: await findDependents(db, memberModel, record[memberModel.key]),
    });
  });

  router.post('/members/:id/delete/', async (req, res) => {
    const record = await findRecord(db, memberModel, req.params.id);
    const label = labelOf(memberModel, record);
    try {
      await deleteRecords(db, memberModel, [record[memberModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/members/');
  });

  return router;
}
