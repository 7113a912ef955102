import xterm from '@xterm/headless';
import { widthOf } from '../../../lib/cli/screen/text.ts';

/** What a terminal of so many columns shows of an output: its rows, without trailing blanks. */
export async function showOn(columns: number, output: string): Promise<string[]> {
  const screen = new xterm.Terminal({ cols: columns, rows: 40, scrollback: 5000, allowProposedApi: true });
  await new Promise<void>((done) => screen.write(output.replaceAll(/\r?\n/g, '\r\n'), done));
  const { active } = screen.buffer;
  return Array.from({ length: active.length }, (_, row) => active.getLine(row)!.translateToString(true));
}

const wordsIn = (rows: readonly string[]): string[] =>
  rows
    .join('\n')
    .split(/[\s─━═│]+/)
    .filter((word) => word !== '');

/**
 * Pieces of words on a narrow screen: what a wide screen of the same does not have as a word, where each word of the wide one
 * fits into the narrow one's rows.
 */
export function findBrokenWords(
  wide: readonly string[],
  narrow: readonly string[],
  columns: number,
): string[] {
  const known = new Set(wordsIn(wide));
  const long = [...known].filter((word) => widthOf(word) > columns);
  const isPiece = (word: string): boolean => long.some((each) => each.includes(word));
  return [...new Set(wordsIn(narrow))].filter((word) => !known.has(word) && !isPiece(word));
}
