import { joinRegions, type ConflictChoice, type MergeOutcome } from '../../plan/merge/regions.ts';
import { formatDiff } from '../format-diff.ts';
import type { PaintLine } from '../paint-syntax.ts';
import type { ConflictScreen } from './settle-conflicts.ts';

const keys = [
  { key: 'm', label: 'mine' },
  { key: 'n', label: 'new' },
  { key: 'b', label: 'both, mine first' },
  { key: 'e', label: 'edit' },
];

/** Lets the person choose for each conflicting hunk; gives the file's text, or null where they went back. */
export async function pickHunks(
  merge: MergeOutcome,
  screen: ConflictScreen,
  paint: PaintLine,
): Promise<string | null> {
  const hunks = merge.regions.filter((region) => region.kind === 'conflict');
  const choices: ConflictChoice[] = [];
  while (choices.length < hunks.length) {
    const at = choices.length;
    const hunk = hunks[at]!;
    const lines = formatDiff(
      { oldName: 'yours', newName: 'new', oldText: hunk.mine, newText: hunk.next },
      screen.colours,
      3,
      paint,
    );
    const label = hunk.label === undefined ? '' : `  ${hunk.label}`;
    screen.show([screen.colours.bold(`hunk ${at + 1} of ${hunks.length}${label}`), ...lines.slice(2)]);
    const answer = await screen.askKey('this hunk:', [...keys, { key: 'u', label: 'back' }]);
    if (answer === 'm') choices.push('mine');
    else if (answer === 'n') choices.push('next');
    else if (answer === 'b') choices.push('both');
    else if (answer === 'e') {
      const text = await screen.edit(hunk.mine + hunk.next, 'hunk');
      if (text !== null) choices.push({ text });
    } else if (at === 0) return null;
    else choices.pop();
  }
  return joinRegions(merge, (index) => choices[index]!);
}
