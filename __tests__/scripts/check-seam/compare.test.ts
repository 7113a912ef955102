import { expect, it } from '@jest/globals';

const { compareWithAllowed } = await import('../../../scripts/check-seam/compare.mjs' as string);

const twins = { key: 'twinRuns', title: 'twins', now: 3, target: 0 };

it.each([
  ['names a number above the allowed one', 2, [twins], []],
  ['names a number below the allowed one', 4, [], [twins]],
  ['is content with the allowed number', 3, [], []],
])('%s', (_, allowed, above, below) => {
  expect(compareWithAllowed([twins], { twinRuns: allowed })).toMatchObject({ above, below });
});

it('lays the numbers out below each other', () => {
  const circles = { key: 'circles', title: 'circles of imports', now: 12, target: 5 };
  expect(compareWithAllowed([twins, circles], { twinRuns: 3, circles: 120 }).table).toEqual([
    '                    now  allowed  target',
    'twins                 3        3       0',
    'circles of imports   12      120       5',
  ]);
});
