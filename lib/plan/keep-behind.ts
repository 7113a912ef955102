import { baseIs } from './base-entry.ts';
import { joinBehind } from './baseline/spec-file.ts';
import type { Behind, PathOutcome, Plan } from './types.ts';

/**
 * Lists what is still of an earlier spec after a build: output folders that the build did not run for, and files whose
 * base it left as it was.
 */
export function keepBehind(
  { basesBehind, untouched, baseline }: Plan,
  outcomes: readonly PathOutcome[],
): Behind[] {
  if (basesBehind.size === 0) return [];
  const listed = new Set(baseline.behind.flatMap(({ paths }) => paths));
  const items = untouched.map(({ path, outputDir, base }) => ({
    name: listed.has(path) ? path : outputDir,
    base,
  }));
  for (const { entry, change } of outcomes) {
    if (entry === null || entry.once !== null || entry.pending === 'gone') continue;
    if (change.next === null || !baseIs(entry.base, change.next))
      items.push({ name: entry.path, base: entry.base });
  }
  const shapes = new Map<string, unknown>();
  for (const { name, base } of items) if (basesBehind.has(base)) shapes.set(name, basesBehind.get(base));
  return joinBehind([...shapes].map(([name, shape]) => ({ paths: [name], shape })));
}
