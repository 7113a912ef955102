import { z } from 'zod';
import {
  choice,
  date,
  decimal,
  integer,
  json,
  number,
  reference,
  references,
  text,
} from './fields.js';

/** What can be entered for a record of Book. */
export const bookSchema = z.object({
  isbn: text({ maxLength: 13, pattern: new RegExp('^[0-9]{13}$', 'u') }),
  title: text({ maxLength: 200, required: true }),
  subtitle: text({ maxLength: 200 }),
  authors: references(),
  subjects: references(),
  class: reference({ key: 'int', required: true }),
  language: choice(['english', 'german', 'french', 'spanish', 'other'], { fallback: 'english' }),
  published: date(),
  pages: integer({ min: 1, max: 20000 }),
  price: decimal({ precision: 8, scale: 2, fallback: '0.00', min: '0', max: '99999.99' }),
  weight: number({ min: 0 }),
  extra: json(),
  summary: text(),
});

/** The form “New book”. */
export const bookCreateSchema = bookSchema.pick({
  title: true,
  subtitle: true,
  authors: true,
  subjects: true,
  isbn: true,
  class: true,
  language: true,
  published: true,
  pages: true,
  price: true,
  weight: true,
  extra: true,
  summary: true,
});

/** The form “Edit book”. */
export const bookEditSchema = bookSchema.pick({
  title: true,
  subtitle: true,
  authors: true,
  subjects: true,
  class: true,
  language: true,
  price: true,
  summary: true,
});

/** The filters of “Books”. */
export const bookListFilters = z.object({
  language: choice(['english', 'german', 'french', 'spanish', 'other']),
  class: reference({ key: 'int' }),
});
