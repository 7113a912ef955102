import { expect, it } from '@jest/globals';
import { markOpen } from '../../lib/plan/mark-open.ts';
import type { Change, SettledPlan } from '../../lib/plan/types.ts';

const text = Buffer.from('x\n');

const change = (path: string, more: Partial<Change> = {}): Change => ({
  path,
  kind: 'update',
  backend: 'demo',
  base: text,
  disk: text,
  next: text,
  binary: false,
  secret: false,
  ...more,
});

const settled = (changes: readonly Change[], unsettled: readonly string[] = []) =>
  ({ changes, unsettled }) as unknown as SettledPlan;

it('leaves a plan alone where every path was written', () => {
  const plan = settled([change('a.py')]);
  expect(markOpen(plan, [])).toBe(plan);
});

it.each<[string, Partial<Change>, Partial<Change>]>([
  ['edited, where dazzle wrote it before', {}, { why: 'edited', hunks: 1 }],
  ['foreign, where dazzle did not', { kind: 'create', base: null }, { why: 'foreign', hunks: 1 }],
  ['orphaned, where it was to be deleted', { kind: 'delete', next: null }, { why: 'orphaned', hunks: 1 }],
  [
    'as it was, where it was a conflict before',
    { kind: 'conflict', why: 'pending', hunks: 3 },
    { why: 'pending', hunks: 3 },
  ],
  ['without a reason, where it had none', { kind: 'conflict' }, { hunks: 1 }],
])('makes a path that was saved a conflict: %s', (_, before, after) => {
  const { changes } = markOpen(settled([change('a.py', before), change('b.py')]), ['a.py']);
  expect(changes).toEqual([{ ...change('a.py', before), kind: 'conflict', ...after }, change('b.py')]);
});

it('makes a rename a conflict whose old path was saved', () => {
  const renamed = change('new.py', { kind: 'rename', from: 'old.py' });
  expect(markOpen(settled([renamed]), ['old.py']).changes[0]).toMatchObject({
    kind: 'conflict',
    from: 'old.py',
  });
});

it('lists each unsettled path once, sorted', () => {
  expect(markOpen(settled([], ['b.py', 'c.py']), ['c.py', 'a.py']).unsettled).toEqual([
    'a.py',
    'b.py',
    'c.py',
  ]);
});
