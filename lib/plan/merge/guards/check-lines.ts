import { countEach } from '../../group-by.ts';
import { plainLine } from '../../lines/match-lines.ts';

/** The three versions of a text and what they were merged to, in LF lines. */
interface MergedTexts {
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  readonly result: string;
}

/**
 * Guards what a side removed: a line that stood once in the base, stands once in one version, wherever it was moved
 * to, and is gone from the other, is gone from the merge. Lines of a few marks, which anything may have, do not count.
 *
 * Returns such a line that would stay, or undefined.
 */
export function findLeftOver({ base, mine, next, result }: MergedTexts): string | undefined {
  const [inBase, inMine, inNext, inResult] = [base, mine, next, result].map(countLines) as [
    Counts,
    Counts,
    Counts,
    Counts,
  ];
  for (const [line, count] of inBase) {
    if (count !== 1 || !inResult.has(line)) continue;
    const [own, theirs] = [inMine.get(line) ?? 0, inNext.get(line) ?? 0];
    if (Math.min(own, theirs) > 0 || Math.max(own, theirs) > 1) continue;
    const remover = own === 0 ? mine : next;
    if (!plain(remover).includes(plain(line))) return line;
  }
  return undefined;
}

/** Finds a line that the user added to the base and that is nowhere in the merge, undefined where there is none. */
export function findLost({
  base,
  mine,
  result,
}: Pick<MergedTexts, 'base' | 'mine' | 'result'>): string | undefined {
  const [inBase, inResult] = [countLines(base), countLines(result)];
  for (const line of countLines(mine).keys()) {
    if (!inBase.has(line) && !inResult.has(line) && !plain(result).includes(plain(line))) return line;
  }
  return undefined;
}

/** A text without what layout may break or bind. */
function plain(text: string): string {
  return text.replaceAll(/['`]/g, '"').replaceAll(/[,;\s]+/g, '');
}

type Counts = ReadonlyMap<string, number>;

/** Counts lines without what a formatter may change in them. */
function countLines(text: string): Counts {
  const long = text.split('\n').filter((line) => line.length >= 20);
  return countEach(long.map(plainLine).filter((words) => words.length >= 20));
}
