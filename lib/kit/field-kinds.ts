import type { EntitySpec, FieldSpec, FieldType } from '../spec/app-spec.ts';
import { inWords } from '../words/phrases.ts';

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

/** What a type of the language means to an application. */
export interface FieldKind {
  readonly input: InputKind;
  readonly storage: StorageKind;
  /** A list filters by it without being told to. */
  readonly isFiltered: boolean;
  /** A list searches in it without being told to. */
  readonly isSearched: boolean;
  /** Rows have an order by it. */
  readonly isSortable: boolean;
}

const kinds: Readonly<Record<FieldType['kind'], FieldKind>> = {
  str: kind('text', 'varchar', { isSearched: true }),
  text: kind('textarea', 'text', { isSearched: true }),
  int: kind('number', 'integer'),
  float: kind('number', 'double'),
  decimal: kind('number', 'decimal'),
  bool: kind('checkbox', 'boolean', { isFiltered: true }),
  date: kind('date', 'date'),
  time: kind('time', 'time'),
  datetime: kind('datetime-local', 'timestamp'),
  uuid: kind('text', 'uuid'),
  email: kind('email', 'varchar', { isSearched: true }),
  url: kind('url', 'varchar', { isSearched: true }),
  json: kind('json', 'json', { isSortable: false }),
  enum: kind('select', 'varchar', { isFiltered: true }),
  ref: kind('record', 'key', { isFiltered: true }),
  many: kind('records', 'links', { isSortable: false }),
};

function kind(
  input: InputKind,
  storage: StorageKind,
  { isFiltered = false, isSearched = false, isSortable = true } = {},
): FieldKind {
  return { input, storage, isFiltered, isSearched, isSortable };
}

/** What the field's type means to an application. */
export function fieldKind(field: FieldSpec): FieldKind {
  return kinds[field.type.kind];
}

/** Length limits of stored text: a `str`'s own, 254 of an email, 2000 of a url; null where there is none. */
export function maxLength(field: FieldSpec): number | null {
  switch (field.type.kind) {
    case 'str':
      return field.type.maxLength;
    case 'email':
      return 254;
    case 'url':
      return 2000;
    default:
      return null;
  }
}

/** Longest text that is held against a pattern where nothing shorter is said: an expression takes its time. */
export const longestMatched = 2000;

/** The `step` of a number input: `1`, `0.01` by a decimal's scale, `any`; null for other types. */
export function numberStep(field: FieldSpec): string | null {
  switch (field.type.kind) {
    case 'int':
      return '1';
    case 'float':
      return 'any';
    case 'decimal':
      return field.type.scale === 0 ? '1' : `0.${'0'.repeat(field.type.scale - 1)}1`;
    default:
      return null;
  }
}

/** Claims that the program fills the field in by itself: `auto_*`, and keys that are made up (uuid, int). */
export function isGenerated(field: FieldSpec): boolean {
  return field.auto !== null || isGeneratedKey(field);
}

/** Claims that the field is a primary key that nobody enters. */
export function isGeneratedKey(field: FieldSpec): boolean {
  return field.primaryKey && (field.type.kind === 'uuid' || field.type.kind === 'int');
}

/** Claims that a form must ask for the field: it is required, and nothing else gives it a value. */
export function isRequiredInput(field: FieldSpec): boolean {
  return (
    (field.required || field.primaryKey) &&
    !isGenerated(field) &&
    field.type.kind !== 'bool' &&
    field.default === null
  );
}

/** The entity's one primary key. */
export function keyField(entity: EntitySpec): FieldSpec {
  return entity.fields.find((field) => field.primaryKey) ?? entity.fields[0]!;
}

/**
 * The field that a record is called by: `name` or `title` where it is text, else the first `str`, else the key.
 */
export function labelField(entity: EntitySpec): FieldSpec {
  const isText = (field: FieldSpec): boolean => field.type.kind === 'str' || field.type.kind === 'text';
  for (const name of ['name', 'title']) {
    const field = entity.fields.find((candidate) => candidate.name === name && isText(candidate));
    if (field !== undefined) return field;
  }
  return entity.fields.find((field) => field.type.kind === 'str') ?? keyField(entity);
}

/** An enum's values with their labels, in the order declared; null for other types. */
export function choicesOf(field: FieldSpec): readonly { value: string; label: string }[] | null {
  if (field.type.kind !== 'enum') return null;
  return field.type.values.map((value) => ({ value, label: inWords(value) }));
}

/** The entity that a `ref` or `many` refers to; null for other types. */
export function targetOf(field: FieldSpec): string | null {
  return field.type.kind === 'ref' || field.type.kind === 'many' ? field.type.entity : null;
}
