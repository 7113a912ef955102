import type { FieldType } from '../../spec/app-spec-field.ts';

/**
 * What a form says of a value that it does not take. Each text goes on after the name of the field: "Title is
 * required". A function takes the template code for a gap, or the value itself. What is said of a record that
 * the database refuses after all is `screenWords.taken`.
 */
export const problemTexts = {
  /** Of a field without a value that must have one. */
  required: 'is required',
  /** Of a text that is no value of the field's type, by type; any text fits the types that are not here. */
  wrongType: {
    int: 'is not a whole number',
    float: 'is not a number',
    decimal: 'is not a number',
    date: 'is not a date',
    time: 'is not a time',
    datetime: 'is not a date and time',
    uuid: 'is not a UUID',
    email: 'is not an email address',
    url: 'is not a web address',
    json: 'is not valid JSON',
  } satisfies Readonly<Partial<Record<FieldType['kind'], string>>>,
  /** Of a text with more characters than `limit`. */
  tooLong: (limit: string) => `is longer than its max length of ${limit}`,
  /** Of a text that does not match the spec's pattern, which is shown as the spec writes it. */
  mismatch: (pattern: string) => `does not match the pattern ${pattern}`,
  /** Of a text with a null character, which databases do not keep. */
  nullCharacters: 'contains null characters',
  /** Of a number below its `min`. */
  tooSmall: (bound: string) => `must be at least ${bound}`,
  /** Of a number above its `max`. */
  tooGreat: (bound: string) => `must be at most ${bound}`,
  /** Of a decimal with more digits in all than its precision. */
  tooManyDigits: (most: string) => `has more than ${most} digits`,
  /** Of a decimal with more digits behind the point than its scale. */
  tooManyDecimals: (most: string) => `has more than ${most} decimal places`,
  /** Of a decimal with more digits before the point than its precision less its scale. */
  tooManyWholeDigits: (most: string) => `has more than ${most} digits before the point`,
  /** Of a decimal of which the database would keep another number: see `exactDigits`. */
  notExact: (most: string) => `has more than ${most} digits, which is what the database keeps exactly`,
  /** Of an enum's value that is none of its choices. */
  invalidChoice: (value: string) => `has an invalid choice: ${value}`,
  /** Of a ref whose key no record has, or none can have. */
  notFound: (key: string) => `was not found: ${key}`,
  /** Of a many with keys that no record has. */
  notAllFound: (keys: string) => `were not found: ${keys}`,
  /** Of a unique field whose value another record has. */
  taken: 'must be unique: this one already exists',
  /** Of fields that are unique together; `fields` are their names (`Row, Seat and Day`), so it stands alone. */
  takenTogether: (fields: string) => `${fields} must be unique together: this combination already exists`,
} as const;
