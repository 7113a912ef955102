import { z } from 'zod';
import { fromLocal, isDay, isShown } from '../dates.js';
import { exactDigits } from '../db/dialect.js';
import { countDigits, toDecimal, withoutExponent } from './decimals.js';
import { isStorable } from './storable.js';

/** Longest text that is held against a pattern where nothing shorter is said: an expression takes its time. */
const longestMatched = 2000;
/** Longest text of a number, of a date, and of a key. */
const longestNumber = 400;
const longestDate = 40;
const longestKey = 500;

/**
 * What can be entered in a field, as Zod schemas of a form's text. Each takes `required`, and `fallback` (a value, or a
 * function that gives one) for fields that are never empty. Messages continue the field's name: "title is required".
 */

export function text({ maxLength, pattern, ...options } = {}) {
  const limit = maxLength ?? (pattern ? longestMatched : undefined);
  let schema = z.string(problem('is not a text'));
  if (limit) schema = schema.max(limit, tooLong(limit));
  if (pattern) schema = schema.regex(pattern, mismatch(pattern));
  return entry(schema, options);
}

export function email({ pattern, ...options } = {}) {
  let schema = z
    .string(problem('is not an email address'))
    .max(254, tooLong(254))
    .regex(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'is not an email address');
  if (pattern) schema = schema.regex(pattern, mismatch(pattern));
  return entry(schema, options);
}

