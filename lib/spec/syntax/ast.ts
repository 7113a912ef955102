/**
 * The syntax tree of one spec file: what was written, in the order it was written, unresolved.
 * Alternative spellings of one thing give the same node. Where a part is `null` although the grammar wants it,
 * the parser has reported that already and a reader of the tree should say nothing about it.
 */
import type { ConditionSyntax, ExpressionSyntax } from './ast-condition.ts';
import type { ForeignModelSyntax, IntegrationSyntax, ServiceSyntax } from './ast-integration.ts';
import type { SurfaceSyntax, WorkspaceSyntax } from './ast-surface.ts';
import type { TestSyntax } from './ast-test.ts';

export type * from './ast-condition.ts';
export type * from './ast-integration.ts';
export type * from './ast-surface.ts';
export type * from './ast-test.ts';

/** A stretch of the file's text in UTF-16 offsets; `end` is exclusive. `placeOf` turns it into lines and columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word used as a name. */
export interface NameSyntax {
  readonly text: string;
  readonly span: Span;
}

/** `a.b.c`; one part is a plain name. `text` is the parts joined by dots. */
export interface DottedSyntax {
  readonly text: string;
  readonly parts: readonly NameSyntax[];
  readonly span: Span;
}

/** A string without its quotes, escapes resolved. */
export interface StringSyntax {
  readonly value: string;
  readonly span: Span;
}

/** A word out of a closed list. */
export interface WordSyntax<Word extends string> {
  readonly value: Word;
  readonly span: Span;
}

export type LiteralSyntax =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'bool'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null' | 'current_user'; readonly span: Span }
  | { readonly kind: 'name'; readonly value: string; readonly span: Span };

/** `NAME = literal` as an option on a line. */
export interface OptionSyntax {
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `NAME: literal` on a line of its own (defaults, data, filter). */
export interface PairSyntax {
  readonly kind: 'pair';
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `meta NAME = literal`. */
export interface MetaSyntax {
  readonly kind: 'meta';
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `NAME [asc|desc]`; `direction` is null where none was written. */
export interface OrderKeySyntax {
  readonly field: NameSyntax;
  readonly direction: 'asc' | 'desc' | null;
  readonly span: Span;
}

/** What every block has: `head` reaches from its first word to the `:`, `span` over its last line as well. */
export interface BlockSyntax {
  readonly span: Span;
  readonly head: Span;
  /** True where a line within was reported and lost something: claims that something is absent should be held back. */
  readonly broken: boolean;
}

/** What every named declaration at the left margin has. */
export interface DeclarationBase extends BlockSyntax {
  readonly name: NameSyntax;
  readonly title: StringSyntax | null;
}

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

export interface EntitySyntax extends DeclarationBase {
  readonly kind: 'entity';
  readonly was: NameSyntax | null;
  readonly items: readonly (FieldSyntax | ConstraintSyntax | MetaSyntax)[];
}

/** `type` is null where its word was not understood. */
export interface FieldSyntax {
  readonly kind: 'field';
  readonly name: NameSyntax;
  readonly type: TypeSyntax | null;
  readonly modifiers: readonly ModifierSyntax[];
  readonly span: Span;
  /** True where something on the line was reported and left out. */
  readonly broken: boolean;
}

export type PlainTypeName =
  'text' | 'int' | 'float' | 'bool' | 'date' | 'time' | 'datetime' | 'uuid' | 'email' | 'url' | 'json';

/** Numbers and names are null or missing where they were reported. */
export type TypeSyntax =
  | { readonly kind: PlainTypeName; readonly span: Span }
  | { readonly kind: 'str'; readonly length: NumberSyntax | null; readonly span: Span }
  | {
      readonly kind: 'decimal';
      readonly precision: NumberSyntax | null;
      readonly scale: NumberSyntax | null;
      readonly span: Span;
    }
  | { readonly kind: 'enum'; readonly values: readonly NameSyntax[]; readonly span: Span }
  | { readonly kind: 'ref' | 'many'; readonly target: DottedSyntax | null; readonly span: Span };

export interface NumberSyntax {
  readonly value: number;
  /** As written, so that decimals keep their digits. */
  readonly text: string;
  readonly span: Span;
}

/** `?` and `optional` are `optional`, `unique?` is `unique`. */
export type ModifierSyntax =
  | {
      readonly kind: 'required' | 'optional' | 'pk' | 'unique' | 'auto_add' | 'auto_update';
      readonly span: Span;
    }
  | { readonly kind: 'default'; readonly value: LiteralSyntax; readonly span: Span }
  | { readonly kind: 'min' | 'max'; readonly value: NumberSyntax; readonly span: Span }
  | { readonly kind: 'pattern' | 'help'; readonly value: StringSyntax; readonly span: Span }
  | { readonly kind: 'was'; readonly value: NameSyntax; readonly span: Span };

export interface ConstraintSyntax {
  readonly kind: 'unique' | 'index';
  readonly keys: readonly OrderKeySyntax[];
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

/** One line of an `aggregate:` block. */
export interface AggregateLineSyntax {
  readonly kind: 'aggregate_line';
  readonly name: NameSyntax;
  readonly expression: ExpressionSyntax | null;
  readonly span: Span;
}

/** A condition where the grammar wants one; null where it was reported. */
export type ConditionSlot = ConditionSyntax | null;
