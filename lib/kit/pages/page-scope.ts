import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec, FieldSpec, SurfaceSpec } from '../../spec/app-spec.ts';
import { asTitle } from '../../words/phrases.ts';
import type { Addresses } from './addresses.ts';
import type { Address, PageLink } from './page-link.ts';

/** What all parts of the page model are built from: the spec, the addresses, and look-ups by name. */
export interface PageScope {
  readonly spec: AppSpec;
  readonly addresses: Addresses;
  entity(name: string): EntitySpec;
  field(entity: string, name: string): FieldSpec | undefined;
  surface(name: string): SurfaceSpec | undefined;
  /** Surfaces of an entity in one mode, in the spec's order. */
  surfacesOf(entity: string, mode: SurfaceSpec['mode']): readonly SurfaceSpec[];
  address(surface: string): Address;
  /** The first view of an entity, else its first edit, else null: the page of a record. */
  recordPage(entity: string): PageLink | null;
  report(diagnostic: Diagnostic): void;
}

/** Looks up what `spec` declares by name. */
export function createScope(
  spec: AppSpec,
  addresses: Addresses,
  report: (diagnostic: Diagnostic) => void,
): PageScope {
  const entities = new Map(spec.entities.map((entity) => [entity.name, entity]));
  const surfaces = new Map(spec.surfaces.map((surface) => [surface.name, surface]));
  const byMode = new Map<string, SurfaceSpec[]>();
  for (const surface of spec.surfaces) {
    const key = `${surface.entity} ${surface.mode}`;
    byMode.set(key, [...(byMode.get(key) ?? []), surface]);
  }
  const surfacesOf = (entity: string, mode: string): readonly SurfaceSpec[] =>
    byMode.get(`${entity} ${mode}`) ?? [];
  const scope: PageScope = {
    spec,
    addresses,
    entity: (name) => entities.get(name)!,
    field: (entity, name) => entities.get(entity)?.fields.find((field) => field.name === name),
    surface: (name) => surfaces.get(name),
    surfacesOf,
    address: (surface) => addresses.surfaces.get(surface)!,
    recordPage(entity) {
      const surface = surfacesOf(entity, 'view')[0] ?? surfacesOf(entity, 'edit')[0];
      return surface === undefined ? null : linkTo(scope, surface);
    },
    report,
  };
  return scope;
}

/** A link to a surface of the same entity. */
export function linkTo(scope: PageScope, surface: SurfaceSpec, label = surface.title): PageLink {
  return { ...scope.address(surface.name), surface: surface.name, label };
}

/** The label that a surface gives to a field, or the field's name in words. */
export function labelOf(surface: SurfaceSpec, field: string): string {
  for (const section of surface.sections) {
    const found = section.fields.find((candidate) => candidate.name === field);
    if (found !== undefined) return found.label;
  }
  return asTitle(field);
}
