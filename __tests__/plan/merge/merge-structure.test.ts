import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeText } from '../../../lib/plan/merge/merge-text.ts';
import { joinBase, joinRegions } from '../../../lib/plan/merge/regions.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const value = fc.constantFrom('1', '2', '"x"', '[1, 2]', '[1, 2, 3]', 'f(1)', 'f(1, k=2)', 'f(3, k=2)');

const field = fc.tuple(name, value).map(([key, of]) => ({ key, lines: [`    ${key} = ${of}`] }));
const method = fc
  .tuple(name, fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 }))
  .map(([key, body]) => ({
    key: `def ${key}`,
    lines: [`    def ${key}(self):`, ...body.map(([local, of]) => `        ${local} = ${of}`)],
  }));
const member = fc.oneof(field, method);
const python = fc
  .uniqueArray(
    fc.tuple(name, fc.uniqueArray(member, { selector: ({ key }) => key, minLength: 1, maxLength: 5 })),
    {
      selector: ([key]) => key,
      maxLength: 3,
    },
  )
  .map((classes) =>
    classes
      .map(([key, members]) =>
        [`class ${key.toUpperCase()}:`, ...members.flatMap(({ lines }) => lines), ''].join('\n'),
      )
      .join('\n'),
  );

const entry = fc.tuple(name, fc.constantFrom(1, 'x', [1, 2], { p: 1 }, { p: 1, q: 2 }));
const json = fc
  .array(entry, { maxLength: 5 })
  .map((entries) => `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);

describe.each([
  ['Python', 'a.py', python],
  ['JSON', 'a.json', json],
] as const)('merging any three versions of %s', (_, path, text) => {
  it('holds the next version in the base of its regions', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, mine, next) => {
        const outcome = await mergeText({ path, base, mine, next });
        expect(joinBase(outcome, () => true)).toBe(next);
      }),
      { numRuns: 60 },
    );
  });

  it('lists the same conflicts when the result is merged again with the base that was kept', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, mine, next) => {
        const first = await mergeText({ path, base, mine, next });
        const kept = joinRegions(first, 'mine');
        const again = await mergeText({ path, base: joinBase(first), mine: kept, next });
        expect([joinRegions(again, 'mine'), again.conflicts > 0]).toEqual([kept, first.conflicts > 0]);
      }),
      { numRuns: 60 },
    );
  });
});
