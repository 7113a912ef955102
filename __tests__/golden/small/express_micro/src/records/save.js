import { randomUUID } from 'node:crypto';
import { and, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import { saveTogether } from '../db/dialect.js';
import { models } from '../models/index.js';
import { columnOf, keyOf, parseKey } from './find.js';

/** Makes a record of checked values, or changes the one with `key`; many-to-many fields too. Returns the record. */
export async function saveRecord(db, model, values, key = null) {
  const links = Object.keys(values).filter((name) => model.fields[name]?.kind === 'many');
  const row = Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => Object.hasOwn(model.fields, name) && !links.includes(name),
    ),
  );
  if (key === null && model.keyKind === 'uuid') row[model.key] ??= randomUUID();
  const save = (on) => (key === null ? insert(on, model, row) : update(on, model, row, key));
  if (links.length === 0) {
    const [saved] = await save(db);
    return saved;
  }
  return saveTogether(db, { column: keyOf(model), key: key ?? row[model.key] }, save, (on, owner) =>
    links.flatMap((name) => replaceLinks(on, model.fields[name], owner, values[name])),
  );
}

function insert(db, model, row) {
  return db.insert(model.table).values(row).returning();
}

function update(db, model, row, key) {
  // The key stands in for the values of a form that only has links.
  return db
    .update(model.table)
    .set({ [model.key]: key, ...row })
    .where(eq(keyOf(model), key))
    .returning();
}

function replaceLinks(db, { link }, owner, targets) {
  const remove = db.delete(link.table).where(eq(getTableColumns(link.table)[link.source], owner));
  if (targets.length === 0) return [remove];
  const rows = targets.map((target) => ({ [link.source]: owner, [link.target]: target }));
  return [remove, db.insert(link.table).values(rows)];
}

/**
 * Looks up what values alone do not tell: that the records they refer to exist, and that unique values are free.
 * Returns a message for each field that is wrong; `_record` stands for several fields together.
 */
export async function checkRecord(db, model, values, key = null) {
  const errors = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields[name];
    if (!field?.entity || value === null) continue;
    const wanted = [value].flat();
    const target = models[field.entity];
    const keys = wanted
      .map((each) => parseKey(target, String(each)))
      .filter((each) => each !== null);
    const rows =
      keys.length === 0
        ? []
        : await db
            .select({ key: keyOf(target) })
            .from(target.table)
            .where(inArray(keyOf(target), keys));
    const found = new Set(rows.map((row) => String(row.key)));
    const missing = wanted.filter((each) => !found.has(String(each)));
    if (missing.length > 0)
      errors[name] = `${field.kind === 'many' ? 'were' : 'was'} not found: ${missing.join(', ')}`;
  }
  for (const fields of model.unique) {
    const isAsked =
      fields.some((name) => name in values) && fields.every((name) => !(name in errors));
    if (!isAsked || !(await isTaken(db, model, fields, values, key))) continue;
    if (fields.length === 1) errors[fields[0]] = 'must be unique: this one already exists';
    else
      errors._record = `${listOf(fields.map((name) => model.fields[name].label))} must be unique together: this combination already exists`;
  }
  return errors;
}

/** `A, B and C`. */
function listOf(words) {
  return new Intl.ListFormat('en-GB').format(words);
}

/** Claims that another record has the same values in these fields; nulls never clash. */
async function isTaken(db, model, fields, values, key) {
  let current = values;
  if (key !== null && fields.some((name) => !(name in values))) {
    const [record] = await db
      .select()
      .from(model.table)
      .where(eq(keyOf(model), key));
    current = { ...record, ...values };
  }
  if (fields.some((name) => (current[name] ?? null) === null)) return false;
  const [other] = await db
    .select({ key: keyOf(model) })
    .from(model.table)
    .where(
      and(
        ...fields.map((name) => eq(columnOf(model, name), current[name])),
        key === null ? undefined : ne(keyOf(model), key),
      ),
    )
    .limit(1);
  return other !== undefined;
}
