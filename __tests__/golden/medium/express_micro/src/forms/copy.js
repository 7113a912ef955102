import { z } from 'zod';
import { today } from '../clock.js';
import { boolean, choice, date, reference, text, uuid, yesNo } from './fields.js';

/** What can be entered for a record of Copy. */
export const copySchema = z.object({
  barcode: uuid({ required: true }),
  book: reference({ required: true }),
  condition: choice(['new', 'good', 'worn', 'damaged'], { fallback: 'good' }),
  acquired: date({ fallback: today }),
  is_reference: boolean({ fallback: false }),
  shelf: text({ maxLength: 20 }),
  check: date(),
});

/** The form “New copy”. */
export const copyCreateSchema = copySchema.pick({
  book: true,
  barcode: true,
  condition: true,
  acquired: true,
  is_reference: true,
  shelf: true,
});

/** The form “Edit copy”. */
export const copyEditSchema = copySchema.pick({
  book: true,
  condition: true,
  shelf: true,
  check: true,
});

/** The form “Check a copy”. */
export const copyCheckSchema = copySchema.pick({ condition: true, check: true });

/** The filters of “Copies”. */
export const copyListFilters = z.object({
  book: reference(),
  condition: choice(['new', 'good', 'worn', 'damaged']),
  is_reference: yesNo(),
});
