import { toLocal } from './dates.js';

/** Today's date in the settings' time zone, as `2026-01-31`. */
export function today(now = new Date()) {
  return toLocal(now).slice(0, 10);
}

/** The time of day in the settings' time zone, as `13:45:00`. */
export function timeOfDay(now = new Date()) {
  return toLocal(now).slice(11);
}
