import { count } from 'drizzle-orm';
import { Router } from 'express';
import { adminEntities } from './entities.js';
import { entitySection, sectionRoutes } from './section.js';
import { userSection } from './users.js';

/** The admin area: every entity, and the users who may log in. It is mounted behind a check for staff. */
export function adminRoutes({ db, config }) {
  const router = Router({ strict: true });
  const sections = [...adminEntities.map(entitySection), userSection(config)];

  router.use((req, res, next) => {
    res.locals.sections = sections;
    next();
  });

  router.get('/', async (req, res) => {
    const cards = [];
    for (const section of sections) {
      const [{ rows }] = await db.select({ rows: count() }).from(section.model.table);
      cards.push({ section, rows });
    }
    res.render('admin/index', { cards });
  });

  for (const section of sections) {
    router.use(`/${section.path}`, sectionRoutes({ db, section }));
  }

  return router;
}
