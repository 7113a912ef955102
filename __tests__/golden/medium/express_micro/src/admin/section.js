import { Router } from 'express';
import { openForm, submitForm } from '../forms/pages.js';
import { deleteRecords, findDependents } from '../records/delete.js';
import { isRefusal } from '../records/errors.js';
import { findByKey, findRecord, labelOf } from '../records/find.js';
import { readList } from '../records/list.js';
import { presentRecord } from '../records/present.js';

/**
 * A section of the admin area: the pages of one kind of record. Besides what an entity says in `entities.js` it has
 * `createForm` and `editForm` (a model and a schema each), `submit`, which saves what was sent, and `refusal`, which says
 * why somebody must not delete a record, or null.
 */
export function entitySection(entity) {
  const { model } = entity;
  const isKeyEntered = model.key in model.schema.shape;
  return {
    ...entity,
    address: `/admin/${entity.path}/`,
    order: model.order,
    createForm: { model, schema: model.schema },
    editForm: {
      model,
      schema: isKeyEntered ? model.schema.omit({ [model.key]: true }) : model.schema,
    },
    submit: (db, form, req, record) => submitForm(db, form, req.body, { record }),
    refusal: () => null,
  };
}

/** List, create, edit and delete pages of a section. */
export function sectionRoutes({ db, section }) {
  const router = Router({ strict: true });
  const { model, createForm, editForm } = section;

  router.get('/', async (req, res) => {
    res.render('admin/list', { section, list: await readList(db, section, req.query) });
  });

  router.get('/new/', async (req, res) => {
    const form = await openForm(db, createForm, { initial: req.query });
    res.render('admin/form', { section, record: null, schema: createForm.schema, form });
  });

  router.post('/new/', async (req, res) => {
    const { form } = await section.submit(db, createForm, req, null);
    if (form) {
      return res
        .status(422)
        .render('admin/form', { section, record: null, schema: createForm.schema, form });
    }
    req.flash('success', `${model.title} created.`);
    res.redirect(section.address);
  });

  router.get('/:id/edit/', async (req, res) => {
    const current = await findRecord(db, model, req.params.id);
    const record = await presentRecord(db, model, current);
    const form = await openForm(db, editForm, { record: current });
    res.render('admin/form', { section, record, schema: editForm.schema, form });
  });

  router.post('/:id/edit/', async (req, res) => {
    const current = await findRecord(db, model, req.params.id);
    const { form } = await section.submit(db, editForm, req, current);
    if (form) {
      const record = await presentRecord(db, model, current);
      return res
        .status(422)
        .render('admin/form', { section, record, schema: editForm.schema, form });
    }
    req.flash('success', `${model.title} saved.`);
    res.redirect(section.address);
  });

  // The ticked rows of the list come as `?key=`, one for each; so does the one record of its edit page.
  router.get('/delete/', async (req, res) => {
    const records = await findChosen(db, model, req.query.key);
    if (records.length === 0) return tellNothingChosen(req, res);
    const chosen = [];
    for (const record of records) {
      chosen.push({
        ...(await presentRecord(db, model, record, [])),
        dependents: await findDependents(db, model, record[model.key]),
        refusal: section.refusal(req, record),
      });
    }
    res.render('admin/delete', { section, chosen });
  });

  router.post('/delete/', async (req, res) => {
    const records = await findChosen(db, model, req.body.key);
    if (records.length === 0) return tellNothingChosen(req, res);
    const keys = records.map((record) => record[model.key]);
    const back = `${section.address}delete/?${new URLSearchParams(keys.map((key) => ['key', key]))}`;
    const refusal = records.map((record) => section.refusal(req, record)).find(Boolean);
    if (refusal) {
      req.flash('error', refusal);
      return res.redirect(back);
    }
    const name = records.length === 1 ? `“${labelOf(model, records[0])}”` : null;
    try {
      await deleteRecords(db, model, keys);
    } catch (error) {
      if (!isRefusal(error, 'FOREIGN KEY')) throw error;
      req.flash(
        'error',
        name
          ? `${name} is still in use, so it was not deleted.`
          : 'Some of these are still in use, so none was deleted.',
      );
      return res.redirect(back);
    }
    req.flash(
      'success',
      name ? `${name} was deleted.` : `${records.length} ${model.pluralNoun} were deleted.`,
    );
    res.redirect(section.address);
  });

  function tellNothingChosen(req, res) {
    req.flash('warning', `Choose the ${model.pluralNoun} to delete first.`);
    res.redirect(section.address);
  }

  return router;
}

async function findChosen(db, model, keys) {
  const records = [];
  for (const key of new Set([keys ?? []].flat())) {
    const record = await findByKey(db, model, key);
    if (record) records.push(record);
  }
  return records;
}
