import { aliasedTable, eq } from 'drizzle-orm';
import { models } from '../models/index.js';
import { columnOf, findLabels, findLinks, labelOf } from './find.js';

/** Starts a query for the `fields` of records, their keys and labels, and the labels of those that they refer to. */
export function selectWithLabels(db, model, fields) {
  const columns = fields.filter((name) => model.fields[name].kind !== 'many');
  const record = Object.fromEntries(
    [model.key, model.label, ...columns].map((name) => [name, columnOf(model, name)]),
  );
  const labels = {};
  const joins = [];
  for (const name of refsOf(model, fields)) {
    const target = models[model.fields[name].entity];
    const table = aliasedTable(target.table, `labelled_${joins.length}`);
    labels[name] = table[target.label];
    joins.push([table, eq(table[target.key], columnOf(model, name))]);
  }
  const query = db.select({ record, labels }).from(model.table);
  for (const [table, isReferredTo] of joins) query.leftJoin(table, isReferredTo);
  return query;
}

/**
 * Rows of `selectWithLabels` as views show them: `key`, `label`, `values` by field, `labels` of enums and refs, and `links`
 * (keys and labels of the records at the other end) of many-to-many fields. `fields` names those that are shown.
 */
export async function presentRecords(db, model, rows, fields) {
  const refs = refsOf(model, fields);
  const presented = rows.map(({ record, labels }) => ({
    key: record[model.key],
    label: labelOf(model, record),
    values: record,
    labels: Object.fromEntries(refs.map((name) => [name, refLabel(record[name], labels?.[name])])),
    links: {},
  }));
  for (const name of fields) {
    const field = model.fields[name];
    if (field.kind === 'enum') {
      const labels = new Map(field.choices.map(({ value, label }) => [value, label]));
      for (const each of presented)
        each.labels[name] = labels.get(each.values[name]) ?? each.values[name];
    } else if (field.kind === 'many') {
      const links = await findLinks(
        db,
        field,
        presented.map(({ key }) => key),
      );
      const labels = await findLabels(db, models[field.entity], [...links.values()].flat());
      for (const each of presented) {
        each.links[name] = links.get(each.key).map((key) => ({ key, label: labels.get(key) }));
      }
    }
  }
  return presented;
}

/** One record as views show it. */
export async function presentRecord(db, model, record, fields = Object.keys(model.fields)) {
  const labels = {};
  for (const name of refsOf(model, fields)) {
    const found = await findLabels(db, models[model.fields[name].entity], [record[name]]);
    labels[name] = found.get(record[name]);
  }
  const [presented] = await presentRecords(db, model, [{ record, labels }], fields);
  return presented;
}

function refsOf(model, fields) {
  return fields.filter((name) => model.fields[name].kind === 'ref');
}

/** What the record with a key is called: its label, or the key. */
function refLabel(key, label) {
  if (key === null) return null;
  return String((label ?? '') === '' ? key : label);
}
