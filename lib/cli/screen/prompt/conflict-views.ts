import { joinRegions } from '../../../plan/merge/index.ts';
import type { ConflictQuestion } from '../../../request.ts';
import { formatDiff } from '../diff/format-diff.ts';
import { formatOpen } from '../diff/format-open.ts';
import type { PaintLine } from '../diff/paint-syntax.ts';
import { hangText } from '../text.ts';
import type { ConflictScreen } from './conflict-screen.ts';

/** What the build does to the file, then what you changed, what is new, and what taking the new one does. */
export function showDiff(
  question: ConflictQuestion,
  turn: number,
  { colours, width }: ConflictScreen,
  paint: PaintLine,
): string[] {
  const { change } = question;
  const views = viewsOf(question);
  const { title, from, to, names } = views[turn % views.length]!;
  const texts = { oldName: names[0], newName: names[1], oldText: decode(from), newText: decode(to) };
  const diff = formatDiff(texts, colours, 3, paint);
  const others = views.length > 1 ? `; d again: ${views[(turn + 1) % views.length]!.title}` : '';
  return [
    ...hangText('', `${title}${others}`, width, 2).map((line) => colours.dim(line)),
    ...(diff.length === 0 ? [`--- ${names[0]}`, `+++ ${names[1]}`, colours.dim('(the same)')] : diff),
    ...(to === change.after ? formatOpen(change, colours, width) : []),
  ];
}

interface View {
  readonly title: string;
  readonly from: Uint8Array | null;
  readonly to: Uint8Array | null | undefined;
  readonly names: readonly [from: string, to: string];
}

/** The comparisons behind `d`. An edit that taking the new one keeps is kept in the last, too. */
function viewsOf({ change, merge }: ConflictQuestion): View[] {
  const { base, disk, next, after = disk } = change;
  const isMerged = merge !== null && change.why !== 'pending';
  const taken = isMerged ? Buffer.from(joinRegions(merge, 'next')) : next;
  const sinceBase: View[] =
    base === null
      ? []
      : [
          { title: 'what you changed', from: base, to: disk, names: ['before', 'yours'] },
          { title: 'what the build changed', from: base, to: next, names: ['before', 'new'] },
        ];
  return [
    {
      title: 'what the build does while your lines stay',
      from: disk,
      to: after,
      names: ['yours', 'after the build'],
    },
    ...sinceBase,
    { title: 'what t does: the new one is taken', from: disk, to: taken, names: ['yours', 'new'] },
  ];
}

function decode(bytes: Uint8Array | null | undefined): string | null {
  return bytes === null || bytes === undefined
    ? null
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
