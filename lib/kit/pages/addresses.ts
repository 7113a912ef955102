import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec, SurfaceSpec } from '../../spec/app-spec.ts';
import { plural } from '../../words/plural.ts';
import { kebab, snake } from '../../words/spellings.ts';
import { claimName } from '../claim-name.ts';
import type { Address } from './page-link.ts';

/** First path segments that the application itself uses, so that no surface or entity may have them. */
const reservedSegments: readonly string[] = [
  'admin',
  'api',
  'experiences',
  'health',
  'login',
  'logout',
  'static',
  'workspaces',
];

/**
 * Route names of the application's own pages, and `base`, the layout template; the route of a surface with
 * such a name gets `_page` behind it.
 */
const reservedRoutes: ReadonlySet<string> = new Set(['admin', 'base', 'health', 'home', 'login', 'logout']);

/**
 * All addresses of an application, assigned together so that no two are the same: by surface, and by entity
 * the first path segments (`slugs`) and the delete pages.
 */
export interface Addresses {
  readonly slugs: ReadonlyMap<string, string>;
  readonly surfaces: ReadonlyMap<string, Address>;
  readonly deletes: ReadonlyMap<string, Address>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The paths of the links that begin with the path of `link`, such as `/tasks/old/` for `/tasks/`: pages at
 * those paths belong to those links.
 */
export function pathsBelow(
  link: { readonly path: string },
  links: readonly { readonly path: string }[],
): string[] {
  return links.map(({ path }) => path).filter((path) => path !== link.path && path.startsWith(link.path));
}

/** Gives each surface and each delete page its address. */
export function assignAddresses(spec: AppSpec): Addresses {
  const diagnostics: Diagnostic[] = [];
  const routes = new Set<string>(reservedRoutes);
  for (const surface of spec.surfaces) routes.add(surface.name);
  const claimRoute = (wanted: string): string => claim(wanted, '_page', routes);
  const routeOf = (surface: SurfaceSpec): string =>
    reservedRoutes.has(surface.name) ? claimRoute(surface.name) : surface.name;
  const free = spec.surfaces.filter((surface) => surface.entity === null);
  const surfaces = new Map<string, Address>();
  const taken = new Set(reservedSegments);
  for (const surface of free) {
    const segment = claim(surface.name, '-page', taken);
    if (segment !== surface.name) diagnostics.push(moved(surface, `/${surface.name}/`, `/${segment}/`));
    surfaces.set(surface.name, { path: `/${segment}/`, takesId: false, routeName: routeOf(surface) });
  }
  const slugs = assignSlugs(spec, taken, diagnostics);
  const deletes = new Map<string, Address>();
  for (const entity of spec.entities) {
    const own = spec.surfaces.filter((surface) => surface.entity === entity.name);
    addEntitySurfaces(own, `/${slugs.get(entity.name)!}/`, surfaces, routeOf, diagnostics);
    if (own.some((surface) => surface.mode === 'edit')) {
      deletes.set(entity.name, {
        path: `/${slugs.get(entity.name)!}/:id/delete/`,
        takesId: true,
        routeName: claimRoute(`${snake(entity.name)}_delete`),
      });
    }
  }
  return { slugs, surfaces, deletes, diagnostics };
}

function assignSlugs(spec: AppSpec, taken: Set<string>, diagnostics: Diagnostic[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const entities = spec.entities.map((entity) => ({ entity, wanted: plural(kebab(entity.name)) }));
  // An entity without pages never takes an address from one that has some.
  const hasPages = ({ entity }: { entity: EntitySpec }): boolean =>
    spec.surfaces.some((surface) => surface.entity === entity.name);
  for (const { entity, wanted } of [
    ...entities.filter(hasPages),
    ...entities.filter((each) => !hasPages(each)),
  ]) {
    const slug = claim(wanted, '-records', taken);
    slugs.set(entity.name, slug);
    if (slug !== wanted && hasPages({ entity })) {
      diagnostics.push(
        diagnose('DZL360', {
          message: `the pages of entity ${entity.name} cannot live at /${wanted}/, which is taken; they are at /${slug}/`,
          fix: 'nothing has to be done; or give the entity another name',
          place: entity.place,
        }),
      );
    }
  }
  return slugs;
}

function addEntitySurfaces(
  own: readonly SurfaceSpec[],
  base: string,
  surfaces: Map<string, Address>,
  routeOf: (surface: SurfaceSpec) => string,
  diagnostics: Diagnostic[],
): void {
  const first: Record<string, string> = {
    list: base,
    create: `${base}new/`,
    view: `${base}:id/`,
    edit: `${base}:id/edit/`,
  };
  const taken = new Set([`${base}new/`, `${base}:id/edit/`, `${base}:id/delete/`]);
  const seen = new Set<string>();
  for (const surface of own) {
    const takesId = surface.mode !== 'list' && surface.mode !== 'create';
    const standard = seen.has(surface.mode) ? undefined : first[surface.mode];
    seen.add(surface.mode);
    const start = `${takesId ? `${base}:id/` : base}${surface.name}`;
    const path =
      standard ??
      claimName(taken, `${start}/`, (count) => `${start}-page${count === 2 ? '' : `-${count - 1}`}/`);
    if (standard === undefined && path !== `${start}/`) diagnostics.push(moved(surface, `${start}/`, path));
    taken.add(path);
    surfaces.set(surface.name, { path, takesId, routeName: routeOf(surface) });
  }
}

function moved(surface: SurfaceSpec, wanted: string, path: string): Diagnostic {
  return diagnose('DZL361', {
    message: `surface ${surface.name} cannot live at ${wanted}, which is taken; it is at ${path}`,
    fix: 'nothing has to be done; or give the surface another name',
    place: surface.place,
  });
}

/** Claims `wanted`, with the suffix behind it where that is taken: `home`, `home_page`, `home_page2`. */
function claim(wanted: string, suffix: string, taken: Set<string>): string {
  return claimName(taken, wanted, (count) => `${wanted}${suffix}${count === 2 ? '' : count - 1}`);
}
