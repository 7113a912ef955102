import type { AppSpec, Rename, SchemaRules } from '../../../../lib/index.ts';
import { countRenames, fitName, formerNames as namesBefore } from '../../../../lib/index.ts';
import type { DjangoNames } from '../../naming.ts';
import type { NamedEntity, SchemaHistory } from './schema-history.ts';

/** What an entity was in the last build: its model, its table, and the fields that it still has. */
export interface Origin {
  readonly model: string;
  readonly table: string;
  /** The former attribute of each field, by the field's present name in the spec. */
  readonly fields: ReadonlyMap<string, string>;
  /** The former name of each field in the spec, by its present one. */
  readonly formerFields: ReadonlyMap<string, string>;
}

/** The origin of each entity that the last build had, by its present name; new entities are not there. */
export function traceOrigins(
  former: SchemaHistory,
  spec: AppSpec,
  names: DjangoNames,
  renames: readonly Rename[],
): ReadonlyMap<string, Origin> {
  const current = namesOf(spec, names);
  const entityRenames = renames.filter((rename) => rename.kind === 'entity');
  const formerEntities = formerNames(former.names, current, entityRenames, (from, to) =>
    former.builds.some(({ models }) => models[former.names[from]!.model] === current[to]!.model),
  );
  const origins = new Map<string, Origin>();
  for (const [name, formerName] of formerEntities) {
    const before = former.names[formerName]!;
    const now = current[name]!;
    const own = renames.filter((rename) => rename.kind === 'field' && rename.entity === name);
    const formerFields = formerNames(before.fields, now.fields, own, (from, to) =>
      former.builds.some(({ fields }) => fields[now.model]?.[before.fields[from]!] === now.fields[to]),
    );
    const fields = new Map(
      [...formerFields].map(([field, formerField]) => [field, before.fields[formerField]!]),
    );
    const full = `app_${formerName.toLowerCase()}`;
    // Earlier versions of dazzle did not shorten long names: such a history lists the table by its full name.
    const table = former.rules?.[full] === undefined ? fitName(full) : full;
    origins.set(name, { model: before.model, table, fields, formerFields });
  }
  return origins;
}

/**
 * The history with the names and rules of this build, and one more entry in `builds` where a model or an
 * attribute has a new name; `former` is null in the first build.
 */
export function extendHistory(
  former: SchemaHistory | null,
  spec: AppSpec,
  names: DjangoNames,
  renames: readonly Rename[],
  rules: SchemaRules,
): SchemaHistory {
  const current = namesOf(spec, names);
  if (former === null) return { names: current, builds: [], rules };
  const models: Record<string, string> = {};
  const fields: Record<string, Record<string, string>> = {};
  const origins = traceOrigins(former, spec, names, renames);
  for (const entity of spec.entities) {
    const origin = origins.get(entity.name);
    if (origin === undefined) continue;
    const now = current[entity.name]!;
    if (origin.model !== now.model) models[origin.model] = now.model;
    for (const [name, attribute] of Object.entries(now.fields)) {
      const before = origin.fields.get(name);
      if (before !== undefined && before !== attribute) (fields[now.model] ??= {})[before] = attribute;
    }
  }
  const isNew = Object.keys(models).length + Object.keys(fields).length > 0;
  const number = (former.builds.at(-1)?.number ?? 0) + 1;
  const builds = isNew ? [...former.builds, { number, models, fields }] : former.builds;
  return { names: current, builds, rules };
}

function namesOf(spec: AppSpec, names: DjangoNames): Record<string, NamedEntity> {
  return Object.fromEntries(
    spec.entities.map((entity) => {
      const model = names.model(entity.name);
      const fields = Object.fromEntries([...model.fields].map(([name, field]) => [name, field.attribute]));
      return [entity.name, { model: model.className, fields }];
    }),
  );
}

/**
 * The name in the last build for each present name that has one. A rename between two names that were both
 * there does not count where an earlier build has carried it out: it is an old `was` that stays in the spec.
 *
 * @param isRecorded claims that a build of the history has this rename
 */
function formerNames(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  renames: readonly Rename[],
  isRecorded: (from: string, to: string) => boolean,
): ReadonlyMap<string, string> {
  const wasThere = (name: string): boolean => Object.hasOwn(before, name);
  const isThere = (name: string): boolean => Object.hasOwn(now, name);
  const fresh = renames.filter(
    ({ from, to }) => !(wasThere(from) && wasThere(to) && isThere(to) && isRecorded(from, to)),
  );
  return namesBefore(Object.keys(before), Object.keys(now), countRenames(wasThere, isThere, fresh));
}
