import type { TypeName } from './case-choices.ts';
import type { PlainValue } from './given-value.ts';

/** What a test of a model asserts: what its checks and the database uphold. */
export type ModelCase =
  /** A record is found again as it was entered in these fields. */
  | { readonly kind: 'keeps-its-values'; readonly fields: readonly string[] }
  /** A record is called by the value of its `field`, or by its key. */
  | { readonly kind: 'is-called-by-its-label'; readonly field: string; readonly isKey: boolean }
  | FieldCase
  /** No second record has the same values in these fields; `number` is the constraint's, from 1. */
  | ({ readonly kind: 'is-unique-together'; readonly number: number } & Twins);

/** What a test of one field of a model asserts. */
export type FieldCase = { readonly field: string } & (
  | { readonly kind: 'is-filled-in' }
  | { readonly kind: 'requires-links' }
  | { readonly kind: 'links-records'; readonly entity: string }
  | { readonly kind: 'is-required'; readonly type: TypeName }
  | { readonly kind: 'has-a-max-length'; readonly length: number }
  | { readonly kind: 'is-one-of-its-choices'; readonly isKey: boolean }
  /** This value is refused. */
  | { readonly kind: 'matches-its-pattern' | 'has-the-form-of-its-type'; readonly value: string }
  | BoundCase
  /** A record that is given none has this value. */
  | { readonly kind: 'has-a-default'; readonly type: TypeName; readonly value: PlainValue }
  /** The key of no record is refused. */
  | { readonly kind: 'refers-to-a-record'; readonly unknown: PlainValue }
  /** The record referred to cannot go, or empties the ref. */
  | { readonly kind: 'protects-its-record' | 'is-emptied-with-its-record'; readonly entity: string }
  | ({ readonly kind: 'is-unique'; readonly isKey: boolean } & Twins)
  | { readonly kind: 'is-null-when-empty'; readonly isUnique: boolean }
);

/** A number outside its bound is refused. */
export interface BoundCase {
  readonly kind: 'has-a-bound';
  readonly side: 'lower' | 'upper';
  readonly type: TypeName;
  readonly bound: string;
  /** A number just outside. */
  readonly value: string;
  readonly isKey: boolean;
  /** The number has no more digits than the field takes. */
  readonly isEnterable: boolean;
  /** One beyond the bound, in either direction, has no more digits than the database takes. */
  readonly isStorable: boolean;
}

/** A record, and another one that is to have the same values in `fields`; the refs in `filled` are given a record. */
export interface Twins {
  readonly fields: readonly string[];
  readonly filled: readonly { readonly field: string; readonly entity: string }[];
}

/** A model case of one kind. */
export type ModelCaseOf<K extends ModelCase['kind']> = Extract<ModelCase, { readonly kind: K }>;
