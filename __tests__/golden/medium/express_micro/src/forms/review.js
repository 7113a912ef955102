import { z } from 'zod';
import { integer, reference, text } from './fields.js';

/** What can be entered for a record of Review. */
export const reviewSchema = z.object({
  book: reference({ required: true }),
  member: reference({ required: true }),
  stars: integer({ required: true, min: 1, max: 5 }),
  text: text({ required: true }),
});

/** The form “New review”. */
export const reviewCreateSchema = reviewSchema.pick({
  book: true,
  member: true,
  stars: true,
  text: true,
});

/** The filters of “Reviews”. */
export const reviewListFilters = z.object({ book: reference(), member: reference() });
