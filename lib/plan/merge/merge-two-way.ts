import { splitLines } from '../lines/line-changes.ts';
import { matchLines } from '../lines/match-lines.ts';
import { readStyle } from '../lines/text-style.ts';
import { countConflicts } from './regions.ts';
import type { MergeOutcome, MergeRegion } from './regions.ts';

/** Sets two texts without a common ancestor side by side: equal lines are merged, each difference is a conflict. */
export function mergeTwoWay(mineText: string, nextText: string): MergeOutcome {
  const mine = readStyle(mineText);
  const next = readStyle(nextText);
  const mineLines = splitLines(mine.text);
  const nextLines = splitLines(next.text);
  const regions: MergeRegion[] = [];
  let inMine = 0;
  let inNext = 0;
  const pushDifference = (toMine: number, toNext: number): void => {
    const own = mineLines.slice(inMine, toMine).join('');
    const new_ = nextLines.slice(inNext, toNext).join('');
    if (own !== '' || new_ !== '') regions.push({ kind: 'conflict', base: '', mine: own, next: new_ });
  };
  for (const [atMine, atNext, length] of matchLines(mineLines, nextLines)) {
    pushDifference(atMine, atNext);
    const text = mineLines.slice(atMine, atMine + length).join('');
    if (text !== '') regions.push({ kind: 'merged', text, base: text });
    inMine = atMine + length;
    inNext = atNext + length;
  }
  pushDifference(mineLines.length, nextLines.length);
  const conflicts = countConflicts(regions);
  return { mergedBy: 'line', regions, conflicts, style: mine.style, baseStyle: next.style };
}
