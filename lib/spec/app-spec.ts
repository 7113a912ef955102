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

/** A kind of record that the application keeps. */
export interface EntitySpec extends Declared {
  /** In the order of declaration; exactly one has `primaryKey`. */
  readonly fields: readonly FieldSpec[];
  readonly constraints: readonly ConstraintSpec[];
  /** The name that this entity had before (`entity Customer was Client`). */
  readonly was: string | null;
}

/** Fields that are unique together, or indexed together in this order. */
export interface ConstraintSpec {
  readonly kind: 'unique' | 'index';
  readonly fields: readonly SortKey[];
  readonly place: Place;
}

/** What a surface is for. */
export type SurfaceMode = 'list' | 'view' | 'create' | 'edit' | 'custom';

/** A page that the spec asks for; `entity` is null where it shows none. */
export interface SurfaceSpec extends Declared {
  readonly mode: SurfaceMode;
  readonly entity: string | null;
  readonly sections: readonly SectionSpec[];
  readonly actions: readonly ActionSpec[];
  readonly ux: UxSpec | null;
  readonly was: string | null;
}

/** A group of fields of a surface. */
export interface SectionSpec {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly SectionFieldSpec[];
  readonly meta?: Meta;
}

/** A field as a surface shows it. */
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

/** Something that a person can do on a surface, and where it leads. */
export interface ActionSpec {
  readonly name: string;
  readonly title: string;
  /** `submit` where the short form `outcome:` was used. */
  readonly trigger: 'submit' | 'click' | 'auto';
  readonly outcome: OutcomeSpec;
  readonly place: Place;
  readonly meta?: Meta;
}

/** Where an action leads. */
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

/** How records are laid out. */
export type Display = 'list' | 'grid' | 'timeline' | 'map' | 'detail';

/** Records that call for attention, and why. */
export interface AttentionSpec {
  readonly level: 'critical' | 'warning' | 'notice' | 'info';
  readonly when: Condition;
  readonly message: string | null;
  /** A surface or experience; null where none was written or it named nothing. */
  readonly action: string | null;
  readonly place: Place;
  readonly meta?: Meta;
}

/** What a surface or workspace is for one persona; null lists were not written. */
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

/** A kind of person who uses the application. */
export interface PersonaSpec extends Declared {
  readonly properties: Readonly<Record<string, Literal | readonly string[]>>;
}

/** A page of regions, each with records or numbers of its own. */
export interface WorkspaceSpec extends Declared {
  readonly purpose: string | null;
  readonly engineHint: string | null;
  readonly regions: readonly RegionSpec[];
  readonly ux: UxSpec | null;
}

/** One part of a workspace; `limit` is in rows. */
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
