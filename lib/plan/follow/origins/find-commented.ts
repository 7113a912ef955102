import { withoutComments } from '../../code/comment-marks.ts';
import { namesInCode } from '../../code/line-names.ts';
import { groupBy } from '../../group-by.ts';
import { plainLine } from '../../lines/match-lines.ts';
import type { TakenOut } from './taken-out.ts';

/**
 * Finds lines of the base that the user moved and put a comment beside, or took one away from; of several that are alike,
 * the first is taken.
 *
 * @param path tells what a comment is
 * @param gone the lines of the base that are not there any more
 * @param own the user's lines that may be one of them
 */
export function findCommented(
  path: string,
  base: readonly string[],
  mine: readonly string[],
  gone: readonly number[],
  own: readonly number[],
): TakenOut[] {
  const rowsOf = groupBy(gone, (row) => plainLine(withoutComments(path, base[row]!)));
  return own.flatMap((inMine) => {
    const code = withoutComments(path, mine[inMine]!);
    const row = /\w/.test(code) ? rowsOf.get(plainLine(code))?.shift() : undefined;
    if (row === undefined) return [];
    const [old, now] = [base[row]!, mine[inMine]!].map((line) => namesInCode(path, line));
    if (old!.length !== now!.length) return [];
    return [{ row, inMine, columns: now!.map(({ at }, index) => [at, old![index]!.at] as const) }];
  });
}
