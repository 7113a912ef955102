import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../../../lib/cli/package-root.ts';
import { createReview } from '../../../../lib/cli/screen/review/review.ts';
import type { Review } from '../../../../lib/cli/screen/review/review.ts';
import { StoppedError } from '../../../../lib/diagnostics/diagnostic.ts';
import { mergeText } from '../../../../lib/plan/merge/index.ts';
import type { Change } from '../../../../lib/plan/types.ts';
import type { ConflictQuestion } from '../../../../lib/request.ts';

const base = 'a\n1\nb\n2\nc\n';
const next = 'a\nnew 1\nb\nnew 2\nc\n';

function change(path: string, disk: string | null, more: Partial<Change> = {}): Change {
  return {
    path,
    kind: 'conflict',
    why: 'edited',
    backend: 'demo',
    base: Buffer.from(base),
    disk: disk === null ? null : Buffer.from(disk),
    next: Buffer.from(next),
    binary: false,
    secret: false,
    ...more,
  };
}

async function ask(path: string, disk: string, isWhole = false): Promise<ConflictQuestion> {
  const merge = isWhole ? null : await mergeText({ path, base, mine: disk, next });
  return { change: change(path, disk), merge, index: 1, total: 1 };
}

const mine = 'a\nmine 1\nb\nmine 2\nc\n';
const made = change('made.txt', null, { kind: 'create' });

let stopping: AbortController;
let told: [address: string, isAgain: boolean][];
let review: Review;
beforeEach(() => {
  stopping = new AbortController();
  told = [];
  review = createReview({
    folder: join(packageRoot(), 'templates', 'review'),
    project: 'shop',
    announce: (...words) => void told.push(words),
    signal: stopping.signal,
  });
});
afterEach(() => review.close());

/** Shows a plan of the questions' files and of one that is created; resolves once the page is there. */
async function show(questions: readonly ConflictQuestion[]) {
  const count = told.length;
  const settled = review.settle([made, ...questions.map((each) => each.change)], questions);
  settled.catch(() => undefined);
  while (told.length === count) await new Promise((done) => setTimeout(done, 1));
  return { settled };
}

interface Overview {
  readonly round: number;
  readonly revision: number;
  readonly open: readonly { path: string; hunks: readonly number[] }[];
  readonly notice: unknown;
  readonly changes: readonly { path: string; kind: string; conflict: unknown }[];
}

async function get<T = Overview>(name: string): Promise<T> {
  return (await (await fetch(told[0]![0] + name)).json()) as T;
}

