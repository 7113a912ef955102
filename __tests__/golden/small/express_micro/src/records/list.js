import { and, count, eq, exists, gte, inArray, lt, or, sql } from 'drizzle-orm';
import { getTableColumns } from 'drizzle-orm';
import { asText, like } from '../db/dialect.js';
import { dayRange } from '../dates.js';
import { parseForm } from '../forms/parse.js';
import { models } from '../models/index.js';
import { columnOf, findChoices, keyOf, orderOf, parseKey } from './find.js';
import { presentRecords, selectWithLabels } from './present.js';

const pageSize = 25;
/** The database looks through every row for it. */
const longestSearch = 1000;

/**
 * The records that a list page shows for its query: filtered, searched (`?q=`), sorted (`?sort=field` or `-field`), one
 * page of them (`?page=`). `page` says which `columns` are read, which `filters` (how each matches, by parameter), `search`
 * and `sorts` it has.
 */
export async function readList(db, page, query) {
  const { model } = page;
  const { values, errors } = parseForm(page.filterSchema, query);
  const q = typeof query.q === 'string' ? query.q.trim() : '';
  const isValid =
    Object.keys(errors).length === 0 && !q.includes('\0') && q.length <= longestSearch;
  const conditions = [
    ...Object.entries(page.filters).map(([name, filter]) =>
      conditionOf(db, model, filter, values[name] ?? null),
    ),
    q === '' || page.search.length === 0
      ? undefined
      : or(...page.search.map((name) => contains(db, model, name, q))),
    isValid ? undefined : sql`false`,
  ];
  const where = and(...conditions);
  const [{ total }] = await db.select({ total: count() }).from(model.table).where(where);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const number = Math.min(Math.max(1, pageNumber(query.page)), pages);
  const sort = typeof query.sort === 'string' ? query.sort : '';
  const rows = await selectWithLabels(db, model, page.columns)
    .where(where)
    .orderBy(...orderOf(model, orderFor(page, sort)))
    .limit(pageSize)
    .offset((number - 1) * pageSize);
  return {
    records: await presentRecords(db, model, rows, page.columns),
    total,
    pages,
    number,
    pageRange: elidedRange(number, pages),
    sort,
    isFiltered: q !== '' || Object.keys(page.filters).some((name) => isGiven(query[name])),
    filters: {
      values: Object.assign(Object.create(null), query, { q }),
      errors,
      choices: await choicesFor(db, page),
    },
  };
}

function pageNumber(text) {
  return /^\d+$/.test(text) ? Number(text) : 1;
}

function isGiven(value) {
  return value !== undefined && value !== '';
}

function orderFor(page, sort) {
  const field = sort.replace(/^-/, '');
  if (!page.sorts.includes(field)) return page.order;
  return [{ field, direction: sort.startsWith('-') ? 'desc' : 'asc' }];
}

function conditionOf(db, model, { field: name, match }, given) {
  if (given === null) return undefined;
  const field = model.fields[name];
  const value =
    field.entity && match !== 'contains' ? parseKey(models[field.entity], String(given)) : given;
  if (value === null || (field.kind === 'int' && !Number.isSafeInteger(value))) return sql`false`;
  if (match === 'member') {
    const { [field.link.source]: source, [field.link.target]: target } = getTableColumns(
      field.link.table,
    );
    return inArray(
      keyOf(model),
      db.select({ source }).from(field.link.table).where(eq(target, value)),
    );
  }
  const column = columnOf(model, name);
  if (match === 'contains') return containsText(model, name, value);
  if (match === 'same-text') return sql`lower(${asText(column)}) = lower(${value})`;
  if (match === 'day') {
    const [start, end] = dayRange(value);
    return and(gte(column, start), lt(column, end));
  }
  return eq(column, value);
}

/** Claims that a field contains the text: a ref's, where the label of its record does. */
function contains(db, model, name, text) {
  const field = model.fields[name];
  if (field.kind !== 'ref' && field.kind !== 'many') return containsText(model, name, text);
  const target = models[field.entity];
  const found = db
    .select({ key: keyOf(target) })
    .from(target.table)
    .where(matches(columnOf(target, target.label), text));
  if (field.kind === 'ref') return inArray(columnOf(model, name), found);
  const { [field.link.source]: source, [field.link.target]: other } = getTableColumns(
    field.link.table,
  );
  return exists(
    db
      .select({ source })
      .from(field.link.table)
      .where(and(eq(source, keyOf(model)), inArray(other, found))),
  );
}

/** JSON is looked through without its spaces, which do not mean anything. */
function containsText(model, name, text) {
  const column = columnOf(model, name);
  if (model.fields[name].kind !== 'json') return matches(column, text);
  return matches(sql`replace(${asText(column)}, ' ', '')`, text.replaceAll(' ', ''));
}

function matches(column, text) {
  return like(column, `%${text.replace(/[\\%_]/g, '\\$&')}%`);
}

async function choicesFor(db, page) {
  const choices = {};
  for (const [name, { field: fieldName, match }] of Object.entries(page.filters)) {
    const field = page.model.fields[fieldName];
    if (field.kind === 'enum') choices[name] = field.choices;
    else if (field.entity && match !== 'contains')
      choices[name] = await findChoices(db, models[field.entity]);
    else if (field.kind === 'bool') {
      choices[name] = [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ];
    }
  }
  return choices;
}

/** Page numbers around the current one and at both ends; null for what is left out between. */
function elidedRange(number, pages) {
  const range = [];
  for (let page = 1; page <= pages; page++) {
    const isNear = Math.abs(page - number) <= 3;
    if (isNear || page <= 2 || page > pages - 2) range.push(page);
    else if (range.at(-1) !== null) range.push(null);
  }
  return range;
}
