import type {
  BlockSyntax,
  DeclarationBase,
  DottedSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  OptionSyntax,
  Span,
  StringSyntax,
  WordSyntax,
} from './ast-base.ts';
import type { FieldSyntax } from './ast-entity.ts';

export type AuthKind =
  | 'oauth2_legacy'
  | 'oauth2_pkce'
  | 'jwt_static'
  | 'api_key_header'
  | 'api_key_query'
  | 'basic_auth'
  | 'bearer_token'
  | 'none';

export interface ServiceSyntax extends DeclarationBase {
  readonly kind: 'service';
  readonly items: readonly ServiceItemSyntax[];
}

/** A spec without `url` or `inline` is a `url`. */
export type ServiceItemSyntax =
  | {
      readonly kind: 'spec';
      readonly form: 'url' | 'inline';
      readonly value: StringSyntax | null;
      readonly span: Span;
    }
  | { readonly kind: 'owner'; readonly value: StringSyntax | null; readonly span: Span }
  | {
      readonly kind: 'auth_profile';
      readonly auth: WordSyntax<AuthKind> | null;
      readonly options: readonly OptionSyntax[];
      readonly span: Span;
    }
  | MetaSyntax;

export interface ForeignModelSyntax extends DeclarationBase {
  readonly kind: 'foreign_model';
  /** Null where it was reported. */
  readonly service: DottedSyntax | null;
  readonly items: readonly ForeignModelItemSyntax[];
}

export type ForeignModelItemSyntax =
  | { readonly kind: 'key'; readonly names: readonly NameSyntax[]; readonly span: Span }
  | {
      readonly kind: 'constraint';
      readonly value: WordSyntax<'read_only' | 'event_driven' | 'batch_import'> | null;
      readonly options: readonly OptionSyntax[];
      readonly span: Span;
    }
  | FieldSyntax
  | MetaSyntax;

export interface IntegrationSyntax extends DeclarationBase {
  readonly kind: 'integration';
  readonly items: readonly IntegrationItemSyntax[];
}

export type IntegrationItemSyntax =
  | {
      readonly kind: 'uses_service' | 'uses_foreign_model';
      readonly names: readonly DottedSyntax[];
      readonly span: Span;
    }
  | IntegrationActionSyntax
  | SyncSyntax
  | MetaSyntax;

export interface IntegrationActionSyntax extends BlockSyntax {
  readonly kind: 'iaction';
  readonly name: NameSyntax;
  readonly items: readonly IntegrationActionItemSyntax[];
}

/**
 * Both spellings, kept apart: `call` and `map_response` are the whole ones, the rest the pieces.
 * A `service.operation` with more than two parts has the last one as its operation.
 */
export type IntegrationActionItemSyntax =
  | { readonly kind: 'when_surface'; readonly surface: DottedSyntax | null; readonly span: Span }
  | (BlockSyntax & {
      readonly kind: 'call';
      readonly service: DottedSyntax | null;
      readonly operation: NameSyntax | null;
      readonly items: readonly (MappingSyntax | MetaSyntax)[];
    })
  | { readonly kind: 'call_service'; readonly service: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'call_operation'; readonly operation: StringSyntax | null; readonly span: Span }
  | (BlockSyntax & {
      readonly kind: 'map_response';
      readonly foreign: DottedSyntax | null;
      readonly entity: DottedSyntax | null;
      readonly items: readonly (MappingSyntax | MetaSyntax)[];
    })
  | { readonly kind: 'response_foreign'; readonly foreign: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'response_entity'; readonly entity: DottedSyntax | null; readonly span: Span }
  | (BlockSyntax & {
      readonly kind: 'call_mapping' | 'response_mapping';
      readonly items: readonly (MappingSyntax | MetaSyntax)[];
    })
  | MetaSyntax;

/**
 * One line of a mapping: `name` is left of the arrow, `value` right of it.
 * In `response mapping` the arrow points the other way: `name` is the response's field, `value` where it goes.
 */
export interface MappingSyntax {
  readonly kind: 'mapping';
  readonly name: NameSyntax;
  readonly value: ValueSyntax | null;
  readonly span: Span;
}

/** A dotted path, or a literal; a bare word is a literal of kind `name`. */
export type ValueSyntax =
  { readonly kind: 'path'; readonly path: DottedSyntax; readonly span: Span } | LiteralSyntax;

export interface SyncSyntax extends BlockSyntax {
  readonly kind: 'sync';
  readonly name: NameSyntax;
  readonly items: readonly SyncItemSyntax[];
}

export type SyncItemSyntax =
  | {
      readonly kind: 'mode';
      readonly value: WordSyntax<'scheduled' | 'event_driven'> | null;
      /** The cron line of `mode: scheduled "0 2 * * *"`. */
      readonly schedule: StringSyntax | null;
      readonly span: Span;
    }
  | { readonly kind: 'schedule'; readonly value: StringSyntax | null; readonly span: Span }
  /** `from service.operation as ForeignModel`. */
  | {
      readonly kind: 'from';
      readonly service: DottedSyntax | null;
      readonly operation: NameSyntax | null;
      readonly foreign: DottedSyntax | null;
      readonly span: Span;
    }
  | { readonly kind: 'from_service'; readonly service: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'from_operation'; readonly operation: StringSyntax | null; readonly span: Span }
  | { readonly kind: 'from_foreign'; readonly foreign: DottedSyntax | null; readonly span: Span }
  | { readonly kind: 'into_entity'; readonly entity: DottedSyntax | null; readonly span: Span }
  | (BlockSyntax & { readonly kind: 'match'; readonly items: readonly (MatchSyntax | MetaSyntax)[] })
  | MetaSyntax;

/** `foreign <-> entity`, as written left and right. */
export interface MatchSyntax {
  readonly kind: 'match_line';
  readonly left: NameSyntax;
  readonly right: NameSyntax | null;
  readonly span: Span;
}