async function post(name: string, body: unknown): Promise<{ status: number; error?: string }> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(told[0]![0] + name, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Confirms the build as the page does: with the state that it shows. */
async function build() {
  const { round, revision, open } = await get('overview');
  return post('build', { round, revision, open });
}

describe('a review', () => {
  it('shows every change, and what is open of its conflicts', async () => {
    await show([await ask('a.txt', mine), await ask('b.txt', 'mine\n', true)]);
    const { changes, open, ...rest } = await get('overview');
    expect(rest).toEqual({ project: 'shop', round: 1, revision: 0, isBuilding: false, notice: null });
    expect(changes.map(({ path, kind, conflict }) => [path, kind, conflict !== null])).toEqual([
      ['made.txt', 'create', false],
      ['a.txt', 'conflict', true],
      ['b.txt', 'conflict', true],
    ]);
    expect(open).toEqual([
      { path: 'a.txt', hunks: [1, 2] },
      { path: 'b.txt', hunks: [] },
    ]);
  });

  it('shows one file with its segments, and none that is not in the plan', async () => {
    await show([await ask('a.txt', mine)]);
    const { segments } = await get<{ segments: { kind: string; mine?: string; next?: string }[] }>(
      'file?path=a.txt',
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['same', 'conflict', 'same', 'conflict', 'same']);
    expect(segments[1]).toMatchObject({ mine: 'mine 1\n', next: 'new 1\n' });
    expect(await get('file?path=c.txt')).toEqual({ error: 'no such file in this plan' });
  });

  it('gives the settlements in the order of the conflicts, once the build is confirmed', async () => {
    const { settled } = await show([await ask('a.txt', mine), await ask('b.txt', 'mine\n', true)]);
    await post('settle', { path: 'b.txt', whole: 'take' });
    await post('settle', { path: 'a.txt', hunk: 0, choice: 'next' });
    await post('settle', { path: 'a.txt', hunk: 1, choice: { text: 'typed\n' } });
    expect((await get('overview')).open).toEqual([]);
    expect((await build()).status).toBe(200);
    expect(await settled).toEqual([{ kind: 'merged', text: 'a\nnew 1\nb\ntyped\nc\n' }, { kind: 'take' }]);
  });

  it.each<[string, object, string]>([
    ['for no conflict', { path: 'made.txt', whole: 'keep' }, 'this file has no conflict'],
    ['for no path', {}, 'this file has no conflict'],
    ['of another kind', { path: 'a.txt', whole: 'burn' }, 'choose keep, take or later'],
    [
      'for a hunk that is not there',
      { path: 'a.txt', hunk: 9, choice: 'mine' },
      'there are 2 hunks in this file',
    ],
  ])('refuses a choice %s', async (_, request, error) => {
    await show([await ask('a.txt', mine)]);
    expect(await post('settle', request)).toEqual({ status: 400, error });
  });

  it('refuses a build that does not name what stays open, or names what no longer does', async () => {
    await show([await ask('a.txt', mine)]);
    const seen = await get('overview');
    expect(await post('build', {})).toMatchObject({
      status: 409,
      error: 'confirm what stays open before the build',
    });
    await post('settle', { path: 'a.txt', hunk: 0, choice: 'mine' });
    expect(await post('build', seen)).toMatchObject({
      status: 409,
      error: 'what stays open has changed since it was confirmed',
    });
    expect((await build()).status).toBe(200);
    expect(await build()).toMatchObject({ status: 409, error: 'the build has begun' });
    expect(await post('settle', { path: 'a.txt', hunk: 0, choice: 'next' })).toMatchObject({
      status: 400,
      error: 'the build has begun',
    });
  });

  it.each<[string, () => unknown]>([
    ['presses "Close"', () => post('close', {})],
    ['stops the command', () => stopping.abort()],
  ])('writes nothing where the person %s', async (_, act) => {
    const { settled } = await show([await ask('a.txt', mine)]);
    await act();
    await expect(settled).rejects.toThrow(StoppedError);
  });

  it('does not begin where the command is stopped already', async () => {
    stopping.abort();
    await expect(review.settle([made], [])).rejects.toThrow(StoppedError);
    expect(told).toEqual([]);
  });
});

describe('a plan that is made again', () => {
  it('is on the same page, with the decisions that still fit, and tells what changed', async () => {
    const { settled } = await show([await ask('a.txt', mine), await ask('b.txt', mine)]);
    await post('settle', { path: 'a.txt', hunk: 0, choice: 'next' });
    await post('settle', { path: 'b.txt', hunk: 0, choice: { text: 'typed\n' } });
    const following = get('round?after=1');
    await build();
    await settled;
    const second = await show([await ask('a.txt', mine.replace('mine 2', 'other 2'))]);
    expect(told.map(([, isAgain]) => isAgain)).toEqual([false, true]);
    const { round, revision, notice, open } = await following;
    expect([round, revision, open]).toEqual([2, 0, [{ path: 'a.txt', hunks: [2] }]]);
    expect(notice).toMatchObject({
      changed: ['a.txt'],
      unused: [{ path: 'b.txt', texts: ['typed\n'] }],
    });
    await build();
    expect(await second.settled).toEqual([{ kind: 'partly', choices: ['next', null] }]);
  });
});
