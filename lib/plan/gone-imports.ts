import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isText } from './baseline/pack-text.ts';
import { hasImports, listImports } from './list-imports.ts';
import { textOf } from './merge-file.ts';
import { listDefinitions } from './merge/names-to-follow.ts';
import { sayPlaces } from './say-places.ts';
import type { BaseEntry, Change } from './types.ts';

/**
 * Warns of edited files that still import what a build takes away (DZL416): a file that it deletes, or a definition that a
 * file has no more.
 *
 * @param changes every path that the build decides
 * @param entries what the last build wrote
 */
export function reportGoneImports(changes: readonly Change[], entries: Iterable<BaseEntry>): Diagnostic[] {
  const edited = changes.filter((change) => isEdited(change) && hasImports(change.path));
  if (edited.length === 0) return [];
  const before = new Map([...entries].map((entry) => [entry.path, entry.base.contents]));
  const after = new Map(changes.map((change) => [change.path, change.after ?? null]));
  const files = new Set(before.keys());
  const taken = new Map<string, (file: string) => boolean>();
  const takes = (file: string, name: string | null): boolean => {
    if (after.get(file) === null) return true;
    if (name === null) return false;
    let isTaken = taken.get(file);
    if (!isTaken) taken.set(file, (isTaken = listTaken(before.get(file), after.get(file))));
    return isTaken(name);
  };
  const places = new Map<string, Set<string>>();
  for (const { path, after: contents } of edited) {
    for (const { from, name, line } of listImports(path, readText(contents), files)) {
      if (from === path || !takes(from, name)) continue;
      const what = after.get(from) === null || name === null ? from : `"${name}" of ${from}`;
      const known = places.get(what);
      if (known === undefined) places.set(what, new Set([`${path}:${line}`]));
      else known.add(`${path}:${line}`);
    }
  }
  return [...places]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, lines]) => warn(what, [...lines]));
}

function isEdited({ kind, why }: Change): boolean {
  return kind === 'merge' || kind === 'conflict' || why === 'edited';
}

/** Tells which definitions of a file are gone. */
function listTaken(
  before: Uint8Array | null | undefined,
  after: Uint8Array | null | undefined,
): (name: string) => boolean {
  const [old, now] = [before, after].map((contents) => listDefinitions([readText(contents)]));
  return (name) => old!.has(name) && !now!.has(name);
}

function readText(contents: Uint8Array | null | undefined): string {
  return contents && isText(contents) ? textOf(contents) : '';
}

function warn(what: string, places: readonly string[]): Diagnostic {
  return {
    code: 'DZL416',
    severity: 'warning',
    ...sayPlaces(
      places,
      (list) => `this build takes ${what} away, and files that you edited still import it: ${list}`,
    ),
    fix: 'take out the lines that need it, or write what they need yourself; until then that code does not start',
  };
}
