import { describe, expect, it } from '@jest/globals';
import { joinRegions, mergeText } from '../../../../lib/plan/merge/index.ts';
import type { OutlinePart } from '../../../../lib/plan/merge/index.ts';

/** A part a line; `nameOf` says what the line is called. */
const lines =
  (nameOf: (line: string) => string) =>
  (text: string): OutlinePart[] =>
    text
      .split('\n')
      .flatMap((line, row) =>
        line === '' ? [] : [{ kind: 'line', name: nameOf(line), start: row, end: row + 1 }],
      );

const unexpected = (problem: string): never => {
  throw new Error(problem);
};

const merge = (base: string, mine: string, next: string, nameOf: (line: string) => string) =>
  mergeText({ path: 'a.ini', base, mine, next, parts: { read: lines(nameOf), tell: unexpected } });

const base = 'id=uuid\ntitle=str\nend\n';
const next = 'id=uuid\ntitle=text\nend\n';

describe.each([
  ['has no name', () => ''],
  ['is called as its text', (line: string) => line.trim()],
])('a part that %s', (_, nameOf) => {
  it.each([
    ['deleted', 'id=uuid\nend\n'],
    ['edited', 'id=uuid\ntitle=mine\nend\n'],
  ])('is a conflict where one side has %s what the other changes', async (_change, mine) => {
    expect((await merge(base, mine, next, nameOf)).conflicts).toBe(1);
  });
});

describe('a part with a name', () => {
  const keyOf = (line: string) => line.split('=')[0]!;

  it('is found where it was moved', async () => {
    const outcome = await merge(base, 'title=str\nid=uuid\nend\n', next, keyOf);
    expect(joinRegions(outcome, 'mine')).toBe('title=text\nid=uuid\nend\n');
  });

  it('is a conflict where both sides change it', async () => {
    expect((await merge(base, 'id=uuid\ntitle=mine\nend\n', next, keyOf)).conflicts).toBe(1);
  });

  it('stands beside one that the other side adds at its place', async () => {
    const outcome = await merge(base, `${base}own=1\n`, `${base}added=2\n`, keyOf);
    expect([outcome.conflicts, joinRegions(outcome, 'mine')]).toEqual([0, `${base}added=2\nown=1\n`]);
  });
});
