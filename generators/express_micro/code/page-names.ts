import { buildPages, camel, capitalize, claimName, oncePerSpec, type AppSpec } from '../../../lib/index.ts';
import { expressNames } from '../naming.ts';

/** What the pages of a spec are called in the Express application. */
export interface PageNames {
  /** Base name of an entity's modules and of its folder of views: `support-ticket`; never a shared name such as `index`. */
  file(entity: string): string;
  /** `supportTicketModel`. */
  model(entity: string): string;
  /** `supportTicketSchema`: what can be entered for an entity. */
  schema(entity: string): string;
  /** `supportTicketRoutes`. */
  routes(entity: string): string;
  /** `ticketListPage`: the constant that describes a surface's page. */
  page(surface: string): string;
  /** `ticketCreateSchema`, or `ticketListFilters` of a list. */
  pageSchema(surface: string): string;
  /** The page schemas of an entity's surfaces. */
  pageSchemasOf(entity: string): readonly string[];
  /** `afterTicketCreate`: the function that says where a saved form leads. */
  after(surface: string): string;
  /** `support-ticket/ticket_list`: the view of a surface. */
  view(surface: string): string;
  /** `support-ticket/delete`. */
  deleteView(entity: string): string;
}

/** Modules and view folders that belong to no entity. */
const sharedFiles = [
  'admin',
  'decimals',
  'free-pages',
  'error',
  'experiences',
  'fields',
  'home',
  'index',
  'login',
  'pages',
  'parse',
  'partials',
];

/** Routers that belong to no entity. */
const sharedRoutes = new Set(['experienceRoutes', 'freePageRoutes', 'homeRoutes', 'pageRoutes']);

/** Names the pages of a spec, computed once for each spec; no two of them share a name. */
export const pageNames = oncePerSpec(namePages);

function namePages(spec: AppSpec): PageNames {
  const names = expressNames(spec);
  const pages = buildPages(spec);
  const takenFiles = new Set(sharedFiles);
  const files = new Map<string, string>();
  for (const { name } of spec.entities)
    files.set(name, claim(takenFiles, names.entity(name).file, '-record'));
  const takenWords = new Set(spec.entities.map(({ name }) => names.entity(name).record));
  const surfaceWords = new Map<string, string>();
  for (const { name } of spec.surfaces) surfaceWords.set(name, claim(takenWords, camel(name), 'Page'));
  const record = (entity: string): string => names.entity(entity).record;
  const word = (surface: string): string => surfaceWords.get(surface)!;
  const folder = (surface: string): string => {
    const { entity } = pages.bySurface[surface]!;
    return entity === null ? 'pages' : files.get(entity)!;
  };
  const pageSchema = (surface: string): string =>
    pages.bySurface[surface]!.kind === 'list' ? `${word(surface)}Filters` : `${word(surface)}Schema`;
  return {
    file: (entity) => files.get(entity)!,
    model: (entity) => `${record(entity)}Model`,
    schema: (entity) => `${record(entity)}Schema`,
    routes: (entity) => {
      const name = `${record(entity)}Routes`;
      return sharedRoutes.has(name) ? `${record(entity)}RecordRoutes` : name;
    },
    page: (surface) => `${word(surface)}Page`,
    pageSchema,
    pageSchemasOf: (entity) =>
      spec.surfaces.filter((surface) => surface.entity === entity).map(({ name }) => pageSchema(name)),
    after: (surface) => `after${capitalize(word(surface))}`,
    view: (surface) => `${folder(surface)}/${surface}`,
    deleteView: (entity) => {
      const own = spec.surfaces.filter((surface) => surface.entity === entity).map(({ name }) => name);
      return `${files.get(entity)!}/${claim(new Set(own), 'delete', '_record')}`;
    },
  };
}

function claim(taken: Set<string>, name: string, suffix: string): string {
  return claimName(taken, name, (count) => name + suffix.repeat(count - 1));
}
