import type { Place } from '../diagnostics/diagnostic.ts';
import type { ExperienceSpec, ForeignModelSpec, IntegrationSpec, ServiceSpec } from './app-spec-flow.ts';
import type { TestSpec } from './app-spec-test.ts';
import type { Condition, Expression, SortKey } from './condition.ts';

export type * from './app-spec-flow.ts';
export type * from './app-spec-test.ts';

/**
 * The checked application: every reference resolved, deeply read-only, free of syntax and of backends.
 * Names of entities, surfaces and the other kinds are unique within their kind; where two modules define
 * the same name, the linker prefixes the later ones with their module (`BillingClient`). Plain JSON values only.
 */
export interface AppSpec {
  readonly name: string;
  readonly title: string;
  /** The root module, e.g. `shop.core`; empty for a file without a `module` line. */
  readonly module: string;
  readonly entities: readonly EntitySpec[];
  readonly surfaces: readonly SurfaceSpec[];
  readonly workspaces: readonly WorkspaceSpec[];
  readonly personas: readonly PersonaSpec[];
  readonly experiences: readonly ExperienceSpec[];
  readonly services: readonly ServiceSpec[];
  readonly foreignModels: readonly ForeignModelSpec[];
  readonly integrations: readonly IntegrationSpec[];
  readonly tests: readonly TestSpec[];
  readonly meta: Meta;
}

/** `meta NAME = value` lines of a block, by name. Blocks within a declaration have the member only where one was written. */
export type Meta = Readonly<Record<string, Literal>>;

/** A literal as written. `name` is a bare word (an enum value, or text on a `str`). Numbers keep their text for decimals. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'current_user' }
  | { readonly kind: 'name'; readonly value: string };

/** What every declared thing has: `title` falls back to the name in words, `declaredTitle` is null where none was written. */
export interface Declared {
  readonly name: string;
  readonly title: string;
  readonly declaredTitle: string | null;
  /** The module that declares it. */
  readonly module: string;
  readonly place: Place;
  readonly meta: Meta;
}

export interface EntitySpec extends Declared {
  /** In the order of declaration; exactly one has `primaryKey`. */
  readonly fields: readonly FieldSpec[];
  readonly constraints: readonly ConstraintSpec[];
  /** The name that this entity had before (`entity Customer was Client`). */
  readonly was: string | null;
}

export type FieldType =
  | { readonly kind: 'str'; readonly maxLength: number }
  | {
      readonly kind:
        'text' | 'int' | 'float' | 'bool' | 'date' | 'time' | 'datetime' | 'uuid' | 'email' | 'url' | 'json';
    }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'ref'; readonly entity: string }
  | { readonly kind: 'many'; readonly entity: string };

/** The fitted default of a field: an enum value and a bare word on `str` are already `string`s. */
export type DefaultValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'today' }
  | { readonly kind: 'now' };

export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  /** Written `required` (or implied by `pk`): a value must be given. */
  readonly required: boolean;
  /** May be null in storage, by the language's rule. */
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  /** Set on creation (`add`) or on each save (`update`); only on date and time types. */
  readonly auto: 'add' | 'update' | null;
  readonly default: DefaultValue | null;
  /** Bounds as written, so that decimals keep their digits. */
  readonly min: string | null;
  readonly max: string | null;
  readonly pattern: string | null;
  readonly help: string | null;
  readonly was: string | null;
  readonly place: Place;
}

export interface ConstraintSpec {
  readonly kind: 'unique' | 'index';
  readonly fields: readonly SortKey[];
  readonly place: Place;
}

export type SurfaceMode = 'list' | 'view' | 'create' | 'edit' | 'custom';

export interface SurfaceSpec extends Declared {
  readonly mode: SurfaceMode;
  readonly entity: string | null;
  readonly sections: readonly SectionSpec[];
  readonly actions: readonly ActionSpec[];
  readonly ux: UxSpec | null;
  readonly was: string | null;
}

export interface SectionSpec {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly SectionFieldSpec[];
  readonly meta?: Meta;
}

export interface SectionFieldSpec {
  readonly name: string;
  /** Written label, or the name in words. */
  readonly label: string;
  readonly declaredLabel: string | null;
  readonly help: string | null;
  readonly placeholder: string | null;
  /** True where no entity field backs it: a free text input. */
  readonly freeText: boolean;
  readonly options: Meta;
  readonly place: Place;
  readonly meta?: Meta;
}

export interface ActionSpec {
  readonly name: string;
  readonly title: string;
  /** `submit` where the short form `outcome:` was used. */
  readonly trigger: 'submit' | 'click' | 'auto';
  readonly outcome: OutcomeSpec;
  readonly place: Place;
  readonly meta?: Meta;
}

export type OutcomeSpec =
  | { readonly kind: 'surface'; readonly surface: string }
  | { readonly kind: 'experience'; readonly experience: string; readonly step: string | null }
  | { readonly kind: 'integration'; readonly integration: string; readonly action: string };

/** `null` lists were not written. */
export interface UxSpec {
  readonly purpose: string | null;
  readonly show: readonly string[] | null;
  readonly filter: readonly string[] | null;
  readonly search: readonly string[] | null;
  readonly sort: readonly SortKey[] | null;
  readonly empty: string | null;
  readonly display: Display | null;
  readonly attention: readonly AttentionSpec[];
  readonly personas: readonly PersonaViewSpec[];
  readonly place: Place;
  readonly meta?: Meta;
}

export type Display = 'list' | 'grid' | 'timeline' | 'map' | 'detail';

export interface AttentionSpec {
  readonly level: 'critical' | 'warning' | 'notice' | 'info';
  readonly when: Condition;
  readonly message: string | null;
  /** A surface or experience; null where none was written or it named nothing. */
  readonly action: string | null;
  readonly place: Place;
  readonly meta?: Meta;
}

export interface PersonaViewSpec {
  readonly persona: string;
  /** `all`, a condition, or null where none was written. */
  readonly scope: 'all' | Condition | null;
  readonly purpose: string | null;
  readonly show: readonly string[] | null;
  readonly hide: readonly string[] | null;
  readonly showAggregate: readonly string[] | null;
  readonly focus: readonly string[] | null;
  readonly actionPrimary: string | null;
  readonly readOnly: boolean;
  readonly defaults: Meta;
  readonly place: Place;
  readonly meta?: Meta;
}

export interface PersonaSpec extends Declared {
  readonly properties: Readonly<Record<string, Literal | readonly string[]>>;
}

export interface WorkspaceSpec extends Declared {
  readonly purpose: string | null;
  readonly engineHint: string | null;
  readonly regions: readonly RegionSpec[];
  readonly ux: UxSpec | null;
}

export interface RegionSpec {
  readonly name: string;
  /** The entity behind the source, resolved through a surface where one was named. */
  readonly entity: string | null;
  readonly surface: string | null;
  readonly filter: Condition | null;
  readonly sort: readonly SortKey[] | null;
  readonly limit: number | null;
  readonly display: Display | null;
  readonly action: string | null;
  readonly empty: string | null;
  readonly groupBy: string | null;
  readonly aggregates: readonly { readonly name: string; readonly expression: Expression }[];
  readonly place: Place;
  readonly meta?: Meta;
}
