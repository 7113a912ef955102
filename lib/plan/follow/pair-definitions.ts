import { listDefinitions } from '../code/list-definitions.ts';
import { followLines } from './follow-lines.ts';
import { pairTaken } from './pair-taken.ts';
import type { SpecNames } from './spec-names.ts';
import { isCalled, makeRespell, spellPhrases } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';

/** A file of the last build, and what it is in the next. */
interface FilePair {
  readonly base: string;
  readonly next: string;
}

/**
 * Pairs what the files of the last build define with what those of the next define under another name. Where a name passes
 * from one definition to another, their places in the files tell which is which, and a definition that is called as an
 * entity or its plural belongs to that entity.
 *
 * @param spec tells apart definitions that take over each other's names
 */
export function pairDefinitions(
  files: readonly FilePair[],
  renames: readonly SpecRename[],
  spec?: Pick<SpecNames, 'entities' | 'surfaces'>,
): Map<string, string> {
  const before = listDefinitions(files.map(({ base }) => base));
  const after = listDefinitions(files.map(({ next }) => next));
  const respells = renames.filter(({ kind }) => kind !== 'field').map(makeRespell);
  const pairs = spec ? pairTaken(before, after, spec) : new Map<string, string>();
  const contested = new Map<string, readonly string[]>();
  for (const name of before) {
    if (pairs.has(name)) continue;
    const fresh = respells.flatMap((respell) => respell(name)).filter((each) => after.has(each));
    const free = after.has(name) ? undefined : fresh.find((each) => !before.has(each));
    if (free !== undefined) pairs.set(name, free);
    else if (fresh.length > 0) contested.set(name, fresh);
  }
  for (const [name, fresh] of contested) {
    const own = renames.find((rename) => rename.kind === 'entity' && isCalled(name, rename));
    const respelled = own && makeRespell(own)(name).find((each) => fresh.includes(each));
    if (respelled === undefined) continue;
    pairs.set(name, respelled);
    contested.delete(name);
  }
  for (const [name, fresh] of placeDefinitions(files, renames, contested)) pairs.set(name, fresh);
  for (const [name, fresh] of contested) {
    const freed = after.has(name) ? undefined : fresh.find((each) => pairs.has(each));
    if (freed !== undefined && !pairs.has(name)) pairs.set(name, freed);
  }
  return pairs;
}

/** What stands now in the places of definitions, where that has another name and the same one in all of them. */
function placeDefinitions(
  files: readonly FilePair[],
  renames: readonly SpecRename[],
  contested: ReadonlyMap<string, readonly string[]>,
): (readonly [name: string, fresh: string])[] {
  const [respells, phrases] = [renames.map(makeRespell), renames.flatMap(spellPhrases)];
  const places = new Map<string, Set<string>>();
  for (const { base, next } of contested.size === 0 ? [] : files) {
    if (![...listDefinitions([base])].some((name) => contested.has(name))) continue;
    const lines = base.split('\n');
    const became = followLines(lines, next.split('\n'), respells, [], phrases);
    for (const [row, line] of lines.entries()) {
      const [name] = listDefinitions([line]);
      const now = became[row];
      if (name === undefined || !contested.has(name) || now === null || now === undefined) continue;
      const [fresh = name] = listDefinitions([now]);
      places.set(name, (places.get(name) ?? new Set()).add(fresh));
    }
  }
  return [...places].flatMap(([name, [fresh, ...others]]) =>
    others.length === 0 && contested.get(name)!.includes(fresh!) ? [[name, fresh!] as const] : [],
  );
}
