import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isText } from './baseline/pack-text.ts';
import type { NamesToFollow, SpecRename } from './follow/index.ts';
import { mergeText } from './merge/index.ts';
import type { MergeOutcome, PartsSource } from './merge/index.ts';

/** Text over this many bytes is not merged: one side or the other. */
export const mergeLimit = 2_000_000;

/** How files of this build are formatted and read, beyond what dazzle knows of their languages. */
export interface MergeFormats {
  /** Formats text in the tree's own way, so that a user's formatting alone is no conflict; null where it cannot. */
  normalise(path: string, text: string): string | null | Promise<string | null>;
  /** How a backend reads the parts of its file; undefined where it leaves that to dazzle. */
  partsOf(path: string): PartsSource | undefined;
}

/** Three versions of a file as bytes; `base` is null where only its hash is known. */
interface MergeSides {
  readonly path: string;
  readonly base: Uint8Array | null;
  readonly mine: Uint8Array;
  readonly next: Uint8Array;
  /** The user keeps conflict markers in this file: they are text like any other. */
  readonly keepsMarkers: boolean;
}

/** A merge, or why there can be none. */
type FileMerge =
  | { readonly merge: MergeOutcome }
  | { readonly merge: null; readonly why: 'binary' | 'markers'; readonly diagnostic: Diagnostic };

/**
 * Merges an edited file with its next version; formatting alone is no conflict.
 *
 * @param follow what this build renames, where it renames anything
 */
export async function mergeFile(
  sides: MergeSides,
  renames: readonly SpecRename[],
  formats: MergeFormats | null,
  follow?: NamesToFollow,
): Promise<FileMerge> {
  const { path, base, mine, next } = sides;
  if (Math.max(mine.length, next.length, base?.length ?? 0) > mergeLimit) {
    return { merge: null, why: 'binary', diagnostic: tooLarge(path, mine.length) };
  }
  if (base === null || !isText(mine) || !isText(next)) {
    return { merge: null, why: 'binary', diagnostic: notText(path, isText(mine)) };
  }
  const input = {
    path,
    base: textOf(base),
    mine: textOf(mine),
    next: textOf(next),
    renames,
    parts: formats?.partsOf(path),
    ...(follow && { follow }),
  };
  if (!sides.keepsMarkers && hasMarkers(input.mine) && !hasMarkers(input.base)) {
    return { merge: null, why: 'markers', diagnostic: warnOfMarkers(path) };
  }
  const merge = await mergeText(input);
  if (merge.conflicts === 0 || formats === null) return { merge };
  const formatted = await formats.normalise(path, input.mine);
  if (formatted === null || formatted === input.mine) return { merge };
  const again = await mergeText({ ...input, mine: formatted });
  return { merge: again.conflicts === 0 ? again : merge };
}

/** Claims that a text holds the markers of a conflict that nobody has settled. */
export function hasMarkers(text: string): boolean {
  const start = /^<{7} .*$/m.exec(text);
  if (start === null) return false;
  const middle = /^={7}\r?$/m.exec(text.slice(start.index));
  if (middle === null) return false;
  return /^>{7} /m.test(text.slice(start.index + middle.index));
}

/** The text of UTF-8 bytes, a byte order mark included. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The text of a file; empty where there is none, or it is binary. */
export function readText(contents: Uint8Array | null | undefined): string {
  return contents && isText(contents) ? textOf(contents) : '';
}

/** The warning about conflict markers in a user's file. */
export function warnOfMarkers(path: string): Diagnostic {
  return diagnose('DZL422', {
    message: `${path} holds conflict markers (<<<<<<<, =======, >>>>>>>) that nobody has settled; it is left as it is`,
    fix: 'edit the file until no markers are left, then build again',
  });
}

function notText(path: string, mineIsText: boolean): Diagnostic {
  return diagnose('DZL420', {
    message: mineIsText
      ? `${path} is a binary file that was changed on both sides; it cannot be merged`
      : `${path} is not UTF-8 text any more, and its template changed; it cannot be merged`,
    fix: 'keep yours or take the new one; save it as UTF-8 to have it merged',
  });
}

function tooLarge(path: string, size: number): Diagnostic {
  const megabytes = (size / 1_000_000).toFixed(1);
  return diagnose('DZL421', {
    message: `${path} (${megabytes} MB) is too large to merge (the limit is ${mergeLimit / 1_000_000} MB)`,
    fix: 'keep yours or take the new one',
  });
}
