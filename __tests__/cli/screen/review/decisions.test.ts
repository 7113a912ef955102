import { describe, expect, it } from '@jest/globals';
import {
  carryDecision,
  noDecision,
  openIn,
  decide,
  settlementOf,
  unusedTexts,
  type Decision,
} from '../../../../lib/cli/screen/review/decisions.ts';
import { mergeText } from '../../../../lib/plan/merge/index.ts';
import type { ConflictQuestion } from '../../../../lib/request.ts';

const base = 'a\n1\nb\n2\nc\n3\nd\n';
const next = base.replaceAll(/\d/g, 'new $&');
const mine = base.replaceAll(/\d/g, 'mine $&');

async function ask(disk: string, isWhole = false): Promise<ConflictQuestion> {
  const merge = isWhole ? null : await mergeText({ path: 'notes.txt', base, mine: disk, next });
  const change = {
    path: 'notes.txt',
    kind: 'conflict' as const,
    why: isWhole ? ('foreign' as const) : ('edited' as const),
    backend: 'demo',
    base: Buffer.from(base),
    disk: Buffer.from(disk),
    next: Buffer.from(next),
    binary: false,
    secret: false,
  };
  return { change, merge, index: 1, total: 1 };
}

function decided(decision: Decision, ...requests: readonly object[]): Decision {
  return requests.reduce<Decision>((last, request) => {
    const settled = decide(last, request);
    if (typeof settled === 'string') throw new Error(settled);
    return settled;
  }, decision);
}

describe('a decision of a conflict', () => {
  it('settles the chosen hunks and leaves the others for later', async () => {
    const none = noDecision(await ask(mine));
    expect([openIn(none)?.hunks, settlementOf(none)]).toEqual([[1, 2, 3], { kind: 'later' }]);
    const some = decided(none, { hunk: 0, choice: 'next' }, { hunk: 2, choice: { text: 'typed' } });
    expect(openIn(some)).toEqual({ path: 'notes.txt', hunks: [2] });
    expect(settlementOf(some)).toEqual({ kind: 'partly', choices: ['next', null, { text: 'typed' }] });
    const all = decided(some, { hunk: 1, choice: 'both' });
    expect(openIn(all)).toBeNull();
    expect(settlementOf(all)).toEqual({
      kind: 'merged',
      text: 'a\nnew 1\nb\nmine 2\nnew 2\nc\ntyped\nd\n',
    });
  });

  it.each([
    [{ whole: 'markers' }],
    [{ hunk: 3, choice: 'mine' }],
    [{ hunk: '0', choice: 'mine' }],
    [{ hunk: 0, choice: 'theirs' }],
    [{ hunk: 0, choice: { text: 7 } }],
    [{}],
  ])('refuses %j', async (request) => {
    expect(typeof decide(noDecision(await ask(mine)), request)).toBe('string');
  });

  it('counts a file left for later as open, with all its hunks', async () => {
    const later = decided(noDecision(await ask(mine)), { hunk: 0, choice: 'mine' }, { whole: 'later' });
    expect(openIn(later)?.hunks).toEqual([1, 2, 3]);
    const foreign = noDecision(await ask(mine, true));
    expect(openIn(decided(foreign, { whole: 'later' }))?.hunks).toEqual([]);
    expect(openIn(decided(foreign, { whole: 'keep' }))).toBeNull();
  });

  it('keeps typed text at hand when another choice takes its place', async () => {
    const typed = decided(noDecision(await ask(mine)), { hunk: 1, choice: { text: 'typed' } });
    expect(decided(typed, { hunk: 1, choice: 'mine' }).drafts).toEqual([null, 'typed', null]);
    const kept = decided(typed, { whole: 'keep' });
    expect(unusedTexts(kept)).toEqual([2]);
    expect(decided(kept, { hunk: 0, choice: 'next' })).toMatchObject({
      choices: ['next', 'mine', 'mine'],
      drafts: [null, 'typed', null],
    });
  });
});

describe('a decision whose plan is made again', () => {
  it('stays with the hunks that are as they were, wherever they stand', async () => {
    const before = decided(
      noDecision(await ask(mine)),
      { hunk: 0, choice: 'next' },
      { hunk: 2, choice: 'mine' },
    );
    const moved = carryDecision(before, await ask(`first\n${mine}`));
    expect([moved.isAskedAgain, moved.hunks, moved.decision.choices]).toEqual([
      false,
      [],
      ['next', null, 'mine'],
    ]);
    const fewer = carryDecision(before, await ask(mine.replace('mine 2', '2')));
    expect([fewer.isAskedAgain, fewer.decision.choices]).toEqual([false, ['next', 'mine']]);
  });

  it('is asked again where its hunk changed, with the typed text at hand', async () => {
    const before = decided(
      noDecision(await ask(mine)),
      { hunk: 0, choice: 'next' },
      { hunk: 1, choice: { text: 'typed' } },
    );
    const carried = carryDecision(before, await ask(mine.replace('mine 2', 'mine two')));
    expect(carried).toMatchObject({ isAskedAgain: true, hunks: [2], texts: [] });
    expect(carried.decision).toMatchObject({ choices: ['next', null, null], drafts: [null, 'typed', null] });
    const gone = carryDecision(before, await ask(mine.replace('mine 2', '2')));
    expect(gone.texts).toEqual(['typed']);
  });

  it('keeps a choice for a whole file in the hunks that are as they were', async () => {
    const before = decided(noDecision(await ask(mine)), { whole: 'keep' });
    expect(carryDecision(before, await ask(`first\n${mine}`)).decision.whole).toBe('keep');
    const carried = carryDecision(before, await ask(mine.replace('mine 2', 'mine two')));
    expect([carried.isAskedAgain, carried.decision.whole, carried.decision.choices]).toEqual([
      true,
      null,
      ['mine', null, 'mine'],
    ]);
  });

  it('is asked again where a file that is asked about as a whole changed', async () => {
    const before = decided(noDecision(await ask(mine, true)), { whole: 'take' });
    expect(carryDecision(before, await ask(mine, true)).decision.whole).toBe('take');
    const carried = carryDecision(before, await ask(`${mine}more\n`, true));
    expect([carried.isAskedAgain, carried.decision.whole]).toEqual([true, null]);
  });
});
