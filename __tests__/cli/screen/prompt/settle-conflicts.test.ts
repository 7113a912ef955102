import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import type { ConflictScreen } from '../../../../lib/cli/screen/prompt/conflict-screen.ts';
import { keysFor, settleConflicts } from '../../../../lib/cli/screen/prompt/settle-conflicts.ts';
import { StoppedError } from '../../../../lib/diagnostics/diagnostic.ts';
import { mergeText, joinRegions } from '../../../../lib/plan/merge/index.ts';
import type { Change } from '../../../../lib/plan/types.ts';
import type { ConflictQuestion } from '../../../../lib/request.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

const change = (path: string, more: Partial<Change> = {}): Change => ({
  path,
  kind: 'conflict',
  why: 'edited',
  backend: 'demo',
  base: bytes('a = 1\nb = 1\n'),
  disk: bytes('a = 2\nb = 1\n'),
  next: bytes('a = 3\nb = 1\n'),
  binary: false,
  secret: false,
  ...more,
});

async function edited(path: string, index: number, total: number): Promise<ConflictQuestion> {
  const merge = await mergeText({
    path,
    base: 'a = 1\nb = 1\n',
    mine: 'a = 2\nb = 1\n',
    next: 'a = 3\nb = 1\n',
  });
  return { change: change(path), merge, index, total };
}

const foreign: ConflictQuestion = {
  change: change('x.txt', { why: 'foreign', base: null }),
  merge: null,
  index: 1,
  total: 1,
};

/** A person who presses these keys, and types this text in the editor. */
function person(keys: string, text: string | null = null): ConflictScreen & { readonly shown: string[] } {
  const left = [...keys];
  const shown: string[] = [];
  return {
    shown,
    colours: pc.createColors(false),
    width: 80,
    askKey: async (_, choices) => {
      const key = left.shift();
      if (key === undefined) throw new Error('no key is left');
      if (!choices.some((choice) => choice.key === key)) throw new Error(`"${key}" is not offered`);
      return key;
    },
    show: (lines) => shown.push(...lines),
    edit: async () => text,
  };
}

