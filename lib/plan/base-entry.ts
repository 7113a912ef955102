import { nothingRecorded } from './baseline/pack-format.ts';
import { isText } from './baseline/pack-text.ts';
import { hashOf } from './baseline/save-baseline.ts';
import { mergeLimit } from './merge-file.ts';
import type { BaseEntry, NextFile, Recorded } from './types.ts';

/** The entry of a file that is on the disk as dazzle would write it, with or without edits of the user's. */
export function entryFor(next: NextFile, outputDir: string): BaseEntry {
  return {
    path: next.path,
    backend: next.backend,
    outputDir,
    identity: next.identity,
    mode: next.mode,
    once: next.once,
    base: recordFor(next),
    pending: null,
    keepsMarkers: false,
  };
}

/** The entry as `entryFor` makes it; the old one itself where it says the same, so that its pack need not be printed. */
export function freshEntry(old: BaseEntry | null, next: NextFile, outputDir: string): BaseEntry {
  const isSame =
    old !== null &&
    next.once === null &&
    old.path === next.path &&
    old.identity === next.identity &&
    old.mode === next.mode &&
    old.once === null &&
    old.pending === null &&
    !old.keepsMarkers &&
    old.outputDir === outputDir &&
    recordIs(old.base, next.contents);
  return isSame ? old : entryFor(next, outputDir);
}

function recordFor(next: NextFile): Recorded {
  if (next.once === 'secret') return nothingRecorded;
  if (next.once === 'starter') return { contents: null, sha256: hashOf(next.contents) };
  return recordOf(next.contents);
}

/** Text is kept whole, so that it can be merged; of binary and very large files the hash is enough. */
function recordOf(contents: Uint8Array): Recorded {
  if (contents.length <= mergeLimit && isText(contents)) return { contents, sha256: null };
  return { contents: null, sha256: hashOf(contents) };
}

/** Claims that anything is known of what dazzle wrote. */
export function isRecorded(entry: BaseEntry): boolean {
  return entry.once !== null || entry.base.contents !== null || entry.base.sha256 !== null;
}

/** Claims that the recorded version has exactly these bytes. */
export function recordIs(record: Recorded, contents: Uint8Array): boolean {
  if (record.contents !== null) return sameBytes(record.contents, contents);
  return record.sha256 !== null && record.sha256 === hashOf(contents);
}

/** Claims that two files hold the same bytes; null is no file. */
export function sameBytes(one: Uint8Array, other: Uint8Array | null): boolean {
  return other !== null && one.length === other.length && Buffer.compare(one, other) === 0;
}

/** Merges permission bits apart from the text: the user's, unless only the generator changed whether it is executable. */
export function mergeMode(base: number | null, disk: number, next: number): number {
  const executable = (mode: number): boolean => (mode & 0o100) !== 0;
  if (base === null || executable(base) === executable(next)) return disk;
  if (executable(disk) !== executable(base)) return disk;
  return executable(next) ? disk | ((disk & 0o444) >> 2) : disk & ~0o111;
}
