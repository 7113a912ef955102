import { expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';
import type { NamesToFollow, EntityNames, FieldNames } from '../../../lib/plan/follow/index.ts';

const renames = [{ kind: 'field', from: 'price', to: 'fee', entity: 'Offer' }] as const;

const field = (to: string, target: string | null = null): FieldNames => ({ to, target });
const entity = (from: string, many: string, fields: Record<string, FieldNames>): [string, EntityNames] => [
  from,
  { from, to: from, plurals: [many, many], fields: new Map(Object.entries(fields)) },
];
const names: NamesToFollow = {
  entities: new Map([
    entity('Offer', 'offers', {
      title: field('title'),
      price: field('fee'),
      seller: field('seller', 'Seller'),
    }),
    entity('Order', 'orders', { offer: field('offer', 'Offer'), price: field('price') }),
    entity('Seller', 'sellers', { name: field('name') }),
  ]),
  surfaces: new Map(),
  subject: null,
  definitions: new Map(),
  paths: new Map(),
  files: null,
};

/** A row: where the lines go, the user's lines, and the same afterwards; without the last, they stay. */
export type Row = readonly [title: string, mark: string, lines: string, after?: string];

/**
 * A test for each row: lines that the user adds to a file, over a rename of `Offer.price`. The next version says `fee` where
 * the last says `price`, and `price` where it says `cost`.
 */
export function follow(path: string, last: string, rows: readonly Row[]): void {
  const base = last.replaceAll('cost', 'price');
  const next = last.replaceAll('price', 'fee').replaceAll('cost', 'price');
  it.each(rows)('%s', async (_, mark, lines, after = lines) => {
    const add = (text: string, added: string): string => text.replace(mark, () => `${added}${mark}`);
    const outcome = await mergeText({ path, base, mine: add(base, lines), next, renames, follow: names });
    expect([outcome.conflicts, outcome.isUnread]).toEqual([0, undefined]);
    expect(joinRegions(outcome, 'mine')).toBe(add(next, after));
  });
}
