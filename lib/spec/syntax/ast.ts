/**
 * The syntax tree of one spec file: what was written, in the order it was written, unresolved.
 * Alternative spellings of one thing give the same node. Where a part is `null` although the grammar wants it,
 * the parser has reported that already and a reader of the tree should say nothing about it.
 */
import type {
  BlockSyntax,
  DeclarationBase,
  DottedSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  Span,
  StringSyntax,
  WordSyntax,
} from './ast-base.ts';
import type { EntitySyntax } from './ast-entity.ts';
import type { ForeignModelSyntax, IntegrationSyntax, ServiceSyntax } from './ast-integration.ts';
import type { SurfaceSyntax, WorkspaceSyntax } from './ast-surface.ts';
import type { TestSyntax } from './ast-test.ts';

export type * from './ast-base.ts';
export type * from './ast-condition.ts';
export type * from './ast-entity.ts';
export type * from './ast-integration.ts';
export type * from './ast-surface.ts';
export type * from './ast-test.ts';

/** A comment: its text with `#`, without the line's end. `ownLine` is false behind other words. */
export interface CommentSyntax {
  readonly text: string;
  readonly span: Span;
  readonly ownLine: boolean;
}

/** One file. Offsets of its spans count in `text`, which lacks a byte order mark. */
export interface FileSyntax {
  readonly file: string;
  readonly text: string;
  /** The offset at which each line starts. */
  readonly lineStarts: readonly number[];
  readonly declarations: readonly DeclarationSyntax[];
  /** In the order of the text. */
  readonly comments: readonly CommentSyntax[];
  /** Names that blocks of an unknown kind would have declared: references to them need no second error. */
  readonly lostNames: readonly NameSyntax[];
}

export type DeclarationSyntax =
  | ModuleSyntax
  | UseSyntax
  | AppSyntax
  | EntitySyntax
  | SurfaceSyntax
  | WorkspaceSyntax
  | PersonaSyntax
  | ExperienceSyntax
  | ServiceSyntax
  | ForeignModelSyntax
  | IntegrationSyntax
  | TestSyntax;

/** What follows, up to the next `module` line, belongs to this module. */
export interface ModuleSyntax {
  readonly kind: 'module';
  readonly name: DottedSyntax;
  readonly span: Span;
}

export interface UseSyntax {
  readonly kind: 'use';
  readonly module: DottedSyntax;
  readonly alias: NameSyntax | null;
  readonly span: Span;
}

export interface AppSyntax {
  readonly kind: 'app';
  readonly name: NameSyntax;
  readonly title: StringSyntax | null;
  readonly span: Span;
}

export interface PersonaSyntax extends DeclarationBase {
  readonly kind: 'persona';
  readonly items: readonly (PersonaPropertySyntax | MetaSyntax)[];
}

/** `NAME: literal`, or a list of strings each behind a `-`. */
export interface PersonaPropertySyntax {
  readonly kind: 'property';
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly list: readonly StringSyntax[] | null;
  readonly head: Span;
  readonly span: Span;
}

export interface ExperienceSyntax extends DeclarationBase {
  readonly kind: 'experience';
  readonly items: readonly (StartSyntax | StepSyntax | MetaSyntax)[];
}

export interface StartSyntax {
  readonly kind: 'start';
  readonly step: NameSyntax | null;
  readonly span: Span;
}

export interface StepSyntax extends BlockSyntax {
  readonly kind: 'step';
  readonly name: NameSyntax;
  readonly items: readonly (StepItemSyntax | MetaSyntax)[];
}

export type StepItemSyntax =
  | {
      readonly kind: 'kind';
      readonly value: WordSyntax<'surface' | 'process' | 'integration'> | null;
      readonly span: Span;
    }
  | { readonly kind: 'surface'; readonly surface: NameSyntax | null; readonly span: Span }
  | {
      readonly kind: 'integration';
      readonly integration: NameSyntax | null;
      readonly action: NameSyntax | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'transition';
      readonly on: 'success' | 'failure' | 'cancel';
      readonly step: NameSyntax | null;
      readonly span: Span;
    };
