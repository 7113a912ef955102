import { unknownBase } from './baseline/pack-format.ts';
import { isText } from './baseline/pack-text.ts';
import { hashOf } from './baseline/save-baseline.ts';
import { mergeLimit } from './merge-file.ts';
import type { Base, BaseEntry, NextFile } from './types.ts';

/** The entry of a file that is on the disk as dazzle would write it, with or without edits of the user's. */
export function entryFor(next: NextFile, outputDir: string): BaseEntry {
  return {
    path: next.path,
    backend: next.backend,
    outputDir,
    identity: next.identity,
    mode: next.mode,
    once: next.once,
    base: baseFor(next),
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
    baseIs(old.base, next.contents);
  return isSame ? old : entryFor(next, outputDir);
}

function baseFor(next: NextFile): Base {
  if (next.once === 'secret') return unknownBase;
  if (next.once === 'starter') return { contents: null, sha256: hashOf(next.contents) };
  return baseOf(next.contents);
}

/** Text is kept whole, so that it can be merged; of binary and very large files the hash is enough. */
function baseOf(contents: Uint8Array): Base {
  if (contents.length <= mergeLimit && isText(contents)) return { contents, sha256: null };
  return { contents: null, sha256: hashOf(contents) };
}

/** Claims that dazzle wrote the file: its base, or that it is written only once, is known. */
export function isWritten(entry: BaseEntry): boolean {
  return entry.once !== null || entry.base.contents !== null || entry.base.sha256 !== null;
}

/** Claims that dazzle wrote exactly these bytes. */
export function baseIs(base: Base, contents: Uint8Array): boolean {
  if (base.contents !== null) return sameBytes(base.contents, contents);
  return base.sha256 !== null && base.sha256 === hashOf(contents);
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
