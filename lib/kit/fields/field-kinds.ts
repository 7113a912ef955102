import type { FieldSpec, FieldType } from '../../spec/app-spec.ts';
import type { SampleKind } from './sample-shapes.ts';

/** How a form takes a value: the HTML input's type, `textarea`, a `select` of choices or of records, or `json` text. */
export type InputKind =
  | 'text'
  | 'textarea'
  | 'email'
  | 'url'
  | 'number'
  | 'checkbox'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'json'
  | 'select'
  | 'record'
  | 'records';

/** How a database keeps a value; a backend maps it to its own column type. `links` is a table of its own. */
export type StorageKind =
  | 'varchar'
  | 'text'
  | 'integer'
  | 'double'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'uuid'
  | 'json'
  | 'key'
  | 'links';

/**
 * How a page shows a value: as it is, as a badge, as Yes or No, as a moment, as text of several lines (cut in a table),
 * as a link to an address, or as the names of the records that it refers to.
 */
export type DisplayKind =
  | 'plain'
  | 'decimal'
  | 'yes-no'
  | 'badge'
  | 'date'
  | 'time'
  | 'date-time'
  | 'long-text'
  | 'json'
  | 'mail-address'
  | 'web-address'
  | 'record'
  | 'records';

/** How a list filters by a field. */
export interface FilterShape {
  /** `choice`, `record` and `yes-no` are selects with an empty first option; the others are inputs. */
  readonly control: 'choice' | 'record' | 'yes-no' | 'text' | 'uuid' | 'time' | 'number' | 'date';
  /** How it matches: the same value; for `text` without regard to case; `day` for datetimes; `contains` for text and json. */
  readonly match: 'equal' | 'same-text' | 'day' | 'contains' | 'member';
}

/** What a type of the language means to an application. */
export interface FieldKind {
  readonly input: InputKind;
  readonly storage: StorageKind;
  readonly display: DisplayKind;
  /** How a list filters by it, where it does. */
  readonly filter: FilterShape;
  /** A list filters by it without being told to. */
  readonly isFiltered: boolean;
  /** A list searches in it without being told to. */
  readonly isSearched: boolean;
  /** Rows have an order by it. */
  readonly isSortable: boolean;
  /** A list shows it without being told to: its text is short. */
  readonly isListed: boolean;
  /** Its text can be the link to the record that it belongs to; otherwise the record's name is. */
  readonly isLinkText: boolean;
  /** What `min` and `max` bound: the value itself, or the length of a text, to which a `pattern` applies, too. */
  readonly bounds: 'value' | 'length' | null;
  /** The longest text that is stored, where the type itself says so; a `str` has its own. */
  readonly maxLength: number | null;
  /** The `step` of its number input; a `decimal` has its own. */
  readonly step: '1' | 'any' | null;
  /** How a primary key of the type is told apart in an address; `int` and `uuid` are made up. Of a `ref`: its target's. */
  readonly key: 'int' | 'uuid' | 'text';
  /** How its values in samples are made. */
  readonly samples: SampleKind;
}

const plain = {
  isFiltered: false,
  isSearched: false,
  isSortable: true,
  isListed: true,
  isLinkText: true,
  bounds: null,
  maxLength: null,
  step: null,
  key: 'text',
} as const;
const choice = { ...plain, isFiltered: true } as const;
const shapeless = { ...plain, isSortable: false, isListed: false, isLinkText: false } as const;
const text = { ...plain, isSearched: true, bounds: 'length', filter: by('text', 'same-text') } as const;
const longText = { ...text, filter: by('text', 'contains'), isListed: false } as const;
const number = { ...plain, input: 'number', bounds: 'value', filter: by('number') } as const;
const moment = { ...plain, input: 'datetime-local', filter: by('date', 'day') } as const;
const yesNo = { ...choice, filter: by('yes-no') } as const;
const uuid = { ...plain, filter: by('uuid'), key: 'uuid' } as const;
const mail = { ...text, maxLength: 254 } as const;
const web = { ...text, maxLength: 2000 } as const;
const anything = { ...shapeless, filter: by('text', 'contains') } as const;
const records = { ...shapeless, filter: by('record', 'member') } as const;

/** One row for each type of the language. */
export const fieldKinds: Readonly<Record<FieldType['kind'], FieldKind>> = {
  str: { ...text, input: 'text', storage: 'varchar', display: 'plain', samples: 'text' },
  text: { ...longText, input: 'textarea', storage: 'text', display: 'long-text', samples: 'text' },
  int: { ...number, storage: 'integer', display: 'plain', samples: 'integer', step: '1', key: 'int' },
  float: { ...number, storage: 'double', display: 'plain', samples: 'double', step: 'any' },
  decimal: { ...number, storage: 'decimal', display: 'decimal', samples: 'decimal' },
  bool: { ...yesNo, input: 'checkbox', storage: 'boolean', display: 'yes-no', samples: 'bool' },
  date: { ...plain, input: 'date', storage: 'date', display: 'date', samples: 'date', filter: by('date') },
  time: { ...plain, input: 'time', storage: 'time', display: 'time', samples: 'time', filter: by('time') },
  datetime: { ...moment, storage: 'timestamp', display: 'date-time', samples: 'datetime' },
  uuid: { ...uuid, input: 'text', storage: 'uuid', display: 'plain', samples: 'uuid' },
  email: { ...mail, input: 'email', storage: 'varchar', display: 'mail-address', samples: 'email' },
  url: { ...web, input: 'url', storage: 'varchar', display: 'web-address', samples: 'url' },
  json: { ...anything, input: 'json', storage: 'json', display: 'json', samples: 'json' },
  enum: {
    ...choice,
    input: 'select',
    storage: 'varchar',
    display: 'badge',
    samples: 'pick',
    filter: by('choice'),
  },
  ref: {
    ...choice,
    input: 'record',
    storage: 'key',
    display: 'record',
    samples: 'record',
    filter: by('record'),
  },
  many: { ...records, input: 'records', storage: 'links', display: 'records', samples: 'record' },
};

function by(control: FilterShape['control'], match: FilterShape['match'] = 'equal'): FilterShape {
  return { control, match };
}

/** What the field's type means to an application. */
export function fieldKind(field: FieldSpec): FieldKind {
  return fieldKinds[field.type.kind];
}
