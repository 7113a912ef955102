import type { TestOperator } from '../../spec/app-spec-test.ts';

/** What a `test` block of the spec does and asserts, step by step, with its names resolved. */
export interface SpecCase {
  readonly name: string;
  readonly description: string | null;
  /** Why it cannot run; null where it can. */
  readonly skip: string | null;
  readonly steps: readonly SpecStep[];
}

/** A value of a `test` block. */
export type SpecValue =
  | { readonly kind: 'plain'; readonly value: string | boolean | null }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'today' | 'now' }
  /** A row of the setup, by its name; `isMany`: as the only one of a list. */
  | { readonly kind: 'row'; readonly row: string; readonly isMany: boolean }
  /** The key of a record that is no row of the setup. */
  | { readonly kind: 'key'; readonly value: SpecValue }
  /** What the record itself has in another field. */
  | { readonly kind: 'field'; readonly field: string };

/** Values by the spec's names of fields. */
export type SpecEntries = readonly { readonly field: string; readonly value: SpecValue }[];

/** A step: what stands before the action, the action, or an assertion. A `row` that is null is the latest record of its entity. */
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
      /** Only records whose `field` refers to the row of that entity. */
      readonly relatedTo: {
        readonly field: string;
        readonly entity: string;
        readonly row: string | null;
      } | null;
      /** Only this row. */
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
      readonly kind: 'has';
      readonly entity: string;
      readonly row: string | null;
      readonly field: string;
      readonly operator: TestOperator;
      readonly value: SpecValue;
    }
  /** Nothing checks this line of the spec. */
  | { readonly kind: 'unchecked'; readonly name: string };
