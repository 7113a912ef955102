import { z } from 'zod';
import { text } from './fields.js';

/** What can be entered for a record of Author. */
export const authorSchema = z.object({
  name: text({ maxLength: 120, required: true }),
  country: text({ maxLength: 60 }),
});

/** The form “New author”. */
export const authorCreateSchema = authorSchema.pick({ name: true, country: true });

/** The form “Edit author”. */
export const authorEditSchema = authorSchema.pick({ name: true, country: true });

/** The filters of “Authors”. */
export const authorListFilters = z.object({});
