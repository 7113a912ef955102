import type { SchemaRules } from '../../../../lib/index.ts';
import { ownerNote, printRules, splitBranches } from '../../../../lib/index.ts';

/** The names of an entity in the last build: its model, and its attributes by the spec's field names. */
export interface NamedEntity {
  readonly model: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The renames of one build, from an old name in Django to the new one: classes in `models`, attributes in
 * `fields` by the new name of their model. Numbers grow from build to build.
 */
interface RenamingBuild {
  readonly number: number;
  readonly models: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The contents of `app/schema_history.json`: `names` by the spec's entity names, `builds` oldest first. */
export interface SchemaHistory {
  readonly names: Readonly<Record<string, NamedEntity>>;
  readonly builds: readonly RenamingBuild[];
  /** What the last build asked of the rows, by table; missing where an older dazzle did not keep it. */
  readonly rules?: SchemaRules;
}

/**
 * Reads the text of a history; where git left conflict markers in it, joins the two branches. Null where
 * there is no text, or it is not a history.
 */
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

/**
 * The histories of two branches as one: every entity and field of either, and the builds of both. Ours come
 * first, those of theirs get higher numbers; where both name the same thing, ours counts.
 */
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

/** The history as JSON, with a line for each entity, build and column, so that git merges it line by line. */
export function printHistory(history: SchemaHistory): string {
  const lines = Object.entries(history.names).map(
    ([name, entity]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entity)}`,
  );
  const builds = history.builds.map((build) => `    ${JSON.stringify(build)}`);
  const list = builds.length === 0 ? '[]' : `[\n${builds.join(',\n')}\n  ]`;
  const rules = printRules(history.rules ?? {}, '  ');
  return `{\n  "_owner": ${JSON.stringify(ownerNote._owner)},\n  "names": {\n${lines.join(',\n')}\n  },\n  "builds": ${list},\n  "rules": ${rules}\n}\n`;
}
