import type { FieldType } from '../../spec/app-spec.ts';

/** The name of a field type of the language: `str`, `ref`, `datetime`. */
export type TypeName = FieldType['kind'];

/**
 * The points in which the tests of one backend assert other things than those of another. A new stack starts with
 * `commonChoices`, and changes a member once its application and the helpers of its tests can do more. A member is to
 * be removed once all backends agree on it.
 */
export interface CaseChoices {
  /**
   * Leaves out cases that may fail for lack of sample data: fields for which there is no sample value, and
   * more records than unique fields allow. Where it is false, the helpers of the tests have to make such values up.
   */
  readonly isCautious: boolean;
  /**
   * Types of the fields whose values a test expects on the page of a record: those that the page shows as they are
   * stored, or whose shown text the helpers of the tests know.
   */
  readonly shown: readonly TypeName[];
  /** Types of the fields by which tests filter a list, of those that lists can be filtered by. */
  readonly filtered: readonly TypeName[];
  /**
   * Types of the fields by which tests sort a list: those that the database orders as the kit says, enums as declared.
   * `auto_*` fields do not depend on it.
   */
  readonly sorted: readonly TypeName[];
  /** Tests also sort a list by primary keys that people enter, and by `auto_update` fields. */
  readonly sortsKeys: boolean;
  /** Tests also search a list for the labels of the records that a `many` field links. */
  readonly searchesLinks: boolean;
  /** Tests filter an enum or bool by the first declared value (of a bool: true), not by the lower one. */
  readonly asksForFirst: boolean;
  /**
   * Which pair of neighbouring enum values tests use to tell the declared order from the alphabetical one:
   * the first pair in which the two differ, or the last.
   */
  readonly enumPair: 'first' | 'last';
}

/**
 * The choices to start a new stack with: nothing is tested that may fail for lack of sample data, and only types of
 * fields whose values every stack can write, show and compare. A backend spreads them and states what it changes:
 * `{ ...commonChoices, searchesLinks: true }`.
 */
export const commonChoices: CaseChoices = {
  isCautious: true,
  shown: ['str'],
  filtered: ['enum', 'bool', 'ref', 'str'],
  sorted: ['enum', 'bool', 'ref', 'str'],
  sortsKeys: false,
  searchesLinks: false,
  asksForFirst: false,
  enumPair: 'first',
};
