import type { TestOperator } from '../../spec/app-spec-test.ts';

/** What a `test` block of the spec does and asserts, step by step, with its names resolved. */
export interface SpecCase {
  readonly name: string;
  readonly description: string | null;
  /** Why the test cannot run; null where it can. */
  readonly skip: string | null;
  readonly steps: readonly SpecStep[];
}

/** A value of a `test` block. */
export type SpecValue =
  | { readonly kind: 'plain'; readonly value: string | boolean | null }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'today' | 'now' }
  /** A row of the setup, by its name; `isMany`: a list with that row alone, for a `many` field. */
  | { readonly kind: 'row'; readonly row: string; readonly isMany: boolean }
  /** The key of a record that is no row of the setup. */
  | { readonly kind: 'key'; readonly value: SpecValue }
  /** The value of another field of the same record. */
  | { readonly kind: 'field'; readonly field: string };

/** Values for fields, which have their names of the spec. */
export type SpecEntries = readonly { readonly field: string; readonly value: SpecValue }[];

/**
 * One step of a `test` block: a row of the setup, the action, or an assertion. In an action, `row` null is
 * the latest record of the entity.
 */
export type SpecStep =
  | { readonly kind: 'row'; readonly row: string; readonly entity: string; readonly values: SpecEntries }
  | { readonly kind: 'create'; readonly entity: string; readonly values: SpecEntries }
  | {
      readonly kind: 'update';
      readonly entity: string;
      readonly row: string | null;
      readonly values: SpecEntries;
    }
  | { readonly kind: 'delete'; readonly entity: string; readonly row: string | null }
  | {
      readonly kind: 'get';
      readonly entity: string;
      /** Only records whose `field` refers to `row`, a record of `entity`; null: all records. */
      readonly relatedTo: {
        readonly field: string;
        readonly entity: string;
        readonly row: string | null;
      } | null;
      /** Only this row of the setup; null: all records. */
      readonly only: string | null;
      readonly filter: SpecEntries;
      readonly query: SpecValue | null;
      readonly order: readonly { readonly field: string; readonly descends: boolean }[] | null;
    }
  | { readonly kind: 'succeeds' | 'fails' }
  | { readonly kind: 'is-created'; readonly value: boolean }
  | {
      readonly kind: 'counts';
      readonly entity: string | null;
      readonly operator: TestOperator;
      readonly value: SpecValue;
    }
  | { readonly kind: 'says'; readonly operator: TestOperator; readonly value: SpecValue }
  | {
      /** `row` null: the record acted on; `first` or `last`: of the records that a `get` found. */
      readonly kind: 'has';
      readonly entity: string;
      readonly row: string | null;
      readonly field: string;
      readonly operator: TestOperator;
      readonly value: SpecValue;
    }
  /** Nothing checks this line of the spec. */
  | { readonly kind: 'unchecked'; readonly name: string };
