import { stripVTControlCharacters } from 'node:util';

/** The columns that a text takes on a terminal; colours and links take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    const point = character.codePointAt(0)!;
    if ((point >= 0x300 && point <= 0x36f) || point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f))
      continue;
    const wide =
      (point >= 0x1100 && point <= 0x115f) ||
      (point >= 0x2e80 && point <= 0xa4cf) ||
      (point >= 0xac00 && point <= 0xd7a3) ||
      (point >= 0xf900 && point <= 0xfaff) ||
      (point >= 0xff00 && point <= 0xff60) ||
      (point >= 0x1f300 && point <= 0x1faff);
    width += wide ? 2 : 1;
  }
  return width;
}

/** Cuts a plain text to `width` columns, with an ellipsis where something is left out. */
export function clipText(text: string, width: number): string {
  const line = stripVTControlCharacters(text).replaceAll(/[\r\n\t]+/g, ' ');
  if (widthOf(line) <= width) return line;
  let clipped = '';
  for (const character of line) {
    if (widthOf(clipped + character) > width - 1) break;
    clipped += character;
  }
  return `${clipped}…`;
}

/** Breaks a text at spaces into lines of at most `width` columns; words longer than that stay whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}

/**
 * Lines of `text` wrapped at `width`, the first after `first`, the others indented by `indent` spaces. A word that would be
 * broken behind `first` begins the next line where it fits there, and one that fits into no line with the indentation into
 * one with less.
 */
export function hangText(first: string, text: string, width: number, indent: number): string[] {
  const columns = Math.max(16, width - indent);
  const head = widthOf(first);
  if (head + widthOf(text) <= width && !text.includes('\n')) return [first + text];
  const lines: string[] = [];
  let rest = text;
  if (width - head >= 16 || head <= indent) {
    const [start = ''] = wrapText(text, Math.max(16, width - head));
    const isBroken = widthOf(start) > width - head && widthOf(start) <= width;
    if (isBroken && first.trim() !== '') lines.push(first.trimEnd());
    else {
      lines.push(isBroken ? indentLine(start, head, width) : first + start);
      rest = text.slice(start.length).replace(/^[ \n]/, '');
    }
  } else {
    lines.push(first.trimEnd());
  }
  if (rest !== '') lines.push(...wrapText(rest, columns).map((line) => indentLine(line, indent, width)));
  return lines;
}

/** A line behind its indentation, or as much of it as leaves the line whole. */
function indentLine(line: string, indent: number, width: number): string {
  const size = widthOf(line);
  return ' '.repeat(size > width ? indent : Math.min(indent, width - size)) + line;
}

/** Wraps each line of a text at `width`, continued beneath its own indentation and `more` blanks. */
export function wrapLines(text: string, width: number, more = 0): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const indent = line.length - line.trimStart().length;
      return hangText(line.slice(0, indent), line.slice(indent), width, indent + more);
    })
    .join('\n');
}

/** A command for a shell, indented by two blanks and continued with `\\` where it takes more than one line. */
export function wrapCommand(command: string, width: number): string[] {
  if (widthOf(command) + 2 <= width) return [`  ${command}`];
  const lines = wrapText(command, Math.max(16, width - 6));
  return lines.map((line, at) => (at === 0 ? '  ' : '    ') + line + (at < lines.length - 1 ? ' \\' : ''));
}

/** Pads a text with spaces to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A word of a command, quoted for a shell where it must be. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Where the lines of a list are wrapped: not at all where no person reads them. */
export function listWidth({
  isTerminal,
  width,
}: {
  readonly isTerminal: boolean;
  readonly width: number;
}): number {
  return isTerminal ? Math.min(width, 110) : Infinity;
}

/** `3 files`, `1 file`. */
export function countNoun(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `0.3 s`, `1 min 4 s` from milliseconds. */
export function formatTook(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}
