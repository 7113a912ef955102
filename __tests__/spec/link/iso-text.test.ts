import { expect, it } from '@jest/globals';
import { isDate, isDateTime, isTime } from '../../../lib/spec/link/iso-text.ts';

it.each([
  ['2026-01-31', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2027-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['0000-01-01', false],
  ['26-1-1', false],
])('that %s is a date is %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

it.each([
  ['09:00', true],
  ['23:59:59', true],
  ['23:59:59.123456', true],
  ['24:00', false],
  ['9:00', false],
  ['09:60', false],
  ['09:00:00.1234567', false],
])('that %s is a time of day is %s', (text, expected) => {
  expect(isTime(text)).toBe(expected);
});

it.each([
  ['2026-01-31', true],
  ['2026-01-31T09:00', true],
  ['2026-01-31 09:00:30', true],
  ['2026-01-31T09:00Z', true],
  ['2026-01-31T09:00+02:00', true],
  ['2026-01-31T25:00', false],
  ['2026-02-30T09:00', false],
  ['2026-01-31T09:00+2', false],
])('that %s is a date and time is %s', (text, expected) => {
  expect(isDateTime(text)).toBe(expected);
});
