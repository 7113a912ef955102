import { z } from 'zod';
import { boolean, json, text, yesNo } from './fields.js';

/** What can be entered for a record of Shelf class. */
export const classRecordSchema = z.object({
  name: text({ maxLength: 40, required: true }),
  from: text({ maxLength: 8, required: true, pattern: new RegExp('^[A-Z]{1,3}$', 'u') }),
  to: text({ maxLength: 8, required: true, pattern: new RegExp('^[A-Z]{1,3}$', 'u') }),
  import: boolean({ fallback: false }),
  model: text({ maxLength: 30 }),
  objects: json(),
});

/** The form “New shelf class”. */
export const classCreateSchema = classRecordSchema.pick({
  name: true,
  from: true,
  to: true,
  import: true,
  model: true,
  objects: true,
});

/** The form “Edit shelf class”. */
export const classEditSchema = classRecordSchema.pick({
  name: true,
  from: true,
  to: true,
  import: true,
});

/** The filters of “Shelf classes”. */
export const classListFilters = z.object({ import: yesNo() });
