import { openForm, submitForm } from '../forms/pages.js';
import { models } from '../models/index.js';
import { findByKey, findChoices } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/** How each kind of page takes part in a run. */
export const stepPages = {
  /** A list on which a record is chosen, or which is only looked at. */
  async list(req, res, { db, run, step, goOn }) {
    if (req.method === 'POST') {
      if ('_choose' in req.body) run.remember(step.entity, req.body._choose);
      return res.redirect(goOn());
    }
    res.render(step.view, { list: await readList(db, step.list, req.query) });
  },

  /** A record to look at before going on. */
  async view(req, res, page) {
    const record = await findRunRecord(req, res, page);
    if (!record) return;
    if (req.method === 'POST') return res.redirect(page.goOn());
    res.render(page.step.view, {
      record: await presentRecord(page.db, models[page.step.entity], record),
    });
  },

  /** A form that leads to the next step when it is saved. */
  async create(req, res, page) {
    await showForm(req, res, page, null);
  },

  async edit(req, res, page) {
    const record = await findRunRecord(req, res, page);
    if (record) await showForm(req, res, page, record);
  },

  /** A form that stores nothing. */
  async free(req, res, { db, step, goOn }) {
    if (req.method === 'POST') return res.redirect(goOn(step.after()));
    res.render(step.view, { form: await openForm(db, step.form) });
  },

  /** A step that happens elsewhere: the person says how it went. */
  outcome(req, res, { failure, goOn }) {
    if (req.method === 'POST') {
      return res.redirect(req.body._outcome === 'failure' && failure ? failure : goOn());
    }
    res.render('experiences/outcome', { failure });
  },
};

async function showForm(req, res, { db, run, step, goOn }, current) {
  const values = current ? { record: await presentRecord(db, step.form.model, current) } : {};
  if (req.method !== 'POST') {
    const known = Object.entries(step.prefills ?? {}).map(([field, entity]) => [
      field,
      run.keyOf(entity),
    ]);
    const initial = Object.fromEntries(known.filter(([, key]) => key !== null));
    const form = await openForm(db, step.form, { record: current, initial });
    return res.render(step.view, { ...values, form });
  }
  const { record, form } = await submitForm(db, step.form, req.body, { record: current });
  if (form) return res.status(422).render(step.view, { ...values, form });
  run.remember(step.entity, record[step.form.model.key]);
  req.flash('success', step.said);
  res.redirect(goOn(step.after(record)));
}

/** The run's record; where it has none (any more), the person is asked to choose one, and null is returned. */
async function findRunRecord(req, res, { db, run, step, path, failure }) {
  const model = models[step.entity];
  if (req.method === 'POST' && '_choose' in req.body) {
    run.remember(step.entity, req.body._choose);
    res.redirect(path);
    return null;
  }
  const key = run.keyOf(step.entity);
  const record = key === null ? null : await findByKey(db, model, key);
  if (!record) {
    const choices = await findChoices(db, model);
    res.render('experiences/choose', { label: model.title, choices, failure });
  }
  return record;
}
