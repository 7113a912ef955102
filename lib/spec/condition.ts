import type { Literal } from './app-spec-base.ts';

/** One key of an order. */
export interface SortKey {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** The comparisons that conditions know. */
export type Comparison = '=' | '!=' | '>' | '<' | '>=' | '<=' | 'in' | 'not in' | 'is' | 'is not';

/** A resolved condition over the records of one entity. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly left: Operand;
      readonly operator: Comparison;
      readonly right: Operand;
    };

/** One side of a comparison, resolved by the rule for names in conditions. */
export type Operand =
  /** A field, through refs: `['owner', 'region']`. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'enum'; readonly value: string }
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'list'; readonly values: readonly Literal[] }
  | { readonly kind: 'today' | 'yesterday' | 'now' }
  /** `7_days_ago`, `3_hours_ago`. */
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: 'days' | 'hours' }
  | { readonly kind: 'current_user'; readonly path: readonly string[] }
  | {
      readonly kind: 'elapsed';
      readonly measure: 'days_since' | 'hours_since' | 'days_until';
      readonly path: readonly string[];
    }
  | { readonly kind: 'aggregate'; readonly aggregate: Aggregate };

/** `count(Entity)`, `sum(Entity.field where …)`. */
export interface Aggregate {
  readonly measure: 'count' | 'sum' | 'avg' | 'min' | 'max';
  readonly distinct: boolean;
  /** The entity counted; null for `*` and bare fields of the region's own source. */
  readonly entity: string | null;
  /** The field path, or null to count rows. */
  readonly path: readonly string[] | null;
  readonly where: Condition | null;
}

/** A resolved arithmetic expression of an aggregate. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'round'; readonly value: Expression; readonly digits: number }
  | { readonly kind: 'aggregate'; readonly aggregate: Aggregate }
  /** A bare field: the first row's value. */
  | { readonly kind: 'field'; readonly field: string };
