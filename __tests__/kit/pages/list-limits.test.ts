import { beforeAll, describe, expect, it } from '@jest/globals';
import { longestSearch, pageRange, pageSize } from '../../../lib/index.ts';
import { bothBackends, textOf, type BothBackends } from '../both-backends.ts';
import { pagesOf, surface, ticket } from './page-specs.ts';

const dsl = ticket + surface('tickets', 'list', ['title']);

describe('The pages of a list', () => {
  let both: BothBackends;
  let list: string;

  beforeAll(async () => {
    both = await bothBackends(dsl);
    list = textOf(both.express, /records\/list\.js$/);
  });

  it('have as many records on both backends, in the admin area too, as in the model', () => {
    const model = pagesOf(dsl).entities.flatMap(({ lists }) => lists);
    expect(model.map((page) => page.pageSize)).toEqual([pageSize]);
    expect(list).toContain(`const pageSize = ${pageSize};`);
    expect(textOf(both.express, /admin\/section\.js$/)).toContain('await readList(db, section, ');
    expect(textOf(both.django, /views\/base\.py$/)).toContain(`    paginate_by = ${pageSize}\n`);
    expect(textOf(both.django, /app\/admin\.py$/)).toContain(`    list_per_page = ${pageSize}\n`);
  });

  it('are linked near the current one and at both ends', () => {
    const code = /function elidedRange[\s\S]+?\n}\n/.exec(list)![0];
    const elidedRange = new Function(`${code} return elidedRange;`)() as (
      number: number,
      pages: number,
    ) => (number | null)[];
    const around = Array.from({ length: 2 * pageRange.near + 1 }, (_, place) => 50 - pageRange.near + place);
    const ends = Array.from({ length: pageRange.ends }, (_, place) => place + 1);
    expect(elidedRange(50, 100)).toEqual([
      ...ends,
      null,
      ...around,
      null,
      ...ends.toReversed().map((n) => 101 - n),
    ]);
    // Django's own defaults are on_each_side=3 and on_ends=2.
    expect(pageRange).toEqual({ near: 3, ends: 2 });
    expect(textOf(both.django, /views\/base\.py$/)).toContain('get_elided_page_range(page.number),');
  });

  it('are not searched for too long a text', () => {
    expect(list).toContain(`const longestSearch = ${longestSearch};`);
  });
});
