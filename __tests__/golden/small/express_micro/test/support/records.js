import { parseForm } from '../../src/forms/parse.js';
import { models } from '../../src/models/index.js';
import { findByKey, findLinks } from '../../src/records/find.js';
import { checkRecord, saveRecord } from '../../src/records/save.js';

/** Stands for a record of the entity of this name, which is made when it is needed. */
class Made {
  constructor(entity) {
    this.entity = entity;
  }
}

const made = (entity) => new Made(entity);
const pick = (values, n) => values[(n - 1) % values.length];

/** Values of the `n`-th record of each entity: valid, and different from all others where the field has room for that. */
const samples = {
  Author: (n) => ({ name: `Name ${n}`, country: `Country ${n}` }),
  Book: (n) => ({
    title: `Title ${n}`,
    author: made('Author'),
    status: pick(['to_read', 'reading', 'finished'], n),
    rating: 1 + (n % 5),
    notes: `Notes ${n}`,
  }),
};

const numbers = new Map();

/** Starts again with the first sample of each entity. */
export function resetSamples() {
  numbers.clear();
}

/** Valid values for an entity, as they are entered; the records they refer to are saved. */
export async function valuesOf(db, name, given = {}) {
  const n = (numbers.get(name) ?? 0) + 1;
  numbers.set(name, n);
  const values = { ...samples[name](n), ...given };
  for (const [field, value] of Object.entries(values)) {
    if (value instanceof Made) values[field] = await keyOfMade(db, value);
    else if (Array.isArray(value) && value[0] instanceof Made)
      values[field] = [await keyOfMade(db, value[0])];
  }
  return values;
}

async function keyOfMade(db, { entity }) {
  const record = await makeRecord(db, entity);
  return record[models[entity].key];
}

/** Saves a record of an entity with the given values; it is checked like any other. */
export async function makeRecord(db, name, given = {}) {
  const model = models[name];
  const { values, errors } = parseForm(model.schema, await valuesOf(db, name, given));
  Object.assign(errors, await checkRecord(db, model, values));
  if (Object.keys(errors).length > 0)
    throw new Error(`no valid ${name}: ${JSON.stringify(errors)}`);
  return saveRecord(db, model, values);
}

/** Saves several records that refer to the same others, as far as they may. */
export async function makeMany(db, name, count) {
  const records = [await makeRecord(db, name)];
  while (records.length < count) records.push(await makeAlike(db, name, records[0]));
  return records;
}

/** Saves another record like this one: only what must be unique gets other records to refer to. */
async function makeAlike(db, name, record) {
  const model = models[name];
  const given = {};
  for (const [field, { kind, entity, required }] of Object.entries(model.fields)) {
    if (kind === 'many' && required) {
      const key = record[model.key];
      given[field] = (await findLinks(db, model.fields[field], [key])).get(key);
    }
    if (kind !== 'ref' || record[field] === null) continue;
    given[field] = record[field];
    if (!model.unique.flat().includes(field)) continue;
    const target = await findByKey(db, models[entity], String(record[field]));
    given[field] = (await makeAlike(db, entity, target))[models[entity].key];
  }
  return makeRecord(db, name, given);
}
