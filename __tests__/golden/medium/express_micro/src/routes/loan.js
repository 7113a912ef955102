import { Router } from 'express';
import { loanCreateSchema, loanEditSchema, loanListFilters } from '../forms/loan.js';
import { openForm, submitForm } from '../forms/pages.js';
import { loanModel } from '../models/loan.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** The list “Loans”. */
export const loanListPage = {
  model: loanModel,
  filterSchema: loanListFilters,
  filters: {
    status: { field: 'status', match: 'equal' },
    member: { field: 'member', match: 'equal' },
  },
  search: [],
  sorts: ['copy', 'member', 'status', 'due', 'lent_at'],
  order: [
    { field: 'status', direction: 'asc' },
    { field: 'due', direction: 'desc' },
  ],
  columns: ['copy', 'member', 'status', 'due', 'lent_at'],
};

/** The form “New loan”. */
export const loanCreatePage = { model: loanModel, schema: loanCreateSchema };

/** Where “New loan” leads when it is saved. */
export function afterLoanCreate(record) {
  return `/loans/${encodeURIComponent(record.id)}/`;
}

/** The form “Edit loan”. */
export const loanEditPage = { model: loanModel, schema: loanEditSchema };

/** Where “Edit loan” leads when it is saved. */
export function afterLoanEdit(record) {
  return `/loans/${encodeURIComponent(record.id)}/`;
}

/** Pages of loans. */
export function loanRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/loans/', async (req, res) => {
    res.render('loan/loan_list', { list: await readList(db, loanListPage, req.query) });
  });

  router.get('/loans/new/', async (req, res) => {
    res.render('loan/loan_create', {
      form: await openForm(db, loanCreatePage, { initial: req.query }),
    });
  });

  router.post('/loans/new/', async (req, res) => {
    const { record, form } = await submitForm(db, loanCreatePage, req.body);
    if (form) return res.status(422).render('loan/loan_create', { form });
    req.flash('success', 'Loan created.');
    res.redirect(afterLoanCreate(record));
  });

  router.get('/loans/:id/', async (req, res) => {
    const record = await findRecord(db, loanModel, req.params.id);
    res.render('loan/loan_view', {
      record: await presentRecord(db, loanModel, record, ['copy', 'member', 'status']),
    });
  });

  router.get('/loans/:id/edit/', async (req, res) => {
    const record = await findRecord(db, loanModel, req.params.id);
    res.render('loan/loan_edit', {
      record: await presentRecord(db, loanModel, record),
      form: await openForm(db, loanEditPage, { record }),
    });
  });

  router.post('/loans/:id/edit/', async (req, res) => {
    const current = await findRecord(db, loanModel, req.params.id);
    const { record, form } = await submitForm(db, loanEditPage, req.body, { record: current });
    if (form) {
      return res.status(422).render('loan/loan_edit', {
        record: await presentRecord(db, loanModel, current),
        form,
      });
    }
    req.flash('success', 'Loan saved.');
    res.redirect(afterLoanEdit(record));
  });

  router.get('/loans/:id/delete/', async (req, res) => {
    const record = await findRecord(db, loanModel, req.params.id);
    res.render('loan/delete', {
      record: await presentRecord(db, loanModel, record, []),
      dependents: await findDependents(db, loanModel, record[loanModel.key]),
    });
  });

  router.post('/loans/:id/delete/', async (req, res) => {
    const record = await findRecord(db, loanModel, req.params.id);
    const label = labelOf(loanModel, record);
    try {
      await deleteRecords(db, loanModel, [record[loanModel.key]]);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash('error', `“${label}” is still in use, so it was not deleted.`);
      return res.redirect(req.originalUrl);
    }
    req.flash('success', `“${label}” was deleted.`);
    res.redirect('/loans/');
  });

  return router;
}
