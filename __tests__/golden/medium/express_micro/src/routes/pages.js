import { Router } from 'express';
import { houseRulesSchema } from '../forms/free-pages.js';
import { openForm } from '../forms/pages.js';

/** The form “House rules”. */
export const houseRulesPage = { schema: houseRulesSchema };

/** Where “House rules” leads when it is sent; `action` names the button. */
export function afterHouseRules(action) {
  if (action === 'agree') return '/books/';
  return '/house_rules/';
}

/** Pages that belong to no entity: nothing is stored, their buttons lead on. */
export function freePageRoutes({ db }) {
  const router = Router({ strict: true });

  router.get('/house_rules/', async (req, res) => {
    res.render('pages/house_rules', { form: await openForm(db, houseRulesPage) });
  });

  router.post('/house_rules/', (req, res) => {
    res.redirect(afterHouseRules(req.body._action));
  });

  return router;
}
