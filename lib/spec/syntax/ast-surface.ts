import type { Display, SurfaceMode } from '../app-spec.ts';
import type {
  BlockSyntax,
  DeclarationBase,
  DottedSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  NumberSyntax,
  OptionSyntax,
  OrderKeySyntax,
  PairSyntax,
  Span,
  StringSyntax,
  WordSyntax,
} from './ast-base.ts';
import type { AggregateLineSyntax, ConditionSlot } from './ast-condition.ts';

export interface SurfaceSyntax extends DeclarationBase {
  readonly kind: 'surface';
  readonly was: NameSyntax | null;
  readonly items: readonly SurfaceItemSyntax[];
}

export type SurfaceItemSyntax =
  | { readonly kind: 'uses_entity'; readonly entity: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'mode'; readonly value: WordSyntax<SurfaceMode> | null; readonly span: Span }
  | SectionSyntax
  | ActionSyntax
  | UxSyntax
  | MetaSyntax;

export interface SectionSyntax extends BlockSyntax {
  readonly kind: 'section';
  readonly name: NameSyntax;
  readonly title: StringSyntax | null;
  readonly items: readonly (SectionFieldSyntax | MetaSyntax)[];
}

/** `field NAME "Label" width=half`, with or without a block of help and placeholder. */
export interface SectionFieldSyntax extends BlockSyntax {
  readonly kind: 'section_field';
  readonly name: NameSyntax;
  readonly label: StringSyntax | null;
  readonly options: readonly OptionSyntax[];
  /** Null where there is no block. */
  readonly items: readonly (FieldHintSyntax | MetaSyntax)[] | null;
}

export interface FieldHintSyntax {
  readonly kind: 'help' | 'placeholder';
  readonly value: StringSyntax | null;
  readonly span: Span;
}

export interface ActionSyntax extends BlockSyntax {
  readonly kind: 'action';
  readonly name: NameSyntax;
  readonly title: StringSyntax | null;
  readonly items: readonly (TriggerSyntax | MetaSyntax)[];
}

/** `on submit -> outcome`; the short form `outcome: …` has `submit` as its trigger. */
export interface TriggerSyntax {
  readonly kind: 'on';
  readonly trigger: 'submit' | 'click' | 'auto';
  readonly outcome: OutcomeSyntax | null;
  readonly span: Span;
}

/** Names are single words by the grammar, yet kept dotted, so that a qualified one can be looked up. */
export type OutcomeSyntax =
  | { readonly kind: 'surface'; readonly surface: DottedSyntax; readonly span: Span }
  | {
      readonly kind: 'experience';
      readonly experience: DottedSyntax;
      readonly step: NameSyntax | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'integration';
      readonly integration: DottedSyntax;
      readonly action: NameSyntax | null;
      readonly span: Span;
    };

export interface UxSyntax extends BlockSyntax {
  readonly kind: 'ux';
  readonly items: readonly UxItemSyntax[];
}

export type UxItemSyntax =
  | { readonly kind: 'purpose' | 'empty'; readonly value: StringSyntax | null; readonly span: Span }
  | {
      readonly kind: 'show' | 'filter' | 'search';
      readonly names: readonly NameSyntax[];
      readonly span: Span;
    }
  | { readonly kind: 'sort'; readonly keys: readonly OrderKeySyntax[]; readonly span: Span }
  | { readonly kind: 'display'; readonly value: WordSyntax<Display> | null; readonly span: Span }
  | AttentionSyntax
  | PersonaViewSyntax
  | MetaSyntax;

export interface AttentionSyntax extends BlockSyntax {
  readonly kind: 'attention';
  readonly level: WordSyntax<'critical' | 'warning' | 'notice' | 'info'> | null;
  readonly items: readonly AttentionItemSyntax[];
}

export type AttentionItemSyntax =
  | { readonly kind: 'when'; readonly condition: ConditionSlot; readonly span: Span }
  | { readonly kind: 'message'; readonly value: StringSyntax | null; readonly span: Span }
  | { readonly kind: 'action'; readonly target: DottedSyntax | null; readonly span: Span }
  | MetaSyntax;

/** `for IDENT:`. */
export interface PersonaViewSyntax extends BlockSyntax {
  readonly kind: 'for';
  readonly persona: NameSyntax;
  readonly items: readonly PersonaViewItemSyntax[];
}

export type PersonaViewItemSyntax =
  | { readonly kind: 'scope'; readonly scope: 'all' | ConditionSlot; readonly span: Span }
  | { readonly kind: 'purpose'; readonly value: StringSyntax | null; readonly span: Span }
  | {
      readonly kind: 'show' | 'hide' | 'show_aggregate' | 'focus';
      readonly names: readonly NameSyntax[];
      readonly span: Span;
    }
  | { readonly kind: 'action_primary'; readonly target: DottedSyntax | null; readonly span: Span }
  | {
      readonly kind: 'read_only';
      readonly value: Extract<LiteralSyntax, { kind: 'bool' }> | null;
      readonly span: Span;
    }
  | (BlockSyntax & { readonly kind: 'defaults'; readonly items: readonly (PairSyntax | MetaSyntax)[] })
  | MetaSyntax;

export interface WorkspaceSyntax extends DeclarationBase {
  readonly kind: 'workspace';
  readonly items: readonly WorkspaceItemSyntax[];
}

export type WorkspaceItemSyntax =
  | { readonly kind: 'purpose' | 'engine_hint'; readonly value: StringSyntax | null; readonly span: Span }
  | RegionSyntax
  | UxSyntax
  | MetaSyntax;

export interface RegionSyntax extends BlockSyntax {
  readonly kind: 'region';
  readonly name: NameSyntax;
  readonly items: readonly RegionItemSyntax[];
}

export type RegionItemSyntax =
  | { readonly kind: 'source'; readonly source: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'filter'; readonly condition: ConditionSlot; readonly span: Span }
  | { readonly kind: 'sort'; readonly keys: readonly OrderKeySyntax[]; readonly span: Span }
  | { readonly kind: 'limit'; readonly value: NumberSyntax | null; readonly span: Span }
  | { readonly kind: 'display'; readonly value: WordSyntax<Display> | null; readonly span: Span }
  | { readonly kind: 'action'; readonly target: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'empty'; readonly value: StringSyntax | null; readonly span: Span }
  | { readonly kind: 'group_by'; readonly field: NameSyntax | null; readonly span: Span }
  | (BlockSyntax & {
      readonly kind: 'aggregate';
      readonly items: readonly (AggregateLineSyntax | MetaSyntax)[];
    })
  | MetaSyntax;
