import { z } from 'zod';
import { choice, date, datetime, decimal, reference, text } from './fields.js';

/** What can be entered for a record of Loan. */
export const loanSchema = z.object({
  copy: reference({ required: true }),
  member: reference({ required: true }),
  status: choice(['requested', 'active', 'returned', 'lost'], { fallback: 'requested' }),
  lent_at: datetime({ fallback: () => new Date() }),
  due: date({ required: true }),
  returned_at: datetime(),
  fine: decimal({ precision: 6, scale: 2, min: '0' }),
  note: text(),
});

/** The form “New loan”. */
export const loanCreateSchema = loanSchema.pick({
  copy: true,
  member: true,
  due: true,
  note: true,
});

/** The form “Edit loan”. */
export const loanEditSchema = loanSchema.pick({
  status: true,
  due: true,
  returned_at: true,
  fine: true,
  note: true,
});

/** The filters of “Loans”. */
export const loanListFilters = z.object({
  status: choice(['requested', 'active', 'returned', 'lost']),
  member: reference(),
});
