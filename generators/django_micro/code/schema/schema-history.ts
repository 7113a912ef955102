import type { SchemaRules } from '../../../../lib/index.ts';
import { ownerNote, printRules, splitBranches } from '../../../../lib/index.ts';

/** What an entity was called in the last build: its model, and its attributes by the spec's field name. */
export interface NamedEntity {
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
  /** What the last build asked of the rows. */
  readonly rules?: SchemaRules;
}

/** The record as it is on the disk, that of two branches joined where git could not; null where there is none that can be read. */
export function readHistory(text: string | undefined): SchemaHistory | null {
  if (text === undefined) return null;
  const branches = splitBranches(text);
  if (branches === null) return parseHistory(text);
  const [ours, theirs] = branches.map(parseHistory);
  return ours && theirs ? joinHistories(ours, theirs) : null;
}

function parseHistory(text: string): SchemaHistory | null {
  try {
    const { names, builds, rules } = JSON.parse(text) as Partial<SchemaHistory>;
    if (names === undefined || !Array.isArray(builds)) return null;
    return { names, builds, ...(rules === undefined ? {} : { rules }) };
  } catch {
    return null;
  }
}

/** The records of two branches as one: every entity and field of either, and the builds of both, ours first. */
function joinHistories(ours: SchemaHistory, theirs: SchemaHistory): SchemaHistory {
  const names = { ...theirs.names };
  for (const [entity, { model, fields }] of Object.entries(ours.names))
    names[entity] = { model, fields: { ...names[entity]?.fields, ...fields } };
  const known = new Set(ours.builds.map((build) => JSON.stringify(build)));
  const builds = [...ours.builds];
  for (const build of theirs.builds) {
    if (known.has(JSON.stringify(build))) continue;
    const last = builds.at(-1)?.number ?? 0;
    builds.push({ ...build, number: Math.max(build.number, last + 1) });
  }
  return { names, builds, rules: { ...theirs.rules, ...ours.rules } };
}

/** One line for each entity, each build and each table's rules, so that versions merge line by line. */
export function printHistory(history: SchemaHistory): string {
  const lines = Object.entries(history.names).map(
    ([name, entity]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entity)}`,
  );
  const builds = history.builds.map((build) => `    ${JSON.stringify(build)}`);
  const list = builds.length === 0 ? '[]' : `[\n${builds.join(',\n')}\n  ]`;
  const rules = printRules(history.rules ?? {}, '  ');
  return `{\n  "_owner": ${JSON.stringify(ownerNote._owner)},\n  "names": {\n${lines.join(',\n')}\n  },\n  "builds": ${list},\n  "rules": ${rules}\n}\n`;
}
