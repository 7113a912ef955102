import type { FieldSpec, FieldType } from '../../spec/app-spec.ts';
import type { SampleKind } from './sample-shapes.ts';

/**
 * How a form takes a value: the type of an HTML input, `textarea`, `select` (of an enum's choices), `record`
 * or `records` (a select of one or several records), or `json` (a text in JSON).
 */
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

/**
 * How a database stores a value: `key` is a foreign key, `links` a join table. A backend maps the others to
 * its column types.
 */
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
 * How a page shows a value: `plain` as it is, `yes-no` as Yes or No, an enum as a `badge`, `long-text` with
 * its lines (shortened in a table), an address as a link, and `record` and `records` by the labels of the
 * records that it refers to.
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
  /**
   * Which rows match: `equal` the same value; `same-text` the same text, case ignored; `day` a datetime on
   * that day; `contains` a text, or JSON as text, with that part; `member` a many with that record.
   */
  readonly match: 'equal' | 'same-text' | 'day' | 'contains' | 'member';
}

/** What all app backends decide alike about a field type of the language. */
export interface FieldKind {
  readonly input: InputKind;
  readonly storage: StorageKind;
  readonly display: DisplayKind;
  /** How a list filters by the field, if it does. */
  readonly filter: FilterShape;
  /** A list has a filter for the field unless the spec names its filters. */
  readonly isFiltered: boolean;
  /** A list searches in the field unless the spec names the searched fields. */
  readonly isSearched: boolean;
  /** A list can be sorted by the field. */
  readonly isSortable: boolean;
  /** A list has a column for the field unless the spec names its columns: the text is short. */
  readonly isListed: boolean;
  /** A list can show the field's text as the link to the row's record; false: it shows the record's label. */
  readonly isLinkText: boolean;
  /**
   * What `min` and `max` bound: the number itself, or the length of a text, which may also have a `pattern`;
   * null: the type has no bounds.
   */
  readonly bounds: 'value' | 'length' | null;
  /** The greatest length of stored text that the type sets; null: none (a `str` states its own). */
  readonly maxLength: number | null;
  /** The `step` of the number input; null for other types, and for a `decimal`, whose scale decides. */
  readonly step: '1' | 'any' | null;
  /**
   * The form of a primary key of this type in an address; `int` and `uuid` keys are generated, `text` keys
   * entered. For a `ref`, the target's key decides (see `keyKind`).
   */
  readonly key: 'int' | 'uuid' | 'text';
  /** How sample values of the type are made. */
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

/** The entry of `fieldKinds` for the field's type. */
export function fieldKind(field: FieldSpec): FieldKind {
  return fieldKinds[field.type.kind];
}
