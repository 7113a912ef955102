import type { FieldType } from '../../spec/app-spec.ts';
import { fieldKinds } from '../fields/field-kinds.ts';

/** The kinds of database in which rows can be checked. */
export type RowsDialect = 'sqlite' | 'postgresql';

/** An SQL condition that is true for values that do not fit, and the reason to report. */
export interface Misfit {
  readonly condition: string;
  /** The end of the message, e.g. `longer than 20 characters`. */
  readonly reason: string;
}

/**
 * How a migration converts values of one type to another. The function returns the condition of the values
 * that cannot be converted, or null where all can; null instead of a function: no value can.
 */
export type Conversion = ((dialect: RowsDialect, value: string) => Misfit | null) | null;

type Kind = FieldType['kind'];

const kinds = Object.keys(fieldKinds) as Kind[];
const texts = kinds.filter((kind) => ['varchar', 'text'].includes(fieldKinds[kind].storage));
const numbers = kinds.filter(isNumeric);
const becomesText: readonly Kind[] = [...numbers, 'date', 'time', 'uuid', 'json'];

/** Claims that the type's values are numbers. */
export function isNumeric(kind: Kind): boolean {
  return fieldKinds[kind].bounds === 'value';
}

/** The conversion from one type to another, the same for each backend and database. */
export function conversionOf(from: Kind, to: Kind): Conversion {
  const asIs: Conversion = () => null;
  if (from === to) return asIs;
  if (texts.includes(to)) return texts.includes(from) || becomesText.includes(from) ? asIs : null;
  if (isNumeric(to) && isNumeric(from)) return to === 'int' ? wholeNumber : asIs;
  if (isNumeric(to) && texts.includes(from)) return to === 'int' ? digits : numeral;
  if (to === 'int' && from === 'bool') return asIs;
  if (to === 'bool' && from === 'int') return zeroOrOne;
  if (to === 'date' && texts.includes(from)) return calendarDay;
  return null;
}

/** The SQL expression for a value as text, whatever its type is. */
export function textOf(value: string): string {
  return `cast(${value} as text)`;
}

/** The SQL expression for a value as a number; PostgreSQL fails where the value is no number. */
export function numberOf(value: string): string {
  return `cast(${value} as numeric)`;
}

/** The misfit of numbers with more digits than `decimal(precision,scale)` has, before or after the point. */
export function tooManyDigits(value: string, precision: number, scale: number): Misfit {
  const number = numberOf(value);
  const limit = `1${'0'.repeat(precision - scale)}`;
  return {
    condition: `(abs(${number}) >= ${limit} or round(${number}, ${scale}) <> ${number})`,
    reason: `more digits than decimal(${precision},${scale}) has room for`,
  };
}

/** The misfit of text that is no whole number, in both databases: `''`, `'1.5'`, `'two'`, but not `'12'`. */
const digits: Conversion = (dialect, value) => {
  const text = textOf(value);
  const unsigned = `(case when ${text} like '-%' then substr(${text}, 2) else ${text} end)`;
  return {
    condition:
      dialect === 'sqlite' ? `(${unsigned} = '' or ${unsigned} glob '*[^0-9]*')` : `${text} !~ '^-?[0-9]+$'`,
    reason: 'no whole number',
  };
};

const numeral: Conversion = (dialect, value) => {
  const text = textOf(value);
  const unsigned = `(case when ${text} like '-%' then substr(${text}, 2) else ${text} end)`;
  return {
    condition:
      dialect === 'sqlite'
        ? `(${unsigned} not glob '*[0-9]*' or ${unsigned} glob '*[^0-9.]*' or ${unsigned} glob '*.*.*')`
        : `${text} !~ '^-?([0-9]+[.]?[0-9]*|[.][0-9]+)$'`,
    reason: 'no number',
  };
};

const wholeNumber: Conversion = (_, value) => ({
  condition: `round(${numberOf(value)}, 0) <> ${numberOf(value)}`,
  reason: 'no whole number',
});

const zeroOrOne: Conversion = (_, value) => ({
  condition: `${value} not in (0, 1)`,
  reason: 'neither 0 nor 1',
});

const calendarDay: Conversion = (dialect, value) => ({
  condition:
    dialect === 'sqlite'
      ? `date(${textOf(value)}) is not ${textOf(value)}`
      : `${textOf(value)} !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
  reason: 'no day such as 2030-01-31',
});
