import type { TypeName } from './case-choices.ts';
import type { PlainValue } from './given-value.ts';

/** What a test of a model asserts: what its validation and the database's constraints enforce. */
export type ModelCase =
  /** A saved record has the entered values of these fields when it is read again. */
  | { readonly kind: 'keeps-its-values'; readonly fields: readonly string[] }
  /** A record's label is the value of its `field`; `isKey`: the field is the primary key. */
  | { readonly kind: 'is-called-by-its-label'; readonly field: string; readonly isKey: boolean }
  | FieldCase
  /** No two records have the same values in all these fields; `number` counts unique constraints from 1, and is part of the test's name. */
  | ({ readonly kind: 'is-unique-together'; readonly number: number } & Twins);

/** What a test of one field of a model asserts. Only `has-a-bound` can occur twice for a field. */
export type FieldCase = { readonly field: string } & (
  | { readonly kind: 'is-filled-in' }
  | { readonly kind: 'requires-links' }
  | { readonly kind: 'links-records'; readonly entity: string }
  | { readonly kind: 'is-required'; readonly type: TypeName }
  | { readonly kind: 'has-a-max-length'; readonly length: number }
  | { readonly kind: 'is-one-of-its-choices'; readonly isKey: boolean }
  /** `value` is refused: it does not match the pattern, or is no value of the type. */
  | { readonly kind: 'matches-its-pattern' | 'has-the-form-of-its-type'; readonly value: string }
  | BoundCase
  /** A record for which the field is left out gets this default. */
  | { readonly kind: 'has-a-default'; readonly type: TypeName; readonly value: PlainValue }
  /** `unknown`, a key that no record has, is refused. */
  | { readonly kind: 'refers-to-a-record'; readonly unknown: PlainValue }
  /** The referenced record of `entity` cannot be deleted, or its deletion sets the (optional) ref to null. */
  | { readonly kind: 'protects-its-record' | 'is-emptied-with-its-record'; readonly entity: string }
  | ({ readonly kind: 'is-unique'; readonly isKey: boolean } & Twins)
  | { readonly kind: 'is-null-when-empty'; readonly isUnique: boolean }
);

/**
 * A number below the field's `min` or above its `max` is refused. A field with both has two such cases, so the name of the
 * test contains the `side`.
 */
export interface BoundCase {
  readonly kind: 'has-a-bound';
  readonly side: 'lower' | 'upper';
  readonly type: TypeName;
  readonly bound: string;
  /** A number just outside the bound. */
  readonly value: string;
  readonly isKey: boolean;
  /** `value` has no more digits than the field takes, so that nothing but the bound refuses it. */
  readonly isEnterable: boolean;
  /** The bound plus or minus 1 fits the digits of the column, so that the database refuses only the bound. */
  readonly isStorable: boolean;
}

/**
 * The fields of a uniqueness test, which makes one record and then tries to save another with the same values
 * in `fields`. `filled`: the optional refs among them, which need a record of `entity` because samples leave
 * them null.
 */
export interface Twins {
  readonly fields: readonly string[];
  readonly filled: readonly { readonly field: string; readonly entity: string }[];
}

/** A model case of one kind. */
export type ModelCaseOf<K extends ModelCase['kind']> = Extract<ModelCase, { readonly kind: K }>;
