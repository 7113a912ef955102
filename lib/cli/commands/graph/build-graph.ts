import { typeText } from '../../../spec/type-text.ts';
import type { AppSpec, EntitySpec, FieldType, OutcomeSpec } from '../../../spec/app-spec.ts';

/** What a picture of an application shows, free of any format. */
export interface AppGraph {
  readonly title: string;
  readonly entities: readonly EntityNode[];
  readonly relations: readonly Relation[];
  /** Surfaces that stand on no entity. */
  readonly pages: readonly { readonly name: string; readonly title: string }[];
  readonly experiences: readonly ExperienceNode[];
  /** Where surface actions lead; `from` and `to` are node ids. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

export interface EntityNode {
  readonly name: string;
  readonly title: string;
  readonly module: string;
  readonly rows: readonly {
    readonly name: string;
    readonly type: string;
    readonly mark: 'key' | 'ref' | 'required' | '';
  }[];
  /** Fields left out to keep a large picture readable. */
  readonly hidden: number;
  readonly surfaces: readonly string[];
}

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly many: boolean;
  readonly required: boolean;
}

interface ExperienceNode {
  readonly name: string;
  readonly title: string;
  readonly start: string;
  readonly steps: readonly { readonly name: string; readonly shows: string; readonly node: string | null }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly on: string }[];
}

/** Above this many entities only keys and references are listed. */
const fullFieldsUpTo = 20;

/** The longest enum that is written out. */
const shownValues = 3;

/** A field's type as the language writes it; of a long enum only the first values. */
function describeType(type: FieldType): string {
  if (type.kind !== 'enum' || type.values.length <= shownValues) return typeText(type);
  return `enum[${type.values.slice(0, shownValues).join(',')},…]`;
}

/** Gathers what `dazzle graph` draws; the order is the spec's. */
export function buildGraph(spec: AppSpec): AppGraph {
  const brief = spec.entities.length > fullFieldsUpTo;
  const nodeOfSurface = new Map(
    spec.surfaces.map((surface) => [
      surface.name,
      surface.entity === null ? pageId(surface.name) : entityId(surface.entity),
    ]),
  );
  return {
    title: spec.title,
    entities: spec.entities.map((entity) => describeEntity(spec, entity, brief)),
    relations: spec.entities.flatMap(relationsOf),
    pages: spec.surfaces
      .filter((surface) => surface.entity === null)
      .map(({ name, title }) => ({ name, title })),
    experiences: spec.experiences.map((experience) => ({
      name: experience.name,
      title: experience.title,
      start: experience.start,
      steps: experience.steps.map((step) => ({
        name: step.name,
        shows: step.surface ?? step.integration ?? step.kind,
        node: step.surface === null ? null : (nodeOfSurface.get(step.surface) ?? null),
      })),
      transitions: experience.steps.flatMap((step) =>
        step.transitions.map(({ on, step: to }) => ({ from: step.name, to, on })),
      ),
    })),
    links: linksOf(spec, nodeOfSurface),
  };
}

/** The id of an entity's node in every format. */
export function entityId(name: string): string {
  return `entity_${name}`;
}

/** The id of the node of a surface without entity. */
export function pageId(name: string): string {
  return `page_${name}`;
}

/** The id of an experience's step. */
export function stepId(experience: string, step: string): string {
  return `step_${experience}__${step}`;
}

function describeEntity(spec: AppSpec, entity: EntitySpec, brief: boolean): EntityNode {
  const shown = entity.fields.filter(
    (field) => !brief || field.primaryKey || field.type.kind === 'ref' || field.type.kind === 'many',
  );
  return {
    name: entity.name,
    title: entity.title,
    module: entity.module,
    rows: shown.map((field) => ({
      name: field.name,
      type: describeType(field.type),
      mark: field.primaryKey
        ? 'key'
        : field.type.kind === 'ref' || field.type.kind === 'many'
          ? 'ref'
          : field.required
            ? 'required'
            : '',
    })),
    hidden: entity.fields.length - shown.length,
    surfaces: [
      ...new Set(
        spec.surfaces.filter((surface) => surface.entity === entity.name).map((surface) => surface.mode),
      ),
    ],
  };
}

function relationsOf(entity: EntitySpec): Relation[] {
  return entity.fields.flatMap((field) =>
    field.type.kind === 'ref' || field.type.kind === 'many'
      ? [
          {
            from: entity.name,
            to: field.type.entity,
            label: field.name,
            many: field.type.kind === 'many',
            required: field.required,
          },
        ]
      : [],
  );
}

function linksOf(spec: AppSpec, nodeOfSurface: ReadonlyMap<string, string>): AppGraph['links'] {
  const targetOf = (outcome: OutcomeSpec): string | undefined => {
    if (outcome.kind === 'surface') return nodeOfSurface.get(outcome.surface);
    if (outcome.kind === 'integration') return undefined;
    const experience = spec.experiences.find((candidate) => candidate.name === outcome.experience);
    return experience && stepId(experience.name, outcome.step ?? experience.start);
  };
  return spec.surfaces.flatMap((surface) => {
    const from = nodeOfSurface.get(surface.name)!;
    return surface.actions.flatMap((action) => {
      const to = targetOf(action.outcome);
      return to === undefined || to === from ? [] : [{ from, to, label: action.title }];
    });
  });
}
