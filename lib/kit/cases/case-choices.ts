import type { FieldType } from '../../spec/app-spec.ts';

/** The name of a field type of the language: `str`, `ref`, `datetime`. */
export type TypeName = FieldType['kind'];

/**
 * The points in which the tests of one backend assert other things than those of another. A member is to be
 * removed once all backends agree on it.
 */
export interface CaseChoices {
  /**
   * Leaves out cases that may fail for lack of sample data: fields for which there is no sample value, and
   * more records than unique fields allow.
   */
  readonly isCautious: boolean;
  /** Types of the fields whose values a test expects on the page of a record. */
  readonly shown: readonly TypeName[];
  /** Types of the fields by which tests filter a list. */
  readonly filtered: readonly TypeName[];
  /** Types of the fields by which tests sort a list; `auto_*` fields do not depend on it. */
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
