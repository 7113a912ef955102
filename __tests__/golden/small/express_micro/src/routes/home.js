import { Router } from 'express';

/** What a person can do here. */
export function homeRoutes() {
  const router = Router({ strict: true });

  router.get('/', (req, res) => res.render('home'));

  return router;
}