describe('settling conflicts', () => {
  it.each([
    ['k', { kind: 'keep' }],
    ['t', { kind: 'take' }],
    ['c', { kind: 'markers' }],
    ['s', { kind: 'later' }],
    ['i', { kind: 'ignore' }],
    ['ddd?mk', { kind: 'keep' }],
  ])('%s settles a conflict as %j', async (keys, settlement) => {
    expect(await settleConflicts([await edited('a.py', 1, 1)], person(keys))).toEqual([settlement]);
  });

  it('K and T settle it and all that remain alike', async () => {
    const three = [await edited('a.py', 1, 3), await edited('b.py', 2, 3), await edited('c.py', 3, 3)];
    expect(await settleConflicts(three, person('tK'))).toEqual([
      { kind: 'take' },
      { kind: 'keep' },
      { kind: 'keep' },
    ]);
    expect(await settleConflicts(three, person('T'))).toEqual([
      { kind: 'take' },
      { kind: 'take' },
      { kind: 'take' },
    ]);
  });

  it('u goes back to the conflict before, and its answer is forgotten', async () => {
    const two = [await edited('a.py', 1, 2), await edited('b.py', 2, 2)];
    expect(await settleConflicts(two, person('kutk'))).toEqual([{ kind: 'take' }, { kind: 'keep' }]);
  });

  it('q stops', async () => {
    await expect(settleConflicts([await edited('a.py', 1, 1)], person('q'))).rejects.toThrow(StoppedError);
  });

  it('h picks hunk by hunk: mine, new, both, or edited', async () => {
    const one = [await edited('a.py', 1, 1)];
    expect(await settleConflicts(one, person('hm'))).toEqual([{ kind: 'merged', text: 'a = 2\nb = 1\n' }]);
    expect(await settleConflicts(one, person('hn'))).toEqual([{ kind: 'merged', text: 'a = 3\nb = 1\n' }]);
    expect(await settleConflicts(one, person('hb'))).toEqual([
      { kind: 'merged', text: 'a = 2\na = 3\nb = 1\n' },
    ]);
    expect(await settleConflicts(one, person('he', 'a = 23\n'))).toEqual([
      { kind: 'merged', text: 'a = 23\nb = 1\n' },
    ]);
    expect(await settleConflicts(one, person('huk'))).toEqual([{ kind: 'keep' }]);
  });

  it('e takes the edited text, unless markers are left in it', async () => {
    const one = [await edited('a.py', 1, 1)];
    expect(await settleConflicts(one, person('e', 'a = 5\nb = 1\n'))).toEqual([
      { kind: 'merged', text: 'a = 5\nb = 1\n' },
    ]);
    const stubborn = person('ek', '<<<<<<< yours\na\n=======\nb\n>>>>>>> new\n');
    expect(await settleConflicts(one, stubborn)).toEqual([{ kind: 'keep' }]);
    expect(stubborn.shown).toContain('conflict markers are still in it: edit again, or choose another key');
  });

  it('shows what the build does, what you changed, what is new, and what taking it does, in turn', async () => {
    const reader = person('dddddk');
    await settleConflicts([await edited('a.py', 1, 1)], reader);
    const heads = reader.shown.filter((line) => /^(---|\+\+\+) /.test(line));
    expect(heads).toEqual([
      '--- yours',
      '+++ after the build',
      '--- before',
      '+++ yours',
      '--- before',
      '+++ new',
      '--- yours',
      '+++ new',
      '--- yours',
      '+++ after the build',
    ]);
  });

  it('never shows an edit as removed that is kept, not even where the new one is taken', async () => {
    const sides = {
      base: 'a = 1\nb = 1\nc = 1\nd = 1\n',
      mine: 'a = 2\nb = 1\nown = 1\nc = 1\nd = 1\n',
      next: 'a = 3\nb = 1\nc = 1\n',
    };
    const merge = await mergeText({ path: 'a.txt', ...sides });
    const after = bytes(joinRegions(merge, 'mine'));
    const own = { disk: bytes(sides.mine), base: bytes(sides.base), next: bytes(sides.next), after, merge };
    const reader = person('dddds');
    await settleConflicts([{ change: change('a.txt', own), merge, index: 1, total: 1 }], reader);
    const removed = reader.shown.filter((line) => /^-(?!--)/.test(line));
    expect(removed).not.toContain('-own = 1');
    expect(reader.shown.find((line) => line.includes('yours │'))).toBe('  yours │ a = 2');
  });

  it('h leaves single hunks for later, helps on ?, goes back on u, and stops on q', async () => {
    const three = 'a = 1\nx\ny\nz\nb = 1\nx\ny\nz\nc = 1\n';
    const [mine, next] = [three.replaceAll('1', '2'), three.replaceAll('1', '3')];
    const merge = await mergeText({ path: 'a.txt', base: three, mine, next });
    const question = { change: change('a.txt'), merge, index: 1, total: 1 };
    const settle = (keys: string) => settleConflicts([question], person(keys));
    expect(await settle('hmsn')).toEqual([{ kind: 'partly', choices: ['mine', null, 'next'] }]);
    expect(await settle('hsss')).toEqual([{ kind: 'later' }]);
    expect(await settle('hnunnn')).toEqual([{ kind: 'merged', text: next }]);
    expect(await settle('hnuuk')).toEqual([{ kind: 'keep' }]);
    await expect(settle('hnq')).rejects.toThrow(StoppedError);
    const reader = person('h?mmm');
    await settleConflicts([question], reader);
    expect(reader.shown).toContain('  s  later: mine stays for now, the other hunks are settled');
    expect(reader.shown.filter((line) => /^hunk \d of 3/.test(line))).toHaveLength(3);
  });

  it('offers no merge for a file that dazzle never wrote', () => {
    expect(keysFor(foreign, false).map(({ key }) => key)).toEqual([
      'k',
      't',
      'd',
      'e',
      's',
      'i',
      'K',
      'T',
      'q',
      '?',
    ]);
  });

  it('shows nothing of a binary file', () => {
    const binary = { ...foreign, change: change('x.png', { why: 'foreign', binary: true }) };
    expect(keysFor(binary, false).map(({ key }) => key)).toEqual(['k', 't', 's', 'i', 'K', 'T', 'q', '?']);
  });
});
