import { matchLines } from './match-lines.ts';

/** How a file spells its lines. */
export interface TextStyle {
  /** Starts with a byte order mark. */
  readonly bom: boolean;
  /** The line ending of most lines. */
  readonly eol: '\n' | '\r\n';
  /** The last line ends in a line ending. */
  readonly lastNewline: boolean;
  /** The lines with their own endings, in a file that mixes them. */
  readonly mixed?: readonly string[];
}

/** A text split into LF lines and the style it was written in. */
interface StyledText {
  /** Every line ends in LF, the last one too; empty for an empty text. */
  readonly text: string;
  readonly style: TextStyle;
}

/** Reads a text as LF lines, and remembers how it spelled them. */
export function readStyle(raw: string): StyledText {
  const bom = raw.startsWith('\uFEFF');
  const body = bom ? raw.slice(1) : raw;
  const lastNewline = body === '' || body.endsWith('\n');
  const whole = lastNewline ? body : `${body}\n`;
  if (!body.includes('\r\n')) return { text: whole, style: { bom, eol: '\n', lastNewline } };
  const lines = body.split(/(?<=\n)/);
  const crlf = lines.filter((line) => line.endsWith('\r\n')).length;
  const ended = lastNewline ? lines.length : lines.length - 1;
  const style: TextStyle = { bom, eol: crlf * 2 >= ended ? '\r\n' : '\n', lastNewline };
  return {
    text: whole.replaceAll('\r\n', '\n'),
    style: crlf === ended ? style : { ...style, mixed: lines },
  };
}

/** The lines of a text without their ends and its byte order mark. */
export function linesOf(raw: string): string[] {
  return raw.replace(/^\uFEFF/, '').split(/\r?\n/);
}

/** Chooses the style to write in: the user's where the user changed it, otherwise the next version's. */
export function mergeStyle(base: TextStyle, mine: TextStyle, next: TextStyle): TextStyle {
  return {
    bom: mine.bom === base.bom ? next.bom : mine.bom,
    eol: mine.eol === base.eol ? next.eol : mine.eol,
    lastNewline: mine.lastNewline === base.lastNewline ? next.lastNewline : mine.lastNewline,
    ...(mine.mixed ? { mixed: mine.mixed } : {}),
  };
}

/** Writes LF lines in a style; in a file of mixed endings each of the user's lines keeps its own. */
export function writeInStyle(text: string, style: TextStyle): string {
  let body = style.mixed ? mixEndings(text, style, style.mixed) : text;
  if (!style.mixed && style.eol === '\r\n') body = text.replaceAll('\n', '\r\n');
  if (!style.lastNewline) body = body.replace(/(?<=[^\r\n])\r?\n$/, '');
  return style.bom ? `\uFEFF${body}` : body;
}

function mixEndings(text: string, style: TextStyle, mixed: readonly string[]): string {
  const lines = text.split(/(?<=\n)/).map((line) => line.slice(0, -1));
  const own = mixed.map((line) => line.replace(/\r?\n$/, ''));
  const endings = lines.map((): string => style.eol);
  for (const [a, b, length] of matchLines(own, lines)) {
    for (let offset = 0; offset < length; offset++) {
      const ending = /\r?\n$/.exec(mixed[a + offset]!);
      if (ending) endings[b + offset] = ending[0];
    }
  }
  return lines.map((line, index) => line + endings[index]!).join('');
}
