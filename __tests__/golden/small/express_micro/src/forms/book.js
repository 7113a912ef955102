import { z } from 'zod';
import { choice, integer, reference, text } from './fields.js';

/** What can be entered for a record of Book. */
export const bookSchema = z.object({
  title: text({ maxLength: 200, required: true }),
  author: reference({ required: true }),
  status: choice(['to_read', 'reading', 'finished'], { fallback: 'to_read' }),
  rating: integer({ min: 1, max: 5 }),
  notes: text(),
});

/** The form “New book”. */
export const bookCreateSchema = bookSchema.pick({ title: true, author: true, notes: true });

/** The form “Edit book”. */
export const bookEditSchema = bookSchema.pick({
  title: true,
  author: true,
  status: true,
  rating: true,
  notes: true,
});

/** The filters of “Books”. */
export const bookListFilters = z.object({
  author: reference(),
  status: choice(['to_read', 'reading', 'finished']),
});
