import type { FieldType } from '../../spec/app-spec.ts';
import { fieldKinds } from '../fields/field-kinds.ts';

/** The databases that rows are looked at in. */
export type RowsDialect = 'sqlite' | 'postgresql';

/** A condition, as SQL, that a value meets which does not fit, and what to say of such a value. */
export interface Misfit {
  readonly condition: string;
  /** Follows on "rows that do not fit: ". */
  readonly reason: string;
}

/** How a value of one type becomes one of another: by itself, if it meets no condition; null where it never does. */
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

/** How values of one type become values of another, alike in each backend and database. */
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

/** A value as text, whatever its type is. */
export function textOf(value: string): string {
  return `cast(${value} as text)`;
}

/** A value as a number; the database may refuse one that is none. */
export function numberOf(value: string): string {
  return `cast(${value} as numeric)`;
}

/** A number that has more digits than `decimal(precision,scale)` holds, before the point or behind it. */
export function tooManyDigits(value: string, precision: number, scale: number): Misfit {
  const number = numberOf(value);
  const limit = `1${'0'.repeat(precision - scale)}`;
  return {
    condition: `(abs(${number}) >= ${limit} or round(${number}, ${scale}) <> ${number})`,
    reason: `more digits than decimal(${precision},${scale}) has room for`,
  };
}

/** SQLite sees a whole number in "12", PostgreSQL too; neither does in "", "1.5" or "two". */
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
