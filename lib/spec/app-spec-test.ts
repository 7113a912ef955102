import type { Place } from '../diagnostics/diagnostic.ts';
import type { Literal, Meta } from './app-spec-base.ts';

/** A `test` block: rows to set up, one action, and what it has to lead to. */
export interface TestSpec {
  readonly name: string;
  readonly description: string | null;
  readonly setup: readonly {
    readonly name: string;
    readonly entity: string;
    readonly values: readonly TestValue[];
  }[];
  readonly action: TestAction;
  readonly values: readonly TestValue[];
  readonly filter: readonly TestValue[];
  readonly search: Literal | null;
  /** As written: `-priority`. */
  readonly orderBy: string | null;
  readonly assertions: readonly TestAssertion[];
  /** Why it cannot run (its data names a field that the entity lacks), or null. */
  readonly skip: string | null;
  readonly place: Place;
  readonly meta?: Meta;
}

/** A value for a field; a `name` literal may be the name of a setup row where the field is a ref. */
export interface TestValue {
  readonly field: string;
  readonly value: Literal;
}

/**
 * What the test does: `entity` is always resolved; `row` names a setup row (update, delete, or get of its relation);
 * `relation` is set for `get <row> <relation>`.
 */
export interface TestAction {
  readonly verb: 'create' | 'update' | 'delete' | 'get';
  readonly entity: string;
  readonly row: string | null;
  /** For `get ticket comments`: the entity whose rows refer to the setup row, and by which field. */
  readonly relation: { readonly entity: string; readonly field: string } | null;
}

/** How a value is compared in an assertion. */
export type TestOperator =
  'equals' | 'not_equals' | 'greater_than' | 'less_than' | 'contains' | 'not_contains';

/** One line of `expect:`. */
export type TestAssertion =
  | { readonly kind: 'status'; readonly value: 'success' | 'error' }
  | { readonly kind: 'created'; readonly value: boolean }
  | {
      readonly kind: 'count';
      readonly entity: string | null;
      readonly operator: TestOperator;
      readonly value: Literal;
    }
  | { readonly kind: 'error_message'; readonly operator: TestOperator; readonly value: Literal }
  | {
      readonly kind: 'field';
      /** `first`, `last`, a setup row's name, or null for the record acted on. */
      readonly row: string | null;
      readonly field: string;
      readonly operator: TestOperator;
      readonly value: Literal | { readonly kind: 'field'; readonly field: string };
    }
  | {
      readonly kind: 'unchecked';
      readonly name: string;
      readonly operator: TestOperator | null;
      readonly value: Literal;
    };
