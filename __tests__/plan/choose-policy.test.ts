import { expect, it } from '@jest/globals';
import { choosePolicy } from '../../lib/plan/choose-policy.ts';
import type { PolicyRequest } from '../../lib/plan/choose-policy.ts';

const asked: PolicyRequest = { policy: 'ask', yes: false, interactive: true, byPath: [] };
const byPath = [
  { pattern: '*.css', policy: 'take' },
  { pattern: 'docs/', policy: 'ask' },
  { pattern: '*', policy: 'keep' },
] as const;

it.each<[string, PolicyRequest, string, string, boolean]>([
  ['asks where a person can be asked', asked, 'a.py', 'ask', false],
  ['fails where nobody can be asked', { ...asked, interactive: false }, 'a.py', 'fail', false],
  ['keeps under --yes', { ...asked, yes: true }, 'a.py', 'keep', false],
  [
    'does what was chosen, with --yes or without a terminal',
    { ...asked, policy: 'take', yes: true, interactive: false },
    'a.py',
    'take',
    false,
  ],
  [
    'does what dazzle.toml says of the path',
    { ...asked, policy: 'markers', byPath },
    'a/b.css',
    'take',
    true,
  ],
  ['takes the first pattern that fits', { ...asked, byPath }, 'docs/a.md', 'ask', true],
  ['takes the last pattern where no other fits', { ...asked, byPath }, 'a.py', 'keep', true],
  [
    'cannot ask as dazzle.toml says where nobody is there',
    { ...asked, interactive: false, byPath },
    'docs/a.md',
    'fail',
    false,
  ],
])('%s', async (_, request, path, policy, isStanding) => {
  expect((await choosePolicy(request))(path)).toEqual({ policy, isStanding });
});
