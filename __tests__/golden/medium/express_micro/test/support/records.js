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
const day = (n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const moment = (n) => new Date(Date.UTC(2024, 0, 1, 12 + n));
const timeOfDay = (n) => new Date(Date.UTC(2024, 0, 1, n, n * 7)).toISOString().slice(11, 19);

/** Values of the `n`-th record of each entity: valid, and different from all others where the field has room for that. */
const samples = {
  Member: (n) => ({
    name: `Name ${n}`,
    email: `person${n}@example.com`,
    card_number: pick(
      [
        'M-0000',
        'M-1000',
        'M-2000',
        'M-3000',
        'M-4000',
        'M-5000',
        'M-6000',
        'M-7100',
        'M-8100',
        'M-9100',
        'M-0100',
        'M-1100',
        'M-2100',
        'M-3100',
        'M-4200',
        'M-5200',
        'M-6200',
        'M-7200',
        'M-8200',
        'M-9200',
        'M-0200',
        'M-1300',
        'M-2300',
        'M-3300',
        'M-4300',
        'M-5300',
        'M-6300',
        'M-7300',
        'M-8400',
        'M-9400',
        'M-0400',
        'M-1400',
        'M-2400',
        'M-3400',
        'M-4400',
        'M-5500',
        'M-6500',
        'M-7500',
        'M-8500',
        'M-9500',
      ],
      n,
    ),
    level: pick(['child', 'adult', 'senior'], n),
    fee: n % 10000,
    is_active: n % 2 === 1,
    newsletter: n % 2 === 1,
    opens_at: timeOfDay(n),
    joined: day(n),
  }),
  Loan: (n) => ({
    copy: made('Copy'),
    member: made('Member'),
    status: pick(['requested', 'active', 'returned', 'lost'], n),
    lent_at: moment(n),
    due: day(n),
    returned_at: moment(n),
    fine: n % 10000,
    note: `Note ${n}`,
  }),
  Review: (n) => ({
    book: made('Book'),
    member: made('Member'),
    stars: 1 + (n % 5),
    text: `Text ${n}`,
  }),
  Person: (n) => ({
    name: `Name ${n}`,
    born: day(n),
    website: `https://example.com/${n}`,
    biography: `Biography ${n}`,
  }),
  Subject: (n) => ({ code: `Code ${n}`, name: `Name ${n}` }),
  Class: (n) => ({
    name: `Name ${n}`,
    from: pick(
      [
        'A',
        'B',
        'C',
        'D',
        'E',
        'F',
        'G',
        'H',
        'I',
        'J',
        'K',
        'L',
        'M',
        'N',
        'O',
        'P',
        'Q',
        'R',
        'S',
        'T',
        'U',
        'V',
        'W',
        'X',
        'Y',
        'Z',
      ],
      n,
    ),
    to: pick(
      [
        'A',
        'B',
        'C',
        'D',
        'E',
        'F',
        'G',
        'H',
        'I',
        'J',
        'K',
        'L',
        'M',
        'N',
        'O',
        'P',
        'Q',
        'R',
        'S',
        'T',
        'U',
        'V',
        'W',
        'X',
        'Y',
        'Z',
      ],
      n,
    ),
    import: n % 2 === 1,
    model: `Model ${n}`,
    objects: { sample: n },
  }),
  Book: (n) => ({
    isbn: pick(
      [
        '0000000000000',
        '1000000000000',
        '2000000000000',
        '3000000000000',
        '4000000000000',
        '5000000000000',
        '6000000000000',
        '7100000000000',
        '8100000000000',
        '9100000000000',
        '0100000000000',
        '1100000000000',
        '2100000000000',
        '3100000000000',
        '4200000000000',
        '5200000000000',
        '6200000000000',
        '7200000000000',
        '8200000000000',
        '9200000000000',
        '0200000000000',
        '1300000000000',
        '2300000000000',
        '3300000000000',
        '4300000000000',
        '5300000000000',
        '6300000000000',
        '7300000000000',
        '8400000000000',
        '9400000000000',
        '0400000000000',
        '1400000000000',
        '2400000000000',
        '3400000000000',
        '4400000000000',
        '5500000000000',
        '6500000000000',
        '7500000000000',
        '8500000000000',
        '9500000000000',
      ],
      n,
    ),
    title: `Title ${n}`,
    subtitle: `Subtitle ${n}`,
    class: made('Class'),
    language: pick(['english', 'german', 'french', 'spanish', 'other'], n),
    published: day(n),
    pages: 1 + (n % 20000),
    price: n % 100000,
    weight: n % 1000001,
    extra: { sample: n },
    summary: `Summary ${n}`,
  }),
  Copy: (n) => ({
    barcode: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    book: made('Book'),
    condition: pick(['new', 'good', 'worn', 'damaged'], n),
    acquired: day(n),
    is_reference: n % 2 === 1,
    shelf: `Shelf ${n}`,
    check: day(n),
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
