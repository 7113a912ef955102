import { expect, it } from '@jest/globals';
import { mergeTwoWay } from '../../../lib/plan/merge/index.ts';

it('merges equal lines, and makes each difference a conflict', () => {
  const { regions, conflicts } = mergeTwoWay('a\nmine\nb\nc\n', 'a\nnew\nb\nc\nmore\n');
  expect(regions).toEqual([
    { kind: 'merged', text: 'a\n', base: 'a\n' },
    { kind: 'conflict', base: '', mine: 'mine\n', next: 'new\n' },
    { kind: 'merged', text: 'b\nc\n', base: 'b\nc\n' },
    { kind: 'conflict', base: '', mine: '', next: 'more\n' },
  ]);
  expect(conflicts).toBe(2);
});

it.each([
  ['', '', 0],
  ['', 'a\n', 1],
  ['a\n', '', 1],
  ['a\nb\n', 'a\nb\n', 0],
  ['a\r\nb\r\n', 'a\nb\n', 0],
])('of %j and %j has %i conflicts', (mine, next, conflicts) => {
  expect(mergeTwoWay(mine, next).conflicts).toBe(conflicts);
});
