import { describe, expect, it } from '@jest/globals';
import { noDecision, type Decision } from '../../../../lib/cli/screen/review/decisions.ts';
import { reviewFile, type ReviewSegment } from '../../../../lib/cli/screen/review/review-file.ts';
import { mergeText, readMarked } from '../../../../lib/plan/merge/index.ts';
import type { MergeOutcome } from '../../../../lib/plan/merge/index.ts';
import type { Change } from '../../../../lib/plan/types.ts';

function conflictIn(
  disk: string,
  next: string,
  merge: MergeOutcome | null,
): { change: Change; decision: Decision } {
  const change: Change = {
    path: 'notes.txt',
    kind: 'conflict',
    backend: 'demo',
    base: null,
    disk: Buffer.from(disk),
    next: Buffer.from(next),
    binary: false,
    secret: false,
  };
  return { change, decision: noDecision({ change, merge, index: 1, total: 1 }) };
}

/** `= 1 a` alike, `- 1 a` as it is, `+ 1 a` as it will be, `< 1 a` mine and `> 1 a` new in a conflict, `* 1 a` its result. */
function draw(segments: readonly ReviewSegment[]): string[] {
  const lines = (mark: string, side: ReviewSegment['left'] = []): string[] =>
    side.map(({ number, html }) => `${mark} ${number} ${html}`);
  return segments.flatMap(({ kind, left, right, result }) => {
    if (kind === 'same') return lines('=', left);
    const [from, to] = kind === 'change' ? ['-', '+'] : ['<', '>'];
    return [...lines(from, left), ...lines(to, right), ...lines('*', result)];
  });
}

const base = 'a\nold\nb\nc\nd\n';
const next = 'new\na\nnext\nb\nd\n';

describe('a file on the review page', () => {
  it('shows what is merged beside a conflict, and never a kept edit as removed', async () => {
    const mine = 'a\nmine\nb\nc\nd\nkept\n';
    const merge = await mergeText({ path: 'notes.txt', base, mine, next });
    const { change, decision } = conflictIn(mine, next, merge);
    expect(draw(await reviewFile(change, decision))).toEqual([
      '+ 1 new', '= 1 a', '< 2 mine', '> 3 next', '= 3 b', '- 4 c', '= 5 d', '= 6 kept',
    ]); // prettier-ignore
    const both = { ...decision, choices: ['both' as const] };
    expect(draw(await reviewFile(change, both))).toContain('* 4 next');
  });

  it('shows line endings and a byte order mark as no change', async () => {
    const mine = '\uFEFFa\r\nmine\r\nb\r\nc\r\nd\r\n';
    const merge = await mergeText({ path: 'notes.txt', base, mine, next: base.replace('old', 'next') });
    const { change, decision } = conflictIn(mine, '', merge);
    expect(draw(await reviewFile(change, decision))).toEqual([
      '= 1 a', '< 2 mine', '> 2 next', '= 3 b', '= 4 c', '= 5 d',
    ]); // prettier-ignore
  });

  it('takes the markers of an earlier build for part of their conflict', async () => {
    const mine =
      'a\n<<<<<<< mine\nx\n||||||| written by dazzle last time\ny\n=======\nz\n>>>>>>> dazzle\nb\n';
    const { change, decision } = conflictIn(mine, 'a\nz\nb\n', readMarked(mine));
    expect(draw(await reviewFile({ ...change, why: 'pending' }, decision))).toEqual([
      '= 1 a', '< 3 x', '> 2 z', '= 9 b',
    ]); // prettier-ignore
  });

  it('shows a file in the way beside the new one, and as replaced only once that is chosen', async () => {
    const { change, decision } = conflictIn('mine\n', 'new\n', null);
    expect(draw(await reviewFile(change, decision))).toEqual(['< 1 mine', '> 1 new']);
    expect(draw(await reviewFile(change, { ...decision, whole: 'take' }))).toEqual(['- 1 mine', '+ 1 new']);
  });
});
