// The records that screenshots of examples/medium show.

const books = [
  {
    title: 'The Compass Rose',
    authors: [0, 1],
    class: 0,
    language: 'english',
    year: 1998,
    pages: 312,
    price: '18.50',
  },
  {
    title: 'Winter Harbours',
    authors: [1],
    class: 0,
    language: 'english',
    year: 2011,
    pages: 240,
    price: '22.00',
  },
  {
    title: 'Kleine Flüsse',
    authors: [1],
    class: 1,
    language: 'german',
    year: 2016,
    pages: 188,
    price: '15.90',
  },
  {
    title: 'A Field Guide to Moss',
    authors: [2],
    class: 1,
    language: 'english',
    year: 2020,
    pages: 420,
    price: '34.00',
  },
  {
    title: 'Les Sentiers',
    authors: [0],
    class: 0,
    language: 'french',
    year: 2003,
    pages: 275,
    price: '19.00',
  },
  {
    title: 'The Salt Roads',
    authors: [2],
    class: 2,
    language: 'english',
    year: 2009,
    pages: 361,
    price: '12.75',
  },
  {
    title: 'Historia del Mapa',
    authors: [0],
    class: 0,
    language: 'spanish',
    year: 1987,
    pages: 510,
    price: '41.20',
  },
  {
    title: 'Night Trains',
    authors: [1],
    class: 2,
    language: 'english',
    year: 2014,
    pages: 198,
    price: '9.95',
  },
].map((book, index) => ({
  ...book,
  isbn: `978${String(index).padStart(10, '0')}`,
  summary: 'What travellers drew before there were maps, and why they drew it.',
}));
const rows = {
  people: [
    { name: 'Ada Moreno', born: '1951-03-09' },
    { name: 'Jonas Berg', born: '1974-03-09' },
    { name: 'Mina Okafor', born: '1986-03-09' },
  ],
  subjects: [
    { code: 'TRV', name: 'Travel' },
    { code: 'NAT', name: 'Nature' },
    { code: 'HIS', name: 'History' },
  ],
  shelves: [
    { name: 'Geography', from: 'G', to: 'GV' },
    { name: 'Science', from: 'Q', to: 'QR' },
    { name: 'Fiction', from: 'P', to: 'PZ' },
  ],
  books,
};

/** Makes them by the shell of the Django application. */
export const djangoRows = `
import json
from app.models import *
rows = json.loads(${JSON.stringify(JSON.stringify(rows))})
people = [Person.objects.create(**values) for values in rows["people"]]
subjects = [Subject.objects.create(**values) for values in rows["subjects"]]
shelves = [Class.objects.create(name=each["name"], from_field=each["from"], to=each["to"]) for each in rows["shelves"]]
for values in rows["books"]:
    authors, shelf, year = values.pop("authors"), values.pop("class"), values.pop("year")
    book = Book.objects.create(**values, class_field=shelves[shelf], published=f"{year}-05-01")
    book.authors.set([people[each] for each in authors])
    book.subjects.set([subjects[authors[0]], subjects[2]])
`;

/** Makes them by modules of the Express application, in its folder. */
export const expressRows = `
import { openDatabase } from './src/db/client.js';
import { databaseUrl } from './src/config.js';
import { models } from './src/models/index.js';
import { saveRecord } from './src/records/save.js';
const rows = ${JSON.stringify(rows)};
const db = await openDatabase(databaseUrl);
const make = async (name, each) => (await saveRecord(db, models[name], each))[models[name].key];
const people = [];
for (const each of rows.people) people.push(await make('Person', each));
const subjects = [];
for (const each of rows.subjects) subjects.push(await make('Subject', each));
const shelves = [];
for (const each of rows.shelves) shelves.push(await make('Class', each));
for (const { authors, class: shelf, year, ...each } of rows.books) {
  await make('Book', {
    ...each,
    class: shelves[shelf],
    published: year + '-05-01',
    authors: authors.map((index) => people[index]),
    subjects: [...new Set([subjects[authors[0]], subjects[2]])],
  });
}
await db.close();
`;
