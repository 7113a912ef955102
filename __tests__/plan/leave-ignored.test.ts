import { expect, it } from '@jest/globals';
import { leaveIgnored } from '../../lib/plan/leave-ignored.ts';
import type { BaseEntry } from '../../lib/plan/types.ts';

const found = new Map([['new.py', { path: 'old.py' } as BaseEntry]]);
const names = (list: readonly string[]) => (path: string) => list.includes(path);

it.each([
  ['moves a file that is not ignored', [], [], ['new.py'], []],
  [
    'moves nothing from an ignored path, and says that the new one starts anew',
    ['old.py'],
    [],
    [],
    ['DZL428'],
  ],
  ['says nothing of it where the new path is known', ['old.py'], ['new.py'], [], []],
  ['moves nothing to an ignored path', ['new.py'], [], [], []],
  ['says nothing where both are ignored', ['old.py', 'new.py'], [], [], []],
])('%s', (_, ignored, known, moved, codes) => {
  const { pairs, diagnostics } = leaveIgnored(found, names(ignored), names(known));
  expect([[...pairs.keys()], diagnostics.map(({ code }) => code)]).toEqual([moved, codes]);
});
