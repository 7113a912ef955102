import { toLocal } from '../dates.js';
import { models } from '../models/index.js';
import { isRefusal } from '../records/errors.js';
import { findChoices, findLinks } from '../records/find.js';
import { checkRecord, saveRecord } from '../records/save.js';
import { showDecimal } from './decimals.js';
import { parseForm } from './parse.js';

/** The form of a page before it is sent: over a record, or empty but for defaults and `initial` values. */
export async function openForm(db, { model, schema }, { record = null, initial = {} } = {}) {
  const values = {};
  for (const name of Object.keys(schema.shape)) {
    const field = model?.fields[name];
    if (record && field) values[name] = await readInput(db, model, name, record);
    else values[name] = initial[name] ?? inputOf(field, defaultOf(field));
  }
  return { values, errors: Object.create(null), choices: await choicesFor(db, { model, schema }) };
}

/**
 * Checks what was sent and saves it. Returns the saved record, or the form with a message for each field that is wrong;
 * `_record` stands for several fields together.
 */
export async function submitForm(db, { model, schema }, body, { record: current = null } = {}) {
  const key = current?.[model.key] ?? null;
  const { values, errors } = parseForm(schema, body);
  Object.assign(errors, await checkRecord(db, model, values, key));
  if (Object.keys(errors).length === 0) {
    try {
      return { record: await saveRecord(db, model, values, key), form: null };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      errors._record = 'A record with these values already exists';
    }
  }
  const form = {
    values: readSent(schema, body),
    errors,
    choices: await choicesFor(db, { model, schema }),
  };
  return { record: null, form };
}

/** What was sent, as it was, to be shown again. */
export function readSent(schema, body) {
  return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, body[name] ?? '']));
}

async function readInput(db, model, name, record) {
  const field = model.fields[name];
  if (field.kind !== 'many') return inputOf(field, record[name]);
  const key = record[model.key];
  return (await findLinks(db, field, [key])).get(key).map(String);
}

function defaultOf(field) {
  const fallback = field?.fallback;
  return (typeof fallback === 'function' ? fallback() : fallback) ?? null;
}

/** A value as an input has it. */
function inputOf(field, value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return toLocal(value);
  if (field.kind === 'decimal') return showDecimal(value, field.scale);
  if (field.kind === 'json') return JSON.stringify(value, null, 2);
  return value;
}

async function choicesFor(db, { model, schema }) {
  const choices = {};
  for (const name of Object.keys(schema.shape)) {
    const field = model?.fields[name];
    if (field?.kind === 'enum') choices[name] = field.choices;
    else if (field?.entity) choices[name] = await findChoices(db, models[field.entity]);
  }
  return choices;
}
