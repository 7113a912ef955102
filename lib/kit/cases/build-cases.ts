import type { AppSpec, EntitySpec } from '../../spec/app-spec.ts';
import { hasPages } from '../pages/entity-pages.ts';
import type { ExperiencePages } from '../pages/experience-model.ts';
import type { DeletePage, EntityPages, FormPage, FreePage, ListPage, ViewPage } from '../pages/page-model.ts';
import { buildExperienceCases } from './build-experience-cases.ts';
import { buildFormCases, buildFreeCases } from './build-form-cases.ts';
import { buildListCases } from './build-list-cases.ts';
import { buildModelCases } from './build-model-cases.ts';
import { buildDeleteCases, buildViewCases } from './build-record-cases.ts';
import { buildSpecCases } from './build-spec-cases.ts';
import type { CaseChoices } from './case-choices.ts';
import { createCaseScope } from './case-scope.ts';
import type { CaseScope } from './case-scope.ts';
import type { ExperienceCase } from './experience-case.ts';
import type { ListCase } from './list-case.ts';
import type { ModelCase } from './model-case.ts';
import type { DeleteCase, FormCase, FreeCase, ViewCase } from './page-case.ts';
import { countSamples } from './count-samples.ts';
import type { SpecCase } from './spec-case.ts';

/**
 * Everything that the tests of an application assert. A backend makes a test of each case, and names it after the `kind`
 * and whatever tells the case from others of its kind: the `field`, if it has one, and what the comment of its type names
 * beside it, such as the `side` of a bound. So no two tests of one entity, page or experience have the same name.
 */
export interface Cases {
  /** Names of the entities of which the tests can make a sample record. */
  readonly makeable: readonly string[];
  /** Names of the entities of which two sample records can exist at once. */
  readonly several: readonly string[];
  /** The model cases of each entity; `skip` says why none of them can run, null where they can. */
  readonly models: readonly {
    readonly entity: EntitySpec;
    readonly skip: string | null;
    readonly cases: readonly ModelCase[];
  }[];
  /** The page cases of each entity that has pages; `skip` as above. */
  readonly pages: readonly {
    readonly entity: EntityPages;
    readonly skip: string | null;
    readonly groups: readonly PageCases[];
  }[];
  /** The cases of pages without an entity, and of experiences. */
  readonly general: readonly PageCases[];
  /** The cases that the `test` blocks of the spec state. */
  readonly spec: readonly SpecCase[];
}

/** The cases of one page, or of one experience. */
export type PageCases =
  | { readonly kind: 'list'; readonly page: ListPage; readonly cases: readonly ListCase[] }
  | { readonly kind: 'view'; readonly page: ViewPage; readonly cases: readonly ViewCase[] }
  | { readonly kind: 'form'; readonly page: FormPage; readonly cases: readonly FormCase[] }
  | { readonly kind: 'delete'; readonly page: DeletePage; readonly cases: readonly DeleteCase[] }
  | { readonly kind: 'free'; readonly page: FreePage; readonly cases: readonly FreeCase[] }
  | {
      readonly kind: 'experience';
      readonly page: ExperiencePages;
      readonly cases: readonly ExperienceCase[];
    };

/**
 * Decides what the generated tests assert, in the order of the tests; `choices` says where the tests of this
 * backend differ from those of others.
 */
export function buildCases(spec: AppSpec, choices: CaseChoices): Cases {
  const scope = createCaseScope(spec, choices);
  const makeable = spec.entities.map(({ name }) => name).filter((name) => scope.isMakeable(name));
  const skipOf = (entity: string): string | null =>
    scope.isMakeable(entity)
      ? null
      : `no first ${entity} can be made up: it needs one, or matches a rare pattern`;
  return {
    makeable,
    several: makeable.filter((name) => countSamples(spec, name) > 1),
    models: spec.entities.map((entity) => ({
      entity,
      skip: skipOf(entity.name),
      cases: buildModelCases(scope, entity),
    })),
    pages: scope.pages.entities.filter(hasPages).map((entity) => ({
      entity,
      skip: skipOf(entity.entity),
      groups: entityGroups(scope, entity),
    })),
    general: [
      ...scope.pages.freePages.map((page) => ({ kind: 'free' as const, page, cases: buildFreeCases(page) })),
      ...scope.pages.experiences.map((page) => ({
        kind: 'experience' as const,
        page,
        cases: buildExperienceCases(scope, page),
      })),
    ],
    spec: buildSpecCases(spec),
  };
}

function entityGroups(scope: CaseScope, entity: EntityPages): readonly PageCases[] {
  const form = (page: FormPage): PageCases => ({ kind: 'form', page, cases: buildFormCases(scope, page) });
  return [
    ...entity.lists.map((page) => ({
      kind: 'list' as const,
      page,
      cases: buildListCases(scope, entity, page),
    })),
    ...entity.creates.map(form),
    ...entity.views.map((page) => ({ kind: 'view' as const, page, cases: buildViewCases(scope, page) })),
    ...[...entity.edits, ...entity.customs].map(form),
    ...[entity.delete ?? []].flat().map((page) => ({
      kind: 'delete' as const,
      page,
      cases: buildDeleteCases(scope, page),
    })),
  ];
}
