import { isUtf8 } from 'node:buffer';
import type { BaseEntry, Output, Recorded } from '../types.ts';
import type { Once } from '../../tree/tree.ts';

const formatVersion = 1;
const firstLine = `dazzle baseline ${formatVersion}`;
const note = 'what dazzle wrote, so that your edits can be told apart; commit it, do not edit it';

/** Entries of one pack that could be read, and the paths (relative to the output folder) that could not. */
export interface ParsedPack {
  readonly output: Output | null;
  readonly entries: readonly BaseEntry[];
  readonly lost: readonly string[];
  /** Why something is lost; null where all is well. */
  readonly damage: 'version' | 'damaged' | null;
}

/** Writes the entries of one pack: text line by line, so that git merges two branches' packs as it merges the files. */
export function printPack(output: Output, entries: readonly BaseEntry[]): Uint8Array {
  const parts = [
    firstLine,
    `\nnote ${note}\noutput ${quoted(output.outputDir)}\nbackend ${quoted(output.backend)}\n`,
  ];
  for (const entry of entries) {
    parts.push(`\nfile ${quoted(entry.path.slice(output.outputDir.length + 1))}\n`);
    parts.push(`identity ${quoted(entry.identity.slice(output.backend.length + 1))}\n`);
    if (entry.mode !== 0o644) parts.push(`mode ${entry.mode.toString(8)}\n`);
    if (entry.once !== null) parts.push(`once ${entry.once}\n`);
    if (entry.keepsMarkers) parts.push('keeps markers\n');
    if (entry.base.contents !== null) parts.push('base\n', printText(entry.base.contents));
    else if (entry.base.sha256 !== null) parts.push(`base sha256 ${entry.base.sha256}\n`);
    if (entry.pending === 'gone') parts.push('pending gone\n');
    else if (entry.pending !== null) {
      parts.push(`pending ${entry.pending.mode.toString(8)}\n`, printText(entry.pending.contents));
    }
  }
  parts.push('\nend\n');
  return Buffer.from(parts.join(''), 'utf8');
}

/** Reads a pack; an entry that makes no sense is lost, the others are kept. */
export function parsePack(text: string): ParsedPack {
  if (!text.startsWith(`${firstLine}\n`)) {
    const other = /^dazzle baseline \d+\n/.test(text);
    return { output: null, entries: [], lost: [], damage: other ? 'version' : 'damaged' };
  }
  const [head = '', ...blocks] = text.split('\n\nfile ');
  const outputDir = headerOf(head, 'output');
  const backend = headerOf(head, 'backend');
  if (outputDir === null || backend === null) {
    return { output: null, entries: [], lost: [], damage: 'damaged' };
  }
  const complete = text.endsWith('\n\nend\n');
  const entries: BaseEntry[] = [];
  const lost: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = index === blocks.length - 1;
    const body = !last ? `${block}\n` : complete ? block.slice(0, -'\nend\n'.length) : null;
    const path = unquoted(block.slice(0, endOfLine(block)));
    const entry = body === null ? null : parseEntry(body, { backend, outputDir });
    if (entry !== null) entries.push(entry);
    else if (path !== null && isPlainPath(path)) lost.push(`${outputDir}/${path}`);
  }
  const damaged = !complete || lost.length > 0 || entries.length < blocks.length;
  return { output: { backend, outputDir }, entries, lost, damage: damaged ? 'damaged' : null };
}

function parseEntry(body: string, output: Output): BaseEntry | null {
  const name = unquoted(body.slice(0, endOfLine(body)));
  if (name === null || !isPlainPath(name)) return null;
  let rest = body.slice(endOfLine(body) + 1);
  let identity: string | null = null;
  let mode = 0o644;
  let once: Once | null = null;
  let keepsMarkers = false;
  let base: Recorded = { contents: null, sha256: null };
  let pending: BaseEntry['pending'] = null;
  while (rest !== '') {
    const line = rest.slice(0, endOfLine(rest));
    rest = rest.slice(line.length + 1);
    const [word, ...more] = line.split(' ');
    const value = more.join(' ');
    if (word === 'identity') identity = unquoted(value);
    else if (word === 'mode' && /^[0-7]{3,4}$/.test(value)) mode = parseInt(value, 8);
    else if (word === 'once' && (value === 'starter' || value === 'secret')) once = value;
    else if (line === 'keeps markers') keepsMarkers = true;
    else if (line === 'pending gone') pending = 'gone';
    else if (/^base sha256 [0-9a-f]{64}$/.test(line)) base = { contents: null, sha256: more[1]! };
    else if (line === 'base' || (word === 'pending' && /^[0-7]{3,4}$/.test(value))) {
      const read = parseText(rest);
      if (read === null) return null;
      rest = rest.slice(read.length);
      if (line === 'base') base = { contents: read.contents, sha256: null };
      else pending = { contents: read.contents, mode: parseInt(value, 8) };
    } else return null;
  }
  if (identity === null) return null;
  const path = `${output.outputDir}/${name}`;
  return {
    path,
    ...output,
    identity: `${output.backend}/${identity}`,
    mode,
    once,
    base,
    pending,
    keepsMarkers,
  };
}

function printText(contents: Uint8Array): string {
  if (!isText(contents)) {
    const coded = Buffer.from(contents).toString('base64');
    return `${(coded.match(/.{1,100}/g) ?? []).map((line) => `=${line}\n`).join('')}=\n`;
  }
  const text = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength).toString('utf8');
  if (text === '') return '';
  if (text.endsWith('\n')) return `:${text.slice(0, -1).replaceAll('\n', '\n:')}\n`;
  return `:${text.replaceAll('\n', '\n:')}\n\\\n`;
}

function parseText(rest: string): { readonly contents: Uint8Array; readonly length: number } | null {
  const sign = rest[0];
  if (sign !== ':' && sign !== '=') return { contents: Buffer.alloc(0), length: 0 };
  const end = /\n(?![:=])/.exec(rest);
  if (end === null) return null;
  const block = rest.slice(1, end.index);
  const length = end.index + 1;
  if (sign === '=') {
    return { contents: Buffer.from(block.replaceAll('\n=', ''), 'base64'), length };
  }
  const text = block.replaceAll('\n:', '\n');
  if (rest.startsWith('\\\n', length)) return { contents: Buffer.from(text), length: length + 2 };
  return { contents: Buffer.from(`${text}\n`), length };
}

/** Claims that the bytes are UTF-8 without NUL: what a person edits as text. */
export function isText(contents: Uint8Array): boolean {
  return isUtf8(contents) && !contents.includes(0);
}

function headerOf(head: string, name: string): string | null {
  const line = head.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? null : unquoted(line.slice(name.length + 1));
}

function endOfLine(text: string): number {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at;
}

function quoted(text: string): string {
   
  return /[\u0000-\u001f"\\\u007f\u0085\u2028\u2029]|^\s|\s$/u.test(text) || text === ''
    ? JSON.stringify(text)
    : text;
}

function unquoted(text: string): string | null {
  if (!text.startsWith('"')) return text === '' ? null : text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

/** Claims that a relative path stays inside its folder; a baseline merged by hand could say anything. */
function isPlainPath(path: string): boolean {
  return (
    !path.startsWith('/') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
