import { z } from 'zod';
import { reference, text } from './fields.js';

/** What can be entered for a record of Subject. */
export const subjectSchema = z.object({
  code: text({ maxLength: 12, required: true }),
  name: text({ maxLength: 80, required: true }),
  parent: reference(),
});

/** The form “New subject”. */
export const subjectCreateSchema = subjectSchema.pick({ code: true, name: true, parent: true });

/** The form “Edit subject”. */
export const subjectEditSchema = subjectSchema.pick({ name: true, parent: true });

/** The filters of “Subjects”. */
export const subjectListFilters = z.object({ parent: reference() });
