import type { Place } from '../diagnostics/diagnostic.ts';
import type { Declared, Literal, Meta } from './app-spec-base.ts';
import type { FieldSpec } from './app-spec-field.ts';
import type { ExperienceSpec, ForeignModelSpec, IntegrationSpec, ServiceSpec } from './app-spec-flow.ts';
import type { TestSpec } from './app-spec-test.ts';
import type { Condition, Expression, SortKey } from './condition.ts';

export type * from './app-spec-base.ts';
export type * from './app-spec-field.ts';
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

export interface EntitySpec extends Declared {
  /** In the order of declaration; exactly one has `primaryKey`. */
  readonly fields: readonly FieldSpec[];
  readonly constraints: readonly ConstraintSpec[];
  /** The name that this entity had before (`entity Customer was Client`). */
  readonly was: string | null;
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