/** Takes "example.com" for https://example.com. */
export function url({ pattern, ...options } = {}) {
  let schema = z
    .string(problem('is not a web address'))
    .max(2000, tooLong(2000))
    .transform((value) => (/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`))
    .pipe(z.string().max(2000, tooLong(2000)).refine(isWebAddress, 'is not a web address'));
  if (pattern) {
    schema = schema.refine((value) => pattern.test(value), mismatch(pattern));
  }
  return entry(schema, options);
}

export function integer({ min, max, ...options } = {}) {
  const schema = z
    .union(
      [
        z.number().int(),
        z
          .string()
          .max(longestNumber, { abort: true })
          .regex(/^[+-]?\d+(?:\.0*)?$/, { abort: true }),
      ],
      problem('is not a whole number'),
    )
    .transform(Number)
    .refine(Number.isSafeInteger, 'is too large');
  return entry(withBounds(schema, min, max), options);
}

export function number({ min, max, ...options } = {}) {
  const schema = z
    .union(
      [
        z.number(),
        z
          .string()
          .max(longestNumber, { abort: true })
          .regex(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i, { abort: true }),
      ],
      problem('is not a number'),
    )
    .transform(Number)
    .refine(Number.isFinite, 'is too large');
  return entry(withBounds(schema, min, max), options);
}

/** A number of at most `precision` digits, `scale` of them behind the point; it stays a text, so that none gets lost. */
export function decimal({ precision, scale, min, max, ...options }) {
  const schema = z
    .union([z.number(), z.string()], problem('is not a number'))
    .transform(String)
    .pipe(
      z
        .string()
        .max(longestNumber, { error: 'is not a number', abort: true })
        .regex(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i, {
          error: 'is not a number',
          abort: true,
        })
        .transform(withoutExponent),
    )
    .refine((value) => countDigits(value).all <= precision, {
      error: `has more than ${precision} digits`,
      abort: true,
    })
    .refine((value) => countDigits(value).decimal <= scale, {
      error: `has more than ${scale} decimal places`,
      abort: true,
    })
    .refine((value) => countDigits(value).whole <= precision - scale, {
      error: `has more than ${precision - scale} digits before the point`,
      abort: true,
    })
    .refine((value) => countDigits(value).kept <= exactDigits, {
      error: `has more than ${exactDigits} digits, which is what the database keeps exactly`,
      abort: true,
    })
    .transform((value) => toDecimal(value, scale));
  return entry(withBounds(schema, min, max), options);
}

/** A checkbox that is not ticked is not sent. */
export function boolean({ fallback = false } = {}) {
  const known = { on: true, true: true, 1: true, false: false, 0: false, off: false };
  return z.preprocess(
    (value) => (value === undefined || value === null ? fallback : value === '' ? false : value),
    z.union(
      [z.boolean(), z.enum(Object.keys(known)).transform((value) => known[value])],
      'is neither yes nor no',
    ),
  );
}

/** A filter by a boolean: yes, no, or either. */
export function yesNo() {
  return entry(
    z.enum(['true', 'false'], 'is neither yes nor no').transform((value) => value === 'true'),
  );
}

export function date(options) {
  const schema = z
    .string(problem('is not a date'))
    .max(longestDate, { error: 'is not a date', abort: true })
    .regex(/^\d{4}-\d\d-\d\d$/, { error: 'is not a date', abort: true })
    .refine(isDay, 'is not a date');
  return entry(schema, options);
}

export function time(options) {
  const schema = z
    .string(problem('is not a time'))
    .max(longestDate, { error: 'is not a time', abort: true })
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'is not a time')
    .transform((value) => (value.length === 5 ? `${value}:00` : value));
  return entry(schema, options);
}

/** Entered in the settings' time zone; a `Date` from here on. */
export function datetime(options) {
  const entered = z
    .string()
    .max(longestDate, { abort: true })
    .regex(/^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/, { abort: true })
    .refine((value) => isDay(value.slice(0, 10)), { abort: true })
    .transform((value, context) => {
      const text = value.replace(' ', 'T');
      const moment = fromLocal(text);
      if (isShown(moment, text)) return moment;
      context.addIssue('is not a date and time');
      return z.NEVER;
    });
  return entry(z.union([z.date(), entered], problem('is not a date and time')), options);
}

export function uuid(options) {
  const schema = z
    .string(problem('is not a UUID'))
    .max(longestKey, { error: 'is not a UUID', abort: true })
    .regex(/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, 'is not a UUID')
    .transform((value) =>
      value
        .toLowerCase()
        .replaceAll('-', '')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    );
  return entry(schema, options);
}

/** Any JSON; text is parsed. */
export function json(options) {
  const schema = z.any().transform((value, context) => {
    if (isEmpty(value)) context.addIssue('is required');
    if (typeof value !== 'string') return value;
    try {
      const found = JSON.parse(value);
      if (isStorable(found)) return found;
    } catch {
      // Said below.
    }
    context.addIssue('is not valid JSON');
    return z.NEVER;
  });
  return entry(schema, options);
}

/** One of some values. Where it is never empty, a choice that is not sent falls back; one that is emptied does not. */
export function choice(values, options = {}) {
  const schema = z.enum(values, {
    error: ({ input }) => (isEmpty(input) ? 'is required' : `has an invalid choice: ${input}`),
  });
  return options.fallback === undefined
    ? entry(schema, options)
    : z.preprocess((value) => value ?? options.fallback, schema);
}

/** The key of a record; whether there is one is looked up when the form is saved. */
export function reference({ key, ...options } = {}) {
  return entry(keySchema(key, 'was not found'), options);
}

/** The keys of any number of records; of at least one where that is required. */
export function references({ key, required = false } = {}) {
  const keys = z.array(keySchema(key, 'were not found'));
  return z.preprocess(
    (value) => [value ?? []].flat().filter((each) => !isEmpty(each)),
    (required ? keys.min(1, 'is required') : keys).transform((found) => [...new Set(found)]),
  );
}

/** An input that nothing is done with: write here what it is for. */
export function freeText() {
  return entry(z.string(problem('is not a text')), {});
}

/** Claims that a browser can go there. */
export function isWebAddress(value) {
  return (
    URL.canParse(value) && ['http:', 'https:', 'ftp:', 'ftps:'].includes(new URL(value).protocol)
  );
}

function keySchema(kind, words) {
  const error = ({ input }) => (isEmpty(input) ? 'is required' : `${words}: ${input}`);
  const text = z.string({ error });
  if (kind !== 'int') return text;
  return z
    .union([z.number(), text.max(longestNumber, { abort: true }).regex(/^\d+$/, { abort: true })], {
      error,
    })
    .transform(Number);
}

function entry(schema, { required = false, fallback } = {}) {
  const settle = (value, context) => {
    const trimmed = typeof value === 'string' ? value.trim() : value;
    if (typeof trimmed === 'string' && trimmed.includes('\0')) {
      context.addIssue('contains null characters');
      return z.NEVER;
    }
    if (!isEmpty(trimmed)) return trimmed;
    return (typeof fallback === 'function' ? fallback() : fallback) ?? null;
  };
  const settled = required || fallback !== undefined ? schema : schema.nullable();
  return z.preprocess(settle, settled);
}

function withBounds(schema, min, max) {
  let bounded = schema;
  if (min !== undefined) {
    bounded = bounded.refine((value) => Number(value) >= min, `must be at least ${min}`);
  }
  if (max !== undefined) {
    bounded = bounded.refine((value) => Number(value) <= max, `must be at most ${max}`);
  }
  return bounded;
}

/** What is too long is not looked at any further. */
function tooLong(limit) {
  return { error: `is longer than its max length of ${limit}`, abort: true };
}

function mismatch(pattern) {
  return `does not match the pattern ${pattern.source.replaceAll('\\/', '/')}`;
}

function problem(words) {
  return { error: ({ input }) => (isEmpty(input) ? 'is required' : words) };
}

function isEmpty(value) {
  return value === '' || value === undefined || value === null;
}
