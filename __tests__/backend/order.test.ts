import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderByAfter } from '../../lib/backend/order.ts';

/** Items whose `after` only names items with a smaller rank, shuffled: no circle is possible. */
const solvable = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 }).chain((rows) => {
  const items = rows.map((row, rank) => ({
    name: `n${rank}`,
    after: [...new Set(row.filter((other) => other < rank).map((other) => `n${other}`))],
  }));
  return fc.shuffledSubarray(items, { minLength: items.length });
});

describe('orderByAfter', () => {
  it('puts everything after what it names, loses nothing, and gives the same order each time', () => {
    fc.assert(
      fc.property(solvable, (items) => {
        const { ordered, diagnostics } = orderByAfter(items, { kind: 'generator' });
        expect(diagnostics).toEqual([]);
        expect(new Set(ordered)).toEqual(new Set(items));
        const position = new Map(ordered.map((item, index) => [item.name, index]));
        for (const item of items) {
          for (const name of item.after) expect(position.get(name)).toBeLessThan(position.get(item.name)!);
        }
        expect(orderByAfter(items, { kind: 'generator' }).ordered).toEqual(ordered);
      }),
    );
  });

  it('keeps the given order where nothing is asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), (names) => {
        const items = names.map((name) => ({ name }));
        expect(orderByAfter(items, { kind: 'hook' }).ordered).toEqual(items);
      }),
    );
  });

  it('names the members of a circle', () => {
    const items = [
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['c'] },
      { name: 'c', after: ['b'] },
    ];
    expect(orderByAfter(items, { kind: 'generator', owner: 'django_micro' }).diagnostics).toEqual([
      {
        code: 'DZL304',
        severity: 'error',
        message: 'generators of django_micro wait for each other: b → c → b',
        fix: 'take one of these names out of an "after" list, or one of their artifacts out of `needs`',
      },
    ]);
  });

  it('suggests a name for one that nobody has', () => {
    const items = [{ name: 'models' }, { name: 'forms', after: ['model'] }];
    expect(orderByAfter(items, { kind: 'generator', owner: 'django_micro' }).diagnostics).toEqual([
      {
        code: 'DZL303',
        severity: 'error',
        message: 'generator forms of django_micro comes after "model", which does not exist',
        fix: 'write "models"',
      },
    ]);
  });

  it('refuses two of one name', () => {
    const items = [{ name: 'models' }, { name: 'models' }];
    expect(orderByAfter(items, { kind: 'hook' }).diagnostics).toEqual([
      {
        code: 'DZL302',
        severity: 'error',
        message: 'there are two hooks named "models"',
        fix: 'rename one of them',
      },
    ]);
  });
});
