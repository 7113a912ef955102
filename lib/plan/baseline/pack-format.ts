import type { Once } from '../../tree/tree.ts';
import type { Base, BaseEntry, Output } from '../types.ts';
import { cutLine, decodeLines, encodeLines, isPlain, plainEnds } from './pack-text.ts';
import { isPlainPath, quoteWord, unquoteWord } from './pack-words.ts';

/** Nothing is known of the contents: secrets, foreign files, lost entries. */
export const unknownBase: Base = { contents: null, sha256: null };

const formatVersion = 1;
const firstLine = `dazzle baseline ${formatVersion}`;
const note = 'what dazzle wrote, so that your edits can be told apart; commit it, do not edit it';
const lastLines = Buffer.from('\nend\n');
const nextFile = Buffer.from('\n\nfile ');

/** Entries of one pack that could be read, and the paths (relative to the project) that could not. */
export interface ParsedPack {
  readonly output: Output | null;
  readonly entries: readonly BaseEntry[];
  readonly lost: readonly string[];
  /** Why something is lost; null where all is well. */
  readonly damage: 'version' | 'damaged' | null;
}

/** Writes the entries of one pack: text line by line, so that git merges two branches' packs as it merges the files. */
export function printPack(output: Output, entries: readonly BaseEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let head = `${firstLine}\nnote ${note}\noutput ${quoteWord(output.outputDir)}\nbackend ${quoteWord(output.backend)}\n`;
  const pushContents = (word: string, contents: Uint8Array): void => {
    if (!isPlain(contents)) {
      head += `${word}\n${encodeLines(contents)}`;
      return;
    }
    parts.push(Buffer.from(`${head}${word} plain\n`), contents);
    head = contents.length === 0 || contents.at(-1) === 10 ? plainEnds.whole : plainEnds.open;
  };
  for (const entry of entries) {
    head += `\nfile ${quoteWord(entry.path.slice(output.outputDir.length + 1))}\n`;
    head += `identity ${quoteWord(entry.identity.slice(output.backend.length + 1))}\n`;
    if (entry.mode !== 0o644) head += `mode ${entry.mode.toString(8)}\n`;
    if (entry.once !== null) head += `once ${entry.once}\n`;
    if (entry.keepsMarkers) head += 'keeps markers\n';
    if (entry.base.contents !== null) pushContents('base', entry.base.contents);
    else if (entry.base.sha256 !== null) head += `base sha256 ${entry.base.sha256}\n`;
    if (entry.pending === 'gone') head += 'pending gone\n';
    else if (entry.pending !== null) {
      pushContents(`pending ${entry.pending.mode.toString(8)}`, entry.pending.contents);
    }
  }
  parts.push(Buffer.from(head), lastLines);
  return Buffer.concat(parts);
}

/**
 * Reads a pack; an entry that cannot be read is lost, the others are kept. Contents are parts of the given bytes wherever
 * they can be, not copies: a build that changes nothing only compares them.
 */
export function parsePack(pack: Buffer): ParsedPack {
  const nothing = { output: null, entries: [], lost: [] } as const;
  if (!pack.subarray(0, firstLine.length + 1).equals(Buffer.from(`${firstLine}\n`))) {
    const other = /^dazzle baseline \d+\n/.test(pack.toString('latin1', 0, 40));
    return { ...nothing, damage: other ? 'version' : 'damaged' };
  }
  let at = pack.indexOf(nextFile);
  const head = pack.toString('utf8', 0, at < 0 ? pack.length : at).split('\n');
  const outputDir = headerOf(head, 'output');
  const backend = headerOf(head, 'backend');
  if (outputDir === null || backend === null) return { ...nothing, damage: 'damaged' };
  const output = { backend, outputDir };
  const entries: BaseEntry[] = [];
  const lost: string[] = [];
  let isWhole = pack.subarray(-lastLines.length).equals(lastLines);
  while (at >= 0) {
    const start = at + nextFile.length;
    const [line, next] = cutLine(pack, start);
    const name = unquoteWord(line);
    const read = name === null || !isPlainPath(name) ? null : parseEntry(pack, next, name, output);
    if (read !== null) {
      entries.push(read.entry);
      at = read.end;
      continue;
    }
    isWhole = false;
    if (name !== null && isPlainPath(name)) lost.push(`${outputDir}/${name}`);
    at = pack.indexOf(nextFile, start);
  }
  return { output, entries, lost, damage: isWhole ? null : 'damaged' };
}

/** Reads one entry; `end` is where the next one begins, -1 where it was the last. */
function parseEntry(
  pack: Buffer,
  start: number,
  name: string,
  output: Output,
): { readonly entry: BaseEntry; readonly end: number } | null {
  let at = start;
  let identity: string | null = null;
  let mode = 0o644;
  let once: Once | null = null;
  let keepsMarkers = false;
  // An object of its own: `basesBehind` tells by the object which spec it is of.
  let base: Base = { ...unknownBase };
  let pending: BaseEntry['pending'] = null;
  while (pack[at] !== 10) {
    const [line, next] = cutLine(pack, at);
    if (next > pack.length || line === '') return null;
    at = next;
    const [word, value = '', kind] = line.split(' ');
    if (word === 'identity') identity = unquoteWord(line.slice('identity '.length));
    else if (word === 'mode' && isMode(value)) mode = parseInt(value, 8);
    else if (word === 'once' && (value === 'starter' || value === 'secret')) once = value;
    else if (line === 'keeps markers') keepsMarkers = true;
    else if (line === 'pending gone') pending = 'gone';
    else if (/^base sha256 [0-9a-f]{64}$/.test(line)) base = { contents: null, sha256: kind! };
    else if (word === 'base' || (word === 'pending' && isMode(value))) {
      const read = decodeLines(pack, at, (word === 'base' ? value : kind) === 'plain');
      if (read === null) return null;
      at = read.end;
      if (word === 'base') base = { contents: read.contents, sha256: null };
      else pending = { contents: read.contents, mode: parseInt(value, 8) };
    } else return null;
  }
  if (identity === null) return null;
  const isNext = pack.subarray(at - 1, at - 1 + nextFile.length).equals(nextFile);
  const isLast = at + lastLines.length === pack.length && pack.subarray(at).equals(lastLines);
  if (!isNext && !isLast) return null;
  const path = `${output.outputDir}/${name}`;
  identity = `${output.backend}/${identity}`;
  const entry = { path, ...output, identity, mode, once, base, pending, keepsMarkers };
  return { entry, end: isLast ? -1 : at - 1 };
}

function isMode(value: string): boolean {
  return /^[0-7]{3,4}$/.test(value);
}

function headerOf(head: readonly string[], name: string): string | null {
  const line = head.find((each) => each.startsWith(`${name} `));
  return line === undefined ? null : unquoteWord(line.slice(name.length + 1));
}
