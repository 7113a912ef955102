import { isUtf8 } from 'node:buffer';

/** The line after plain contents: whether their last line ends in a line feed. */
export const plainEnds = {
  whole: '--- end of file\n',
  open: '\n--- end of file, without a line feed\n',
} as const;

const plainEnd = Buffer.from('--- end of file');
const plainEndInside = Buffer.from('\n--- end of file');
const marker = Buffer.from('<<<<<<< ');
const markerInside = Buffer.from('\n<<<<<<< ');

/** Claims that the bytes are UTF-8 without NUL: what a person edits as text. */
export function isText(contents: Uint8Array): boolean {
  return isUtf8(contents) && !contents.includes(0);
}

/**
 * Claims that contents can stand in a pack as they are: text without a line that ends them, or that git's conflict
 * markers would be taken for.
 */
export function isPlain(contents: Uint8Array): boolean {
  const bytes = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  if (!isText(bytes) || bytes.includes(plainEndInside) || bytes.includes(markerInside)) return false;
  return !startsWith(bytes, 0, plainEnd) && !startsWith(bytes, 0, marker);
}

/** Contents that cannot stand as they are: `:` before each line of text, `=` before each line of base64. */
export function encodeLines(contents: Uint8Array): string {
  if (!isText(contents)) {
    const coded = Buffer.from(contents).toString('base64');
    return `${(coded.match(/.{1,100}/g) ?? []).map((line) => `=${line}\n`).join('')}=\n`;
  }
  const text = Buffer.from(contents).toString('utf8');
  if (text.endsWith('\n')) return `:${text.slice(0, -1).replaceAll('\n', '\n:')}\n`;
  return `:${text.replaceAll('\n', '\n:')}\n\\\n`;
}

/** Reads contents back from where they begin; null where they do not end. */
export function decodeLines(
  pack: Buffer,
  start: number,
  plain: boolean,
): { readonly contents: Uint8Array; readonly end: number } | null {
  return plain ? decodePlain(pack, start) : decodeCoded(pack, start);
}

function decodePlain(
  pack: Buffer,
  start: number,
): { readonly contents: Uint8Array; readonly end: number } | null {
  const inside = pack.indexOf(plainEndInside, start - 1);
  if (inside < 0) return null;
  const [line, end] = cutLine(pack, inside + 1);
  if (end > pack.length) return null;
  if (`${line}\n` === plainEnds.whole) return { contents: pack.subarray(start, inside + 1), end };
  const isOpen = `\n${line}\n` === plainEnds.open && inside >= start;
  return isOpen ? { contents: pack.subarray(start, inside), end } : null;
}

function decodeCoded(
  pack: Buffer,
  start: number,
): { readonly contents: Uint8Array; readonly end: number } | null {
  const sign = pack[start];
  if (sign !== 0x3a && sign !== 0x3d) return null;
  let end = start;
  while (pack[end] === sign) {
    const feed = pack.indexOf(10, end);
    if (feed < 0) return null;
    end = feed + 1;
  }
  const block = pack.toString('utf8', start + 1, end - 1);
  if (sign === 0x3d) return { contents: Buffer.from(block.replaceAll('\n=', ''), 'base64'), end };
  const text = block.replaceAll('\n:', '\n');
  const isOpen = pack[end] === 0x5c && pack[end + 1] === 10;
  return isOpen ? { contents: Buffer.from(text), end: end + 2 } : { contents: Buffer.from(`${text}\n`), end };
}

/** A line without its line feed, and where the next one starts (beyond the end where the line has no line feed). */
export function cutLine(pack: Buffer, start: number): readonly [line: string, next: number] {
  const feed = pack.indexOf(10, start);
  return feed < 0
    ? [pack.toString('utf8', start), pack.length + 1]
    : [pack.toString('utf8', start, feed), feed + 1];
}

function startsWith(bytes: Buffer, at: number, word: Buffer): boolean {
  return bytes.subarray(at, at + word.length).equals(word);
}
