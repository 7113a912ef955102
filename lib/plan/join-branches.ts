import { isText } from './baseline/pack-text.ts';
import { splitSides } from './baseline/split-sides.ts';
import type { MergeContext } from './decide-path.ts';
import { countEach } from './group-by.ts';
import { hasMarkers, mergeFile, textOf } from './merge-file.ts';
import { joinRegions } from './merge/index.ts';

/** A file in which git left conflict markers, and what dazzle had written on either branch. */
export interface BranchedFile {
  readonly path: string;
  readonly disk: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
  readonly next: Uint8Array;
}

/**
 * Brings either branch's version of a file to the next version, and joins their edits there; null where anything
 * clashes, or where a line is neither the next version's nor certainly an edit.
 */
export async function joinBranches(
  { path, disk, ours, theirs, next }: BranchedFile,
  { renames, formats }: MergeContext,
): Promise<string | null> {
  const sides = isText(disk) ? readSides(disk) : null;
  if (sides === null) return null;
  const merge = async (base: Uint8Array, mine: Uint8Array, last: Uint8Array): Promise<Buffer | null> => {
    const merged = await mergeFile({ path, base, mine, next: last, keepsMarkers: false }, renames, formats);
    if (merged.merge === null || merged.merge.conflicts > 0) return null;
    return Buffer.from(joinRegions(merged.merge, 'mine'), 'utf8');
  };
  const one = await merge(ours, sides.ours, next);
  const other = one && (await merge(theirs, sides.theirs, next));
  const joined = one && other && (await merge(next, one, other));
  if (!joined) return null;
  const versions = { joined, next, ours, theirs, onOurs: sides.ours, onTheirs: sides.theirs };
  return isCertain(versions) ? textOf(joined) : null;
}

type LineCounts = ReadonlyMap<string, number>;

type Version = 'joined' | 'next' | 'ours' | 'theirs' | 'onOurs' | 'onTheirs';

/**
 * Claims that every line is accounted for: one that the result has more often than the next version is an edit, since neither
 * branch's version has it more often, and one that it has less often was taken out on both branches.
 */
function isCertain(versions: Readonly<Record<Version, Uint8Array>>): boolean {
  const counts = new Map(Object.entries(versions).map(([name, text]) => [name, countLines(text)]));
  for (const line of new Set([...counts.values()].flatMap((each) => [...each.keys()]))) {
    const of = (name: Version): number => counts.get(name)?.get(line) ?? 0;
    if (of('joined') > of('next') && Math.max(of('ours'), of('theirs')) > of('next')) return false;
    const isTakenOut = of('onOurs') < of('ours') && of('onTheirs') < of('theirs');
    if (of('joined') < of('next') && !isTakenOut) return false;
  }
  return true;
}

function countLines(text: Uint8Array): LineCounts {
  const lines = textOf(text)
    .split('\n')
    .map((line) => line.trim());
  return countEach(lines.filter((line) => line !== ''));
}

/** Both sides of the markers; null where the markers are not whole. */
function readSides(disk: Uint8Array): { readonly ours: Buffer; readonly theirs: Buffer } | null {
  const text = textOf(disk);
  if (!hasMarkers(text) || /^={7}\r$/m.test(text)) return null;
  const marks = (text.match(/^(?:<{7} |={7}$|>{7} )/gm) ?? []).map((mark) => mark[0]).join('');
  if (!/^(?:<=>)+$/.test(marks)) return null;
  return splitSides(Buffer.from(disk));
}
