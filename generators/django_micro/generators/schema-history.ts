import { defineGenerator } from '../../../lib/index.ts';
import type { AppSpec, Rename } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoNames } from '../naming.ts';

/** What an entity was called in the last build: its model, and its attributes by the spec's field name. */
interface NamedEntity {
  readonly model: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The renames of one build, in Django's names; `fields` by the model's new name. */
interface RenamingBuild {
  readonly number: number;
  readonly models: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The contents of `app/schema_history.json`. */
export interface SchemaHistory {
  readonly names: Readonly<Record<string, NamedEntity>>;
  readonly builds: readonly RenamingBuild[];
}

const path = 'app/schema_history.json';

/** Writes the record of renames, and the commands that read it. */
export const schemaHistory = defineGenerator({
  name: 'schema_history',
  description: 'the record of renames from which makemigrations answers, and its commands',
  after: ['models'],
  generate({ spec, tree, existing, renames }) {
    const former = readHistory(existing.read(path));
    const text = printHistory(extendHistory(former, spec, djangoNames(spec), renames));
    tree.write(path, text, { formatted: true });
    tree.render('app/schema_history.py.ejs', 'app/schema_history.py', {});
    tree.write('app/management/__init__.py', '');
    tree.write('app/management/commands/__init__.py', '');
    for (const command of ['makemigrations', 'migrate', 'init_admin']) {
      tree.render(`app/management/commands/${command}.py.ejs`, `app/management/commands/${command}.py`, {});
    }
  },
});

/** The record as it is on the disk; null where there is none that can be read. */
export function readHistory(text: string | undefined): SchemaHistory | null {
  if (text === undefined) return null;
  try {
    const value = JSON.parse(text) as Partial<SchemaHistory>;
    return value.names !== undefined && Array.isArray(value.builds) ? (value as SchemaHistory) : null;
  } catch {
    return null;
  }
}

/** The record with the names of this build, and one more entry where a model or an attribute has a new name. */
export function extendHistory(
  former: SchemaHistory | null,
  spec: AppSpec,
  names: DjangoNames,
  renames: readonly Rename[],
): SchemaHistory {
  const current = Object.fromEntries(
    spec.entities.map((entity) => {
      const model = names.model(entity.name);
      const fields = Object.fromEntries([...model.fields].map(([name, field]) => [name, field.attribute]));
      return [entity.name, { model: model.className, fields }];
    }),
  );
  if (former === null) return { names: current, builds: [] };

  const models: Record<string, string> = {};
  const fields: Record<string, Record<string, string>> = {};
  const entityRenames = renames.filter((rename) => rename.kind === 'entity');
  const recordedModels = former.builds.map((build) => build.models);
  const formerEntities = formerNames(former.names, current, entityRenames, (from, to) =>
    recordedModels.some((build) => build[former.names[from]!.model] === current[to]!.model),
  );
  for (const entity of spec.entities) {
    const formerEntity = formerEntities.get(entity.name);
    if (formerEntity === undefined) continue;
    const before = former.names[formerEntity]!;
    const now = current[entity.name]!;
    if (before.model !== now.model) models[before.model] = now.model;
    const fieldRenames = renames.filter((rename) => rename.kind === 'field' && rename.entity === entity.name);
    const recordedFields = former.builds.map((build) => build.fields[now.model] ?? {});
    const formerFields = formerNames(before.fields, now.fields, fieldRenames, (from, to) =>
      recordedFields.some((build) => build[before.fields[from]!] === now.fields[to]),
    );
    for (const [name, attribute] of Object.entries(now.fields)) {
      const formerField = formerFields.get(name);
      if (formerField === undefined || before.fields[formerField] === attribute) continue;
      (fields[now.model] ??= {})[before.fields[formerField]!] = attribute;
    }
  }
  const isNew = Object.keys(models).length + Object.keys(fields).length > 0;
  const number = (former.builds.at(-1)?.number ?? 0) + 1;
  return { names: current, builds: isNew ? [...former.builds, { number, models, fields }] : former.builds };
}

/**
 * What each name of now was called before. A rename counts where its old name was there and its new one was not, or has
 * made room: a `was` that stays in the spec for years says nothing new.
 */
function formerNames(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  renames: readonly Rename[],
  isRecorded: (from: string, to: string) => boolean,
): ReadonlyMap<string, string> {
  const wasThere = (name: string): boolean => Object.hasOwn(before, name);
  const renamedAway = new Set(
    renames.filter(({ from, to }) => from !== to && wasThere(from)).map(({ from }) => from),
  );
  const counted = renames.filter(({ from, to }) => {
    if (!wasThere(from) || !Object.hasOwn(now, to)) return false;
    if (!wasThere(to)) return true;
    return (renamedAway.has(to) || !Object.hasOwn(now, from)) && !isRecorded(from, to);
  });
  const former = new Map<string, string>();
  const gone = new Set(counted.map(({ from }) => from));
  for (const name of Object.keys(now)) if (wasThere(name) && !gone.has(name)) former.set(name, name);
  for (const { from, to } of counted) former.set(to, from);
  return former;
}

/** One line for each entity and each build, so that versions merge line by line. */
export function printHistory(history: SchemaHistory): string {
  const lines = Object.entries(history.names).map(
    ([name, entity]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entity)}`,
  );
  const builds = history.builds.map((build) => `    ${JSON.stringify(build)}`);
  const list = builds.length === 0 ? '[]' : `[\n${builds.join(',\n')}\n  ]`;
  return `{\n  "names": {\n${lines.join(',\n')}\n  },\n  "builds": ${list}\n}\n`;
}
