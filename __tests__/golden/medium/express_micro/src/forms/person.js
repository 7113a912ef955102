import { z } from 'zod';
import { date, text, url } from './fields.js';

/** What can be entered for a record of Person. */
export const personSchema = z.object({
  name: text({ maxLength: 120, required: true }),
  born: date(),
  website: url(),
  biography: text(),
});

/** The form “New person”. */
export const personCreateSchema = personSchema.pick({
  name: true,
  born: true,
  website: true,
  biography: true,
});

/** The form “Edit person”. */
export const personEditSchema = personSchema.pick({
  name: true,
  born: true,
  website: true,
  biography: true,
});

/** The filters of “People”. */
export const personListFilters = z.object({});
