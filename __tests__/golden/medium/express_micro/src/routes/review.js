import { Router } from 'express';
import { openForm, submitForm } from '../forms/pages.js';
import { reviewCreateSchema, reviewListFilters } from '../forms/review.js';
import { reviewModel } from '../models/review.js';
import { readList } from '../records/list.js';

/** The list “Reviews”. */
export const reviewListPage = {
  model: reviewModel,
  filterSchema: reviewListFilters,
  filters: { book: { field: 'book', match: 'equal' }, member: { field: 'member', match: 'equal' } },
  search: [],
  sorts: ['book', 'member', 'stars', 'created_at'],
  order: [{ field: 'created_at', direction: 'desc' }],
  columns: ['book', 'member', 'stars', 'created_at'],
};

/** The form “New review”. */
export const reviewCreatePage = { model: reviewModel, schema: reviewCreateSchema };

/** Where “New review” leads when it is saved. */
export function afterReviewCreate() {
  return '/reviews/';
}

/** Pages of reviews. */
export function reviewRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/reviews/', async (req, res) => {
    res.render('review/review_list', { list: await readList(db, reviewListPage, req.query) });
  });

  router.get('/reviews/new/', async (req, res) => {
    res.render('review/review_create', {
      form: await openForm(db, reviewCreatePage, { initial: req.query }),
    });
  });

  router.post('/reviews/new/', async (req, res) => {
    const { form } = await submitForm(db, reviewCreatePage, req.body);
    if (form) return res.status(422).render('review/review_create', { form });
    req.flash('success', 'Review created.');
    res.redirect(afterReviewCreate());
  });

  return router;
}
