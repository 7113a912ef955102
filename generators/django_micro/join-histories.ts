import type { SchemaHistory } from './schema-record.ts';

/** The two texts between git's conflict markers, each with all that is outside of them; null where there are none. */
export function splitBranches(text: string): readonly [ours: string, theirs: string] | null {
  const unix = text.replaceAll('\r\n', '\n');
  const hunk = /^<{7}[^\n]*\n([^]*?)(?:^\|{7}[^\n]*\n[^]*?)?^={7}\n([^]*?)^>{7}[^\n]*\n/gm;
  const sides = [unix.replace(hunk, '$1'), unix.replace(hunk, '$2')] as const;
  return sides[0] === unix ? null : sides;
}

/** The records of two branches as one: every entity and field of either, and the builds of both, ours first. */
export function joinHistories(ours: SchemaHistory, theirs: SchemaHistory): SchemaHistory {
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
