import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec, SurfaceSpec } from '../../spec/app-spec.ts';
import { keyField, keyKind, labelField } from '../fields/entity-fields.ts';
import { isGeneratedKey } from '../fields/field-claims.ts';
import { inSentence } from '../../words/phrases.ts';
import { plural } from '../../words/plural.ts';
import { oncePerSpec } from '../once-per-spec.ts';
import { assignAddresses } from './addresses.ts';
import { buildDelete } from './build-delete.ts';
import { buildExperiences } from './build-experiences.ts';
import { buildFormSections, buildFreeSections } from './build-form.ts';
import { buildList, defaultOrder } from './build-list.ts';
import { buildShownSections } from './build-shown.ts';
import { afterSave, buildActions, experienceRoute } from './build-targets.ts';
import type {
  EntityPages,
  FormPage,
  FreePage,
  HomeLink,
  HomePage,
  KeyModel,
  ListPage,
  Page,
  PageModel,
  ViewPage,
} from './page-model.ts';
import { createScope, linkTo } from './page-scope.ts';
import type { PageScope } from './page-scope.ts';

/** Decides about all web pages of the application, once for each spec and the same for every backend. */
export const buildPages = oncePerSpec(decidePages);

function decidePages(spec: AppSpec): PageModel {
  const addresses = assignAddresses(spec);
  const diagnostics: Diagnostic[] = [...addresses.diagnostics];
  const scope = createScope(spec, addresses, (diagnostic) => diagnostics.push(diagnostic));
  const entities = spec.entities.map((entity) => buildEntity(scope, entity));
  const freePages = spec.surfaces
    .filter((surface) => surface.entity === null)
    .map((surface): FreePage => ({
      ...pageBase(scope, surface),
      kind: 'free',
      entity: null,
      sections: buildFreeSections(surface),
    }));
  const pages: readonly Page[] = [
    ...entities.flatMap((entity) => [
      ...entity.lists,
      ...entity.views,
      ...entity.creates,
      ...entity.edits,
      ...entity.customs,
    ]),
    ...freePages,
  ];
  return {
    title: spec.title,
    home: buildHome(scope),
    entities,
    freePages,
    experiences: buildExperiences(scope),
    diagnostics,
    bySurface: Object.fromEntries(pages.map((page) => [page.surface, page])),
  };
}

function buildEntity(scope: PageScope, entity: EntitySpec): EntityPages {
  const of = (mode: SurfaceSpec['mode']): readonly SurfaceSpec[] => scope.surfacesOf(entity.name, mode);
  const label = labelField(entity);
  return {
    entity: entity.name,
    noun: inSentence(entity.title),
    pluralNoun: inSentence(plural(entity.title)),
    slug: scope.addresses.slugs.get(entity.name)!,
    label: { field: label.name, isKey: label.primaryKey },
    key: buildKey(scope, entity),
    defaultOrder: defaultOrder(scope, entity),
    lists: of('list').map((surface): ListPage => ({
      ...pageBase(scope, surface),
      ...buildList(scope, surface, entity),
      kind: 'list',
      entity: entity.name,
      createLinks: of('create').map((create) => linkTo(scope, create)),
    })),
    views: of('view').map((surface) => buildView(scope, surface, entity)),
    creates: of('create').map((surface) => buildFormPage(scope, surface, entity, 'create')),
    edits: of('edit').map((surface) => buildFormPage(scope, surface, entity, 'edit')),
    customs: of('custom').map((surface) => buildFormPage(scope, surface, entity, 'custom')),
    delete: buildDelete(scope, entity),
    recordPage: scope.recordPage(entity.name),
  };
}

function pageBase(
  scope: PageScope,
  surface: SurfaceSpec,
): Pick<FreePage, 'path' | 'takesId' | 'routeName' | 'surface' | 'title' | 'purpose' | 'actions'> {
  return {
    ...scope.address(surface.name),
    surface: surface.name,
    title: surface.title,
    purpose: surface.ux?.purpose ?? null,
    actions: buildActions(scope, surface),
  };
}

function buildView(scope: PageScope, surface: SurfaceSpec, entity: EntitySpec): ViewPage {
  const list = scope.surfacesOf(entity.name, 'list')[0];
  const edits = scope.surfacesOf(entity.name, 'edit');
  const remove = scope.addresses.deletes.get(entity.name);
  const others = [
    ...scope.surfacesOf(entity.name, 'custom'),
    ...scope.surfacesOf(entity.name, 'view').filter((view) => view !== surface),
  ];
  return {
    ...pageBase(scope, surface),
    kind: 'view',
    entity: entity.name,
    sections: buildShownSections(scope, surface, entity),
    list: list === undefined ? null : linkTo(scope, list),
    recordLinks: [
      ...edits.map((edit) => linkTo(scope, edit, edits.length === 1 ? 'Edit' : edit.title)),
      ...others.map((other) => linkTo(scope, other)),
    ],
    delete: remove === undefined ? null : { ...remove, surface: null, label: 'Delete' },
  };
}

function buildFormPage(
  scope: PageScope,
  surface: SurfaceSpec,
  entity: EntitySpec,
  kind: FormPage['kind'],
): FormPage {
  const list = scope.surfacesOf(entity.name, 'list')[0];
  const view = kind === 'create' ? undefined : scope.surfacesOf(entity.name, 'view')[0];
  const remove = kind === 'edit' ? scope.addresses.deletes.get(entity.name) : undefined;
  const back = view ?? list;
  return {
    ...pageBase(scope, surface),
    kind,
    entity: entity.name,
    sections: buildFormSections(scope, surface, entity),
    afterSave: afterSave(scope, surface),
    cancel: back === undefined ? null : linkTo(scope, back),
    delete: remove === undefined ? null : { ...remove, surface: null, label: 'Delete' },
    list: list === undefined ? null : linkTo(scope, list),
  };
}

function buildKey(scope: PageScope, entity: EntitySpec): KeyModel {
  const key = keyField(entity);
  return {
    field: key.name,
    kind: keyKind(scope.spec.entities, entity.name),
    isGenerated: isGeneratedKey(key),
  };
}

function buildHome(scope: PageScope): HomePage {
  const link = (surface: SurfaceSpec): HomeLink => ({
    label: surface.title,
    path: scope.address(surface.name).path,
    routeName: scope.address(surface.name).routeName,
    description: surface.ux?.purpose ?? null,
    entity: surface.entity,
  });
  const { surfaces, experiences } = scope.spec;
  return {
    lists: surfaces.filter((surface) => surface.mode === 'list').map(link),
    creates: surfaces
      .filter(
        (surface) => surface.mode === 'create' && scope.surfacesOf(surface.entity!, 'list').length === 0,
      )
      .map(link),
    free: surfaces.filter((surface) => surface.entity === null).map(link),
    experiences: experiences.map((experience) => ({
      label: experience.title,
      path: `/experiences/${experience.name}/`,
      routeName: experienceRoute(experience.name),
      description: null,
      entity: null,
    })),
  };
}
