import { StoppedError } from '../../../diagnostics/diagnostic.ts';
import { joinRegions, type ConflictChoice, type MergeOutcome } from '../../../plan/merge/index.ts';
import type { Settlement } from '../../../plan/types.ts';
import { formatDiff } from '../diff/format-diff.ts';
import type { PaintLine } from '../diff/paint-syntax.ts';
import type { KeyChoice } from './ask-key.ts';
import { listKeys, type ConflictScreen } from './conflict-screen.ts';

const keys: readonly KeyChoice[] = [
  { key: 'm', label: 'mine' },
  { key: 'n', label: 'new' },
  { key: 'b', label: 'both, mine first' },
  { key: 'e', label: 'edit it in the editor, mine above new' },
  { key: 's', label: 'later: mine stays for now, the other hunks are settled' },
  { key: 'u', label: 'back to the hunk before, or to the whole file' },
  { key: 'q', label: 'stop; nothing is written' },
  { key: '?', label: 'this help' },
];

/**
 * Lets the person choose for each conflicting hunk; null where they went back to the whole file.
 * @throws StoppedError on `q`: nothing has been written.
 */
export async function pickHunks(
  merge: MergeOutcome,
  screen: ConflictScreen,
  paint: PaintLine,
): Promise<Settlement | null> {
  const hunks = merge.regions.filter((region) => region.kind === 'conflict');
  const choices: (ConflictChoice | null)[] = [];
  let shown = -1;
  while (choices.length < hunks.length) {
    const at = choices.length;
    const { mine, next, label } = hunks[at]!;
    if (shown !== at) showHunk(`${at + 1} of ${hunks.length}${label === undefined ? '' : `  ${label}`}`);
    shown = at;
    const answer = await screen.askKey('this hunk:', keys);
    if (answer === 'm') choices.push('mine');
    else if (answer === 'n') choices.push('next');
    else if (answer === 'b') choices.push('both');
    else if (answer === 's') choices.push(null);
    else if (answer === 'q') throw new StoppedError();
    else if (answer === '?') screen.show(listKeys(keys, screen));
    else if (answer === 'e') {
      const text = await screen.edit(mine + next, 'hunk');
      if (text === null) screen.show(['nothing was changed in the editor']);
      else choices.push({ text });
    } else if (at === 0) return null;
    else choices.pop();

    function showHunk(title: string): void {
      const versions = { oldName: 'yours', newName: 'new', oldText: mine, newText: next };
      const [, , ...lines] = formatDiff(versions, screen.colours, 3, paint);
      const { bold, red, green } = screen.colours;
      screen.show([bold(`hunk ${title}`), `${red('- yours')}  ${green('+ new')}`, ...lines]);
    }
  }
  return settlementOf(merge, choices);
}

function settlementOf(merge: MergeOutcome, choices: readonly (ConflictChoice | null)[]): Settlement {
  if (choices.every((choice) => choice === null)) return { kind: 'later' };
  if (choices.includes(null)) return { kind: 'partly', choices };
  return { kind: 'merged', text: joinRegions(merge, (index) => choices[index]!) };
}
