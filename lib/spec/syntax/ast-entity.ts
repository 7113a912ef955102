import type {
  DeclarationBase,
  DottedSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  NumberSyntax,
  OrderKeySyntax,
  Span,
  StringSyntax,
} from './ast-base.ts';

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
