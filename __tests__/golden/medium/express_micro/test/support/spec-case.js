import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { parseForm } from '../../src/forms/parse.js';
import { models } from '../../src/models/index.js';
import { deleteRecords } from '../../src/records/delete.js';
import { isRefusal } from '../../src/records/errors.js';
import { findLinks, keyOf, orderOf } from '../../src/records/find.js';
import { checkRecord, saveRecord } from '../../src/records/save.js';
import { valuesOf } from './records.js';

const searchedKinds = ['str', 'text', 'email', 'url'];

/** Times are kept in milliseconds: what comes after this is later. */
async function nextMillisecond() {
  const start = Date.now();
  while (Date.now() === start) await setTimeout(1);
}

/** The name of another field of the same record, in an expectation. */
class FieldName {
  constructor(name) {
    this.name = name;
  }
}

/** One `test` block of the spec: it acts on validation and storage, past the pages. */
export class SpecCase {
  #db;
  #rows = new Map();
  #model = null;
  #record = null;
  #results = [];
  #error = null;

  constructor(db) {
    this.#db = db;
  }

  /** A row of the setup; required fields that the spec leaves out get sample values. */
  async row(name, entity, values) {
    const model = models[entity];
    const { record, error } = await this.#save(model, await this.#completed(model, values));
    assert.equal(error, null, `the row ${name} of the setup is refused`);
    this.#rows.set(name, { model, key: record[model.key] });
    await nextMillisecond();
  }

  async create(entity, values) {
    this.#model = models[entity];
    this.#keep(await this.#save(this.#model, values));
  }

  async update(row, values) {
    const { model, key } = this.#rows.get(row);
    this.#model = model;
    const { record, error } = await this.#save(model, values, key);
    this.#keep({ record: record ?? (await this.#fresh(row)), error });
  }

