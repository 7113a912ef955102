import { isDeepStrictEqual } from 'node:util';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isText } from './baseline/pack-text.ts';
import { covers } from './covers.ts';
import { readStyle, writeInStyle } from './lines/text-style.ts';
import { hasMarkers, textOf } from './merge-file.ts';
import type { BaseEntry, NextFile } from './types.ts';

/**
 * An error where the user edited a file that one build writes and the next reads back; its line ends and byte order mark do
 * not count. What git merged, or left with its markers, is for the file's generator to read.
 */
export function refuseEdited(
  next: NextFile,
  entry: BaseEntry | undefined,
  disk: Uint8Array | null | undefined,
): Diagnostic[] {
  const base = entry?.base.contents;
  if (!next.absorbs || !base || !disk || entry.rival !== undefined) return [];
  const [was, is] = [base, disk].map((bytes) => (isText(bytes) ? readStyle(textOf(bytes)).text : null));
  if (was === is || (is && hasMarkers(is))) return [];
  if (next.absorbs === 'grows' && was && is && hasGrown(was, is)) return [];
  const { path } = next;
  return [
    diagnose('DZL376', {
      message: `${path} was edited: it is a file of dazzle's own, which each build reads back, so an edit would be lost or lead a later build astray`,
      fix: `take the edit back with git checkout -- ${path}, or have it as dazzle wrote it: dazzle build --restore ${path}`,
    }),
  ];
}

/** Claims that `--restore` names the file, or a folder of it. */
export function isRestored(restore: readonly string[], path: string): boolean {
  return restore.some((each) => covers(each, path));
}

/** The text of a file as dazzle wrote it last; undefined where only its hash is kept, or nothing. */
export function textIn(entry: BaseEntry | undefined): string | undefined {
  const contents = entry?.base.contents;
  return contents && isText(contents) ? readStyle(textOf(contents)).text : undefined;
}

/** Claims that a JSON text has all that it had, and perhaps more in its lists. */
function hasGrown(before: string, after: string): boolean {
  try {
    return holds(JSON.parse(after), JSON.parse(before));
  } catch {
    return false;
  }
}

function holds(after: unknown, before: unknown): boolean {
  if (Array.isArray(before))
    return Array.isArray(after) && before.every((each, at) => isDeepStrictEqual(each, after[at]));
  if (typeof before !== 'object' || before === null) return after === before;
  if (typeof after !== 'object' || after === null) return false;
  const entries = Object.entries(before);
  return (
    entries.length === Object.keys(after).length &&
    entries.every(([key, value]) => holds((after as Record<string, unknown>)[key], value))
  );
}

/** The next version in the line ends and with the byte order mark that the file on the disk has. */
export function inStyleOfDisk(next: NextFile, disk: Uint8Array | null | undefined): NextFile {
  if (!next.absorbs || !disk || !isText(disk) || !isText(next.contents)) return next;
  const { style } = readStyle(textOf(disk));
  if (!style.bom && style.eol === '\n') return next;
  const { text } = readStyle(textOf(next.contents));
  const spelled = writeInStyle(text, { bom: style.bom, eol: style.eol, lastNewline: true });
  return { ...next, contents: Buffer.from(spelled, 'utf8') };
}
