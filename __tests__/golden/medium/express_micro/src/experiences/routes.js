import { Router } from 'express';
import { Run } from './run.js';
import { stepPages } from './steps.js';
import { models } from '../models/index.js';

/** The pages of an experience: its start, which begins a run anew, and one for each step. */
export function runRoutes(db, experience) {
  const router = Router({ strict: true });
  const pathOf = (step) => `/experiences/${experience.name}/${step}/`;

  router.get(`/experiences/${experience.name}/`, (req, res) => {
    new Run(req.session, experience.name).finish();
    const query = new URLSearchParams(req.query);
    res.redirect(pathOf(experience.start) + (query.size > 0 ? `?${query}` : ''));
  });

  for (const [name, step] of Object.entries(experience.steps)) {
    router.all(pathOf(name), async (req, res, next) => {
      const run = new Run(req.session, experience.name);
      if (typeof req.query.record === 'string') {
        run.start(readRecord(req.query.record));
        return res.redirect(pathOf(name));
      }
      if (!run.isStarted) run.start();
      run.move(name);
      res.locals.run = describeRun(experience, name);
      const page = {
        db,
        run,
        step,
        path: pathOf(name),
        goOn,
        cancel,
        failure: step.failure && pathOf(step.failure),
      };
      if (req.method === 'POST' && '_cancel' in req.body) return res.redirect(cancel());
      return stepPages[step.page](req, res, page, next);

      /** The next step, or the end of the run and where it leads. */
      function goOn(end = '/') {
        if (step.success) return pathOf(step.success);
        run.finish();
        return end;
      }

      function cancel() {
        if (step.cancel) return pathOf(step.cancel);
        run.finish();
        return '/';
      }
    });
  }
  return router;
}

/** The record of `?record=Entity:key`. */
function readRecord(text) {
  const [entity, ...key] = text.split(':');
  return Object.hasOwn(models, entity) ? { [entity]: key.join(':') } : {};
}

function describeRun(experience, current) {
  const step = experience.steps[current];
  return {
    title: step.title,
    steps: Object.entries(experience.steps).map(([name, { title }]) => ({
      title,
      isCurrent: name === current,
    })),
    choosesRecord: step.choosesRecord ?? false,
    isLast: !step.success,
  };
}
