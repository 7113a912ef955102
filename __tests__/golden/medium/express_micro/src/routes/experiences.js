import { Router } from 'express';
import { runRoutes } from '../experiences/routes.js';
import { afterCopyCreate, copyCreatePage } from './copy.js';
import { afterLoanCreate, loanCreatePage, loanListPage } from './loan.js';
import { afterMemberCreate, memberCreatePage } from './member.js';

/** “First loan”: its steps, the page of each, and where its outcomes lead. */
export const firstLoanExperience = {
  name: 'first_loan',
  title: 'First loan',
  start: 'member',
  steps: {
    member: {
      title: 'New member',
      page: 'create',
      entity: 'Member',
      view: 'member/member_create',
      form: memberCreatePage,
      after: afterMemberCreate,
      said: 'Member created.',
      success: 'book',
      cancel: 'loans',
    },
    book: {
      title: 'New copy',
      page: 'create',
      entity: 'Copy',
      view: 'copy/copy_create',
      form: copyCreatePage,
      after: afterCopyCreate,
      said: 'Copy created.',
      success: 'loan',
    },
    loan: {
      title: 'New loan',
      page: 'create',
      entity: 'Loan',
      view: 'loan/loan_create',
      form: loanCreatePage,
      after: afterLoanCreate,
      said: 'Loan created.',
      prefills: { copy: 'Copy', member: 'Member' },
      success: 'loans',
      failure: 'book',
    },
    loans: {
      title: 'Loans',
      page: 'list',
      entity: 'Loan',
      view: 'loan/loan_list',
      list: loanListPage,
    },
  },
};

/** Experiences: ways through several pages, whose runs are kept in the session. */
export function experienceRoutes({ db }) {
  const router = Router({ strict: true });
  router.use(runRoutes(db, firstLoanExperience));
  return router;
}
