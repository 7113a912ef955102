import { expect, it } from '@jest/globals';

const { shareOfSharedTokens } = await import('../../../scripts/check-seam/shared-tokens.mjs' as string);

/** A call with five tokens an argument and three around them. */
const call = (name: string, given: number): string =>
  `${name}(${Array.from({ length: given }, (_, at) => `${name}.p${at}()`).join(',')})`;

const share = (left: string, right: string): number =>
  shareOfSharedTokens([{ file: 'a.ts', text: left }], [{ file: 'b.ts', text: right }]);

it.each([
  ['all of what differs in names only', call('one', 9), call('two', 9), 1],
  ['none of what is shorter than 30 tokens', call('one', 4), call('two', 4), 0],
  ['none of what is told otherwise', call('one', 9), `if(${'!'.repeat(60)}one){}`, 0],
  ['none of nothing', '', '', 0],
])('is %s', (_, left, right, expected) => {
  expect(share(left, right)).toBe(expected);
});

it('is the part of both sides that the other has too', () => {
  const shared = call('one', 9);
  expect(share(shared, `${shared};while(!a){}`)).toBeCloseTo(0.92, 1);
});