  async delete(row) {
    const { model, key } = this.#rows.get(row);
    this.#model = model;
    this.#record = await this.#fresh(row);
    try {
      await deleteRecords(this.#db, model, [key]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#error = 'it is still in use';
    }
  }

  async get(entity, { only, relatedTo, filter = {}, query, order } = {}) {
    const model = models[entity];
    this.#model = model;
    const wanted = { ...filter };
    if (only) wanted[model.key] = this.keyOf(only);
    if (relatedTo) wanted[relatedTo.field] = this.keyOf(relatedTo.row);
    let rows = await this.#db
      .select()
      .from(model.table)
      .orderBy(
        ...orderOf(
          model,
          (order ?? []).filter(({ field }) => field in model.fields),
        ),
      );
    // The setup's order is the rows' age, even where the entity keeps no time.
    if (!order) rows = this.#byAge(model, rows, relatedTo !== undefined);
    const found = [];
    for (const row of rows) {
      if ((await this.#matches(model, row, wanted)) && contains(model, row, query)) found.push(row);
    }
    this.#results = found;
    this.#record = found[0] ?? null;
  }

  /** The name of the newest row of an entity. */
  latest(entity) {
    const rows = [...this.#rows].filter(([, { model }]) => model === models[entity]);
    return rows.at(-1)[0];
  }

  keyOf(row) {
    return this.#rows.get(row).key;
  }

  field(name) {
    return new FieldName(name);
  }

  assertSuccess() {
    assert.equal(this.#error, null);
  }

  assertError() {
    assert.ok(this.#error, 'this should have been refused');
  }

  async assertCreated(expected) {
    const exists =
      this.#record !== null &&
      (await this.#find(this.#model, this.#record[this.#model.key])) !== null;
    assert.equal(exists && this.#error === null, expected);
  }

  async assertCount(entity, operator, expected) {
    const count =
      entity === null ? this.#results.length : await this.#db.$count(models[entity].table);
    compare(count, operator, expected);
  }

  assertErrorMessage(operator, expected) {
    this.assertError();
    compare(this.#error, operator, expected);
  }

  async assertField(row, name, operator, expected) {
    const { model, record } = await this.#recordAt(row);
    assert.ok(record, 'there is no record to look at');
    const actual = await this.#valueOf(model, record, name);
    if (expected instanceof FieldName) {
      return compare(actual, operator, await this.#valueOf(model, record, expected.name));
    }
    const isText = operator === 'contains' || operator === 'not_contains';
    compare(actual, operator, isText ? expected : typed(model, name, expected));
  }

  async #recordAt(row) {
    if (row === 'first') return { model: this.#model, record: this.#results.at(0) };
    if (row === 'last') return { model: this.#model, record: this.#results.at(-1) };
    if (row === null) return { model: this.#model, record: this.#record };
    return { model: this.#rows.get(row).model, record: await this.#fresh(row) };
  }

  #fresh(row) {
    const { model, key } = this.#rows.get(row);
    return this.#find(model, key);
  }

  async #find(model, key) {
    const [record] = await this.#db
      .select()
      .from(model.table)
      .where(eq(keyOf(model), key));
    return record ?? null;
  }

  #keep({ record, error }) {
    this.#record = record;
    this.#error = error;
  }

  /** Checks and saves as a form does; a refusal comes back in words. */
  async #save(model, given, key = null) {
    const isGiven = Object.fromEntries(
      Object.keys(given).flatMap((name) => (name in model.schema.shape ? [[name, true]] : [])),
    );
    const { values, errors } = parseForm(
      key === null ? model.schema : model.schema.pick(isGiven),
      given,
    );
    Object.assign(errors, await checkRecord(this.#db, model, values, key));
    if (Object.keys(errors).length > 0) {
      const words = Object.entries(errors).map(([name, message]) =>
        name === '_record' ? message : `${name} ${message}`,
      );
      return { record: null, error: words.join('; ') };
    }
    return { record: await saveRecord(this.#db, model, values, key), error: null };
  }

  /** The values with samples for required fields; refs lead to rows of the setup if they can. */
  async #completed(model, values) {
    const isNeeded = ([name, field]) =>
      field.required && field.fallback === undefined && !(name in values);
    const needed = Object.entries(model.fields).filter(isNeeded);
    const given = { ...values };
    for (const [name, { entity, kind }] of needed) {
      const row = [...this.#rows.values()].findLast(
        (each) => entity && each.model === models[entity],
      );
      if (row) given[name] = kind === 'many' ? [row.key] : row.key;
    }
    const missing = needed.map(([name]) => name).filter((name) => !(name in given));
    const samples = missing.length > 0 ? await valuesOf(this.#db, model.name, given) : {};
    for (const name of missing) given[name] = samples[name];
    return given;
  }

  #byAge(model, rows, oldestFirst) {
    const ages = [...this.#rows.values()]
      .filter((row) => row.model === model)
      .map(({ key }) => key);
    const age = (row) => {
      const place = ages.indexOf(row[model.key]);
      return place < 0 ? ages.length : place;
    };
    return rows.sort((left, right) =>
      oldestFirst ? age(left) - age(right) : age(right) - age(left),
    );
  }

  async #matches(model, row, wanted) {
    for (const [name, value] of Object.entries(wanted)) {
      const actual = await this.#valueOf(model, row, name);
      if (
        Array.isArray(actual)
          ? !actual.includes([value].flat()[0])
          : !isSame(actual, typed(model, name, value))
      ) {
        return false;
      }
    }
    return true;
  }

  /** A field's value as it is compared: numbers as numbers, the keys of many-to-many fields. */
  async #valueOf(model, record, name) {
    const field = model.fields[name];
    const key = record[model.key];
    if (field?.kind === 'many') return (await findLinks(this.#db, field, [key])).get(key);
    return field?.kind === 'decimal' && record[name] !== null ? Number(record[name]) : record[name];
  }
}

function contains(model, row, query) {
  if (query === undefined) return true;
  return Object.entries(model.fields).some(
    ([name, { kind }]) =>
      searchedKinds.includes(kind) &&
      `${row[name] ?? ''}`.toLowerCase().includes(String(query).toLowerCase()),
  );
}

/** The expected value as the field's own type. */
function typed(model, name, value) {
  const schema = model.schema.shape[name];
  const result = value === null ? null : schema?.safeParse(value);
  if (result?.success)
    return model.fields[name].kind === 'decimal' ? Number(result.data) : result.data;
  const isTime = model.fields[name]?.kind === 'datetime' && typeof value === 'string';
  return isTime ? new Date(value) : value;
}

function isSame(actual, expected) {
  try {
    assert.deepEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
}

function compare(actual, operator, expected) {
  switch (operator) {
    case 'equals':
      return assert.deepEqual(actual, expected);
    case 'not_equals':
      return assert.notDeepEqual(actual, expected);
    case 'greater_than':
      return assert.ok(actual > expected, `${actual} is not greater than ${expected}`);
    case 'less_than':
      return assert.ok(actual < expected, `${actual} is not less than ${expected}`);
    case 'contains':
      return assert.ok(
        String(actual).includes(String(expected)),
        `${actual} does not contain ${expected}`,
      );
    default:
      return assert.ok(
        !String(actual).includes(String(expected)),
        `${actual} contains ${expected}`,
      );
  }
}
