import type { FieldType } from '../../spec/app-spec.ts';

/** A word for a type of the language. */
export type TypeName = FieldType['kind'];

/** Where the tests of one backend assert other things than those of another; each member goes when they assert the same. */
export interface CaseChoices {
  /** Only what is sure: values that the samples have, and as many records as there can be. */
  readonly isCautious: boolean;
  /** Types whose values a page that shows a record is looked through for. */
  readonly shown: readonly TypeName[];
  /** Types whose fields are tried as filters of a list, and as its order. */
  readonly filtered: readonly TypeName[];
  readonly sorted: readonly TypeName[];
  /** A list is also sorted by keys that are entered, and by times of the last change. */
  readonly sortsKeys: boolean;
  /** A list is also searched for what its linked records are called. */
  readonly searchesLinks: boolean;
  /** A filter asks for the value declared first (of a bool: true), not for the lower one of a pair. */
  readonly asksForFirst: boolean;
  /** Which two values of an enum show that it is not sorted by the alphabet. */
  readonly enumPair: 'first' | 'last';
}
