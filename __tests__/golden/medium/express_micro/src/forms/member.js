import { z } from 'zod';
import { today } from '../clock.js';
import {
  boolean,
  choice,
  date,
  decimal,
  email,
  reference,
  references,
  text,
  time,
  yesNo,
} from './fields.js';

/** What can be entered for a record of Member. */
export const memberSchema = z.object({
  name: text({ maxLength: 120, required: true }),
  email: email({ required: true }),
  card_number: text({ maxLength: 10, required: true, pattern: new RegExp('^M-[0-9]{4,6}$', 'u') }),
  level: choice(['child', 'adult', 'senior'], { fallback: 'adult' }),
  fee: decimal({ precision: 6, scale: 2, required: true, min: '0' }),
  is_active: boolean({ fallback: true }),
  newsletter: boolean({ fallback: false }),
  opens_at: time({ fallback: '09:00:00' }),
  favourites: references(),
  guarantor: reference(),
  joined: date({ fallback: today }),
});

/** The form “New member”. */
export const memberCreateSchema = memberSchema.pick({
  name: true,
  email: true,
  card_number: true,
  level: true,
  fee: true,
  newsletter: true,
  favourites: true,
  guarantor: true,
});

/** The form “Edit member”. */
export const memberEditSchema = memberSchema.pick({
  name: true,
  email: true,
  level: true,
  fee: true,
  is_active: true,
  opens_at: true,
  favourites: true,
});

/** The filters of “Members”. */
export const memberListFilters = z.object({
  level: choice(['child', 'adult', 'senior']),
  is_active: yesNo(),
});
