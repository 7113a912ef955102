import type { Place } from '../diagnostics/diagnostic.ts';
import type { Declared, Literal, Meta } from './app-spec-base.ts';
import type { FieldSpec } from './app-spec-field.ts';

/** A way through several surfaces; `start` names its first step. */
export interface ExperienceSpec extends Declared {
  readonly start: string;
  readonly steps: readonly StepSpec[];
}

/** One step of an experience; `kind` says which of the three names is set. */
export interface StepSpec {
  readonly name: string;
  readonly kind: 'surface' | 'process' | 'integration';
  readonly surface: string | null;
  readonly integration: string | null;
  readonly integrationAction: string | null;
  readonly transitions: readonly { readonly on: 'success' | 'failure' | 'cancel'; readonly step: string }[];
  readonly place: Place;
  readonly meta?: Meta;
}

/** A service outside of the application, and how one signs in there. */
export interface ServiceSpec extends Declared {
  readonly spec: { readonly kind: 'url' | 'inline'; readonly value: string };
  readonly owner: string | null;
  readonly auth: { readonly kind: string; readonly options: Meta } | null;
}

/** What records of a service look like. */
export interface ForeignModelSpec extends Declared {
  readonly service: string;
  readonly key: readonly string[];
  readonly constraints: readonly {
    readonly kind: 'read_only' | 'event_driven' | 'batch_import';
    readonly options: Meta;
  }[];
  readonly fields: readonly FieldSpec[];
}

/** What the application does with services: actions of a person, and syncs by themselves. */
export interface IntegrationSpec extends Declared {
  readonly services: readonly string[];
  readonly foreignModels: readonly string[];
  readonly actions: readonly IntegrationActionSpec[];
  readonly syncs: readonly SyncSpec[];
}

/** A dotted path (`form.vrn`, `entity.email`) or a literal. */
export type MappingValue = { readonly kind: 'path'; readonly path: readonly string[] } | Literal;

/** Submitting a surface calls an operation, and its answer fills an entity. */
export interface IntegrationActionSpec {
  readonly name: string;
  readonly surface: string | null;
  readonly call: {
    readonly service: string | null;
    readonly operation: string | null;
    readonly mapping: readonly { readonly parameter: string; readonly value: MappingValue }[];
  } | null;
  readonly response: {
    readonly foreignModel: string | null;
    readonly entity: string | null;
    readonly mapping: readonly { readonly field: string; readonly value: MappingValue }[];
  } | null;
  readonly place: Place;
  readonly meta?: Meta;
}

/** Records of a service kept up to date in an entity; `schedule` is in the five fields of cron, or null. */
export interface SyncSpec {
  readonly name: string;
  readonly mode: 'scheduled' | 'event_driven';
  readonly schedule: string | null;
  readonly service: string | null;
  readonly operation: string | null;
  readonly foreignModel: string | null;
  readonly entity: string | null;
  readonly match: readonly { readonly foreign: string; readonly entity: string }[];
  readonly place: Place;
  readonly meta?: Meta;
}
