import { Router } from 'express';
import { homeRoutes } from './home.js';
import { authorRoutes } from './author.js';
import { bookRoutes } from './book.js';

/** All pages; fixed addresses come before those with a key. */
export function pageRoutes({ db }) {
  const router = Router({ strict: true });
  router.use(homeRoutes({ db }));
  router.use(authorRoutes({ db }));
  router.use(bookRoutes({ db }));
  return router;
}
