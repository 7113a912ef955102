import type { TestOperator } from '../app-spec-test.ts';
import type {
  BlockSyntax,
  DeclarationBase,
  DottedSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  OptionSyntax,
  PairSyntax,
  Span,
  StringSyntax,
  WordSyntax,
} from './ast-base.ts';

export interface TestSyntax extends DeclarationBase {
  readonly kind: 'test';
  /** The docstring, on the head's line or on one of its own. */
  readonly docstring: StringSyntax | null;
  readonly items: readonly TestItemSyntax[];
}

export type TestItemSyntax =
  | (BlockSyntax & { readonly kind: 'setup'; readonly items: readonly (SetupLineSyntax | MetaSyntax)[] })
  | {
      readonly kind: 'action';
      readonly verb: WordSyntax<'create' | 'update' | 'delete' | 'get'> | null;
      /** An entity or a setup row. */
      readonly target: DottedSyntax | null;
      /** `comments` of `get ticket comments`. */
      readonly relation: NameSyntax | null;
      readonly span: Span;
    }
  | (BlockSyntax & {
      readonly kind: 'data' | 'filter' | 'search';
      readonly items: readonly (PairSyntax | MetaSyntax)[];
    })
  | { readonly kind: 'order_by'; readonly value: StringSyntax | null; readonly span: Span }
  | (BlockSyntax & { readonly kind: 'expect'; readonly items: readonly (AssertionSyntax | MetaSyntax)[] })
  | MetaSyntax;

/** `task: create Task with title="…"`. */
export interface SetupLineSyntax {
  readonly kind: 'setup_line';
  readonly name: NameSyntax;
  readonly entity: DottedSyntax | null;
  readonly values: readonly OptionSyntax[];
  readonly span: Span;
}

export type AssertionSyntax =
  | {
      readonly kind: 'status';
      readonly value: WordSyntax<'success' | 'error'> | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'created';
      readonly value: Extract<LiteralSyntax, { kind: 'bool' }> | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'count';
      readonly entity: NameSyntax | null;
      readonly operator: WordSyntax<TestOperator> | null;
      readonly value: LiteralSyntax | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'error_message';
      readonly operator: WordSyntax<TestOperator> | null;
      readonly value: LiteralSyntax | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'field';
      /** `first`, `last` or a setup row; null for the record acted on. */
      readonly row: NameSyntax | null;
      readonly field: NameSyntax;
      readonly operator: WordSyntax<TestOperator> | null;
      readonly value:
        LiteralSyntax | { readonly kind: 'field'; readonly name: NameSyntax; readonly span: Span } | null;
      readonly span: Span;
    }
  /** Kept, with a warning that nothing checks it. */
  | {
      readonly kind: 'unchecked';
      readonly name: NameSyntax;
      readonly operator: WordSyntax<TestOperator> | null;
      readonly value: LiteralSyntax | null;
      readonly span: Span;
    };
