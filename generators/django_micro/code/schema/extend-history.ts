import type { AppSpec, Rename, SchemaRules } from '../../../../lib/index.ts';
import { countRenames, fitName, formerNames as namesBefore } from '../../../../lib/index.ts';
import type { DjangoNames } from '../../naming.ts';
import type { NamedEntity, SchemaHistory } from './schema-history.ts';

/** Where an entity of now comes from: its table in the last build, and the former attribute of each field it kept. */
export interface Origin {
  readonly model: string;
  readonly table: string;
  /** By the spec's field name of now. */
  readonly fields: ReadonlyMap<string, string>;
  /** The spec's former name of each field it kept, by the one of now. */
  readonly formerFields: ReadonlyMap<string, string>;
}

/** The origin of each entity that the last build had, by its name of now. */
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
    // Names did not always have to fit.
    const table = former.rules?.[full] === undefined ? fitName(full) : full;
    origins.set(name, { model: before.model, table, fields, formerFields });
  }
  return origins;
}

/** The record with the names and rules of this build, and one more entry where a model or an attribute has a new name. */
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

/** What each name of now was called before; a rename that a build has recorded already may be an old `was` that stays in the spec. */
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
