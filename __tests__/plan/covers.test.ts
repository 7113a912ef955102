import { expect, it } from '@jest/globals';
import { covers } from '../../lib/plan/covers.ts';

it.each([
  ['apps/shop', 'apps/shop', true],
  ['apps/shop', 'apps/shop/a.py', true],
  ['apps/shop/', 'apps/shop/a/b.py', true],
  ['apps/shop', 'apps/shopping/a.py', false],
  ['apps/shop/a.py', 'apps/shop', false],
])('that %s covers %s is %s', (named, path, expected) => {
  expect(covers(named, path)).toBe(expected);
});
