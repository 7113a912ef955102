import { expect, it } from '@jest/globals';
import type { HookReport } from '../lib/backend/types.ts';
import { failedHooks, statusOfBuild, statusOfDryRun } from '../lib/build-status.ts';
import type { Change } from '../lib/plan/types.ts';

const hook = (success: boolean) => ({ success }) as HookReport;
const change = (kind: Change['kind'], more: Partial<Change> = {}) => ({ kind, ...more }) as Change;

it('finds the hooks that failed', () => {
  const failed = hook(false);
  expect(failedHooks([hook(true), failed])).toEqual([failed]);
});

it.each([
  ['done', [], [hook(true)], false],
  ['incomplete', [], [hook(true), hook(false)], false],
  ['conflicts', ['a.py'], [hook(false)], false],
  ['error', ['a.py'], [hook(false)], true],
] as const)('a build is %s', (status, unsettled, hooks, hasFailed) => {
  expect(statusOfBuild(unsettled, hooks, hasFailed)).toBe(status);
});

it.each([
  ['done', [change('identical'), change('kept')], [], [hook(true)]],
  ['done', [change('create', { isLocal: true })], [], []],
  ['incomplete', [change('identical')], [], [hook(false)]],
  ['pending', [change('identical'), change('create')], [], [hook(false)]],
  ['conflicts', [change('create')], ['a.py'], [hook(false)]],
] as const)('a dry run is %s where its changes are %j', (status, changes, unsettled, hooks) => {
  expect(statusOfDryRun(changes, unsettled, hooks)).toBe(status);
});
