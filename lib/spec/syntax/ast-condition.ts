import type { Comparison } from '../condition.ts';
import type { DottedSyntax, LiteralSyntax, NameSyntax, NumberSyntax, Span } from './ast-base.ts';

/** A condition as written; `and` and `or` are flat lists of at least two parts. */
export type ConditionSyntax =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionSyntax[]; readonly span: Span }
  | { readonly kind: 'not'; readonly part: ConditionSyntax; readonly span: Span }
  | {
      readonly kind: 'compare';
      readonly left: OperandSyntax;
      readonly operator: Comparison;
      readonly operatorSpan: Span;
      readonly right: OperandSyntax;
      readonly span: Span;
    };

/** One side of a comparison; a bare word is a `path` of one part, to be resolved by the rule for names in conditions. */
export type OperandSyntax =
  | { readonly kind: 'path'; readonly path: DottedSyntax; readonly span: Span }
  | {
      readonly kind: 'elapsed';
      readonly measure: 'days_since' | 'hours_since' | 'days_until';
      readonly path: DottedSyntax;
      readonly span: Span;
    }
  | AggregateSyntax
  | { readonly kind: 'literal'; readonly value: LiteralSyntax; readonly span: Span }
  | { readonly kind: 'list'; readonly values: readonly LiteralSyntax[]; readonly span: Span }
  /** `current_user.team`: the path holds what follows `current_user`. */
  | { readonly kind: 'current_user'; readonly path: readonly NameSyntax[]; readonly span: Span }
  | {
      readonly kind: 'ago';
      readonly amount: number;
      readonly unit: 'days' | 'hours';
      readonly span: Span;
    };

/** `count(Entity where …)`; `argument` is null for `*`. */
export interface AggregateSyntax {
  readonly kind: 'aggregate';
  readonly measure: 'count' | 'sum' | 'avg' | 'min' | 'max';
  readonly distinct: boolean;
  readonly argument: DottedSyntax | null;
  readonly where: ConditionSyntax | null;
  readonly span: Span;
}

/** Arithmetic of an aggregate line; parentheses survive only as the tree's shape. */
export type ExpressionSyntax =
  | { readonly kind: 'number'; readonly value: NumberSyntax; readonly span: Span }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: ExpressionSyntax;
      readonly right: ExpressionSyntax;
      readonly span: Span;
    }
  | {
      readonly kind: 'round';
      readonly value: ExpressionSyntax;
      readonly digits: NumberSyntax | null;
      readonly span: Span;
    }
  | AggregateSyntax
  | { readonly kind: 'name'; readonly name: NameSyntax; readonly span: Span };

/** One line of an `aggregate:` block. */
export interface AggregateLineSyntax {
  readonly kind: 'aggregate_line';
  readonly name: NameSyntax;
  readonly expression: ExpressionSyntax | null;
  readonly span: Span;
}

/** A condition where the grammar wants one; null where it was reported. */
export type ConditionSlot = ConditionSyntax | null;
