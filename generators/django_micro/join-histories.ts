import type { SchemaHistory } from './schema-record.ts';

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
