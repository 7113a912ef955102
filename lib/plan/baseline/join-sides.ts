import { isDeepStrictEqual } from 'node:util';
import type { BaseEntry } from '../types.ts';
import type { ParsedPack } from './pack-format.ts';

/**
 * Joins the two sides of a pack that git could not merge. An entry that only one side has, or both alike, is taken; one
 * whose text differs keeps both texts, as rivals; any other is lost.
 *
 * @param branch what git calls the side that was merged
 */
export function joinSides(ours: ParsedPack, theirs: ParsedPack, branch: string): ParsedPack {
  const other = new Map(theirs.entries.map((entry) => [entry.path, entry]));
  const lost = new Set([...ours.lost, ...theirs.lost]);
  const entries: BaseEntry[] = [];
  for (const entry of ours.entries) {
    const twin = other.get(entry.path);
    other.delete(entry.path);
    if (lost.has(entry.path)) continue;
    if (twin === undefined || isDeepStrictEqual(entry, twin)) entries.push(entry);
    else if (areRivals(entry, twin)) entries.push({ ...entry, rival: { ...twin.base, branch } });
    else lost.add(entry.path);
  }
  for (const entry of other.values()) if (!lost.has(entry.path)) entries.push(entry);
  return { output: ours.output ?? theirs.output, entries, lost: [...lost], damage: 'damaged' };
}

/** Claims that two entries of a path differ in nothing but the text that dazzle wrote, and that none is unsettled. */
function areRivals(entry: BaseEntry, twin: BaseEntry): boolean {
  if (entry.pending !== null || entry.base.contents === null || twin.base.contents === null) return false;
  return isDeepStrictEqual({ ...entry, base: null }, { ...twin, base: null });
}
