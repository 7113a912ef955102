import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { HttpError } from '../errors.js';
import { models } from '../models/index.js';

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The column of a model's field. */
export function columnOf(model, field) {
  return getTableColumns(model.table)[field];
}

/** The column of a model's key. */
export function keyOf(model) {
  return columnOf(model, model.key);
}

/** A key as an address or a form gives it, or null where no record can have it. */
export function parseKey(model, text) {
  if (String(text).length > 2000) return null;
  if (model.keyKind === 'int') return /^\d{1,15}$/.test(text) ? Number(text) : null;
  if (model.keyKind === 'uuid') return uuid.test(text) ? String(text).toLowerCase() : null;
  return String(text).includes('\0') ? null : String(text);
}

/** The record with a key, or null. */
export async function findByKey(db, model, text) {
  const key = parseKey(model, text);
  if (key === null) return null;
  const [record] = await db
    .select()
    .from(model.table)
    .where(eq(keyOf(model), key));
  return record ?? null;
}

/** The record that an address names; throws a 404 where there is none. */
export async function findRecord(db, model, text) {
  const record = await findByKey(db, model, text);
  if (record === null) {
    throw new HttpError(404, 'Not found', 'This page does not exist, or not any more.');
  }
  return record;
}

/** What a record is called: its label, or its key. */
export function labelOf(model, record) {
  const label = record[model.label] ?? '';
  return label === '' ? String(record[model.key]) : String(label);
}

/** Labels of records by their keys. */
export async function findLabels(db, model, keys) {
  const wanted = [...new Set(keys.filter((key) => key !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ key: keyOf(model), label: columnOf(model, model.label) })
    .from(model.table)
    .where(inArray(keyOf(model), wanted));
  return new Map(
    rows.map(({ key, label }) => [
      key,
      label === null || label === '' ? String(key) : String(label),
    ]),
  );
}

/** All records of a model to choose from, by their labels. */
export async function findChoices(db, model) {
  const rows = await db
    .select({ key: keyOf(model), label: columnOf(model, model.label) })
    .from(model.table)
    .orderBy(...labelOrder(model));
  return rows.map(({ key, label }) => ({ value: String(key), label: String(label || key) }));
}

/** Keys of the records at the other end of a many-to-many field, in the order of their labels, by the record's key. */
export async function findLinks(db, field, keys) {
  const links = new Map(keys.map((key) => [key, []]));
  if (keys.length === 0) return links;
  const { [field.link.source]: source, [field.link.target]: target } = getTableColumns(
    field.link.table,
  );
  const linked = models[field.entity];
  const rows = await db
    .select({ source, target })
    .from(field.link.table)
    .innerJoin(linked.table, eq(keyOf(linked), target))
    .where(inArray(source, keys))
    .orderBy(...labelOrder(linked));
  for (const row of rows) links.get(row.source)?.push(row.target);
  return links;
}

/** SQL for the order in which people look for records: by label, in capitals or not; those without one last. */
function labelOrder(model) {
  const label = columnOf(model, model.label);
  return model.label === model.key
    ? [asc(label)]
    : [sql`lower(${label}) asc nulls last`, asc(keyOf(model))];
}

/** SQL for an order: enums as declared, refs by the label of their record, nulls last, the key at the end. */
export function orderOf(model, order) {
  const terms = order.map(({ field, direction }) => {
    const term = termOf(model, field);
    return sql`${direction === 'desc' ? desc(term) : asc(term)} nulls last`;
  });
  return [...terms, asc(keyOf(model))];
}

function termOf(model, name) {
  const field = model.fields[name];
  const column = columnOf(model, name);
  if (field.kind === 'enum') {
    const cases = field.choices.map(
      ({ value }, place) => sql`when ${value} then ${sql.raw(String(place))}`,
    );
    return sql`case ${column} ${sql.join(cases, sql` `)} end`;
  }
  if (field.kind !== 'ref') return column;
  const target = models[field.entity];
  return sql`(select ${sql.identifier('other')}.${sql.identifier(columnOf(target, target.label).name)} from ${target.table} as ${sql.identifier('other')} where ${sql.identifier('other')}.${sql.identifier(keyOf(target).name)} = ${column})`;
}
