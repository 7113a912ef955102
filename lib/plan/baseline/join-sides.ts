import { isDeepStrictEqual } from 'node:util';
import type { BaseEntry } from '../types.ts';
import type { ParsedPack } from './pack-format.ts';

/** Joins the two sides of a pack that git could not merge: what only one side has, or both alike, is known; the rest is lost. */
export function joinSides(ours: ParsedPack, theirs: ParsedPack): ParsedPack {
  const other = new Map(theirs.entries.map((entry) => [entry.path, entry]));
  const lost = new Set([...ours.lost, ...theirs.lost]);
  const entries: BaseEntry[] = [];
  for (const entry of ours.entries) {
    const twin = other.get(entry.path);
    other.delete(entry.path);
    if (lost.has(entry.path)) continue;
    if (twin === undefined || isDeepStrictEqual(entry, twin)) entries.push(entry);
    else lost.add(entry.path);
  }
  for (const entry of other.values()) if (!lost.has(entry.path)) entries.push(entry);
  return { output: ours.output ?? theirs.output, entries, lost: [...lost], damage: 'damaged' };
}
