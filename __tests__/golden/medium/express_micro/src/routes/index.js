import { Router } from 'express';
import { homeRoutes } from './home.js';
import { freePageRoutes } from './pages.js';
import { memberRoutes } from './member.js';
import { loanRoutes } from './loan.js';
import { reviewRoutes } from './review.js';
import { personRoutes } from './person.js';
import { subjectRoutes } from './subject.js';
import { classRecordRoutes } from './class.js';
import { bookRoutes } from './book.js';
import { copyRoutes } from './copy.js';
import { experienceRoutes } from './experiences.js';

/** All pages; fixed addresses come before those with a key. */
export function pageRoutes({ db }) {
  const router = Router({ strict: true });
  router.use(homeRoutes({ db }));
  router.use(freePageRoutes({ db }));
  router.use(memberRoutes({ db }));
  router.use(loanRoutes({ db }));
  router.use(reviewRoutes({ db }));
  router.use(personRoutes({ db }));
  router.use(subjectRoutes({ db }));
  router.use(classRecordRoutes({ db }));
  router.use(bookRoutes({ db }));
  router.use(copyRoutes({ db }));
  router.use(experienceRoutes({ db }));
  return router;
}
