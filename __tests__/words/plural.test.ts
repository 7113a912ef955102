import { describe, expect, it } from '@jest/globals';
import { plural, pluralForms, regularPlural } from '../../lib/words/plural.ts';

describe('plural', () => {
  it.each([
    ['ticket', 'tickets'],
    ['category', 'categories'],
    ['day', 'days'],
    ['box', 'boxes'],
    ['address', 'addresses'],
    ['person', 'people'],
    ['sales-person', 'sales-people'],
    ['Order line', 'Order lines'],
    ['Child', 'Children'],
    ['news', 'news'],
    ['series', 'series'],
    ['people', 'people'],
    ['FAQ', 'FAQs'],
    ['constructor', 'constructors'],
    ['form-2', 'form-2s'],
  ])('of %s is known', (one, many) => {
    expect(plural(one)).toBe(many);
  });
});

describe('regularPlural', () => {
  it('knows endings and no words', () => {
    expect(['ticket', 'category', 'day', 'box', 'child'].map(regularPlural)).toEqual([
      'tickets',
      'categories',
      'days',
      'boxes',
      'childs',
    ]);
  });
});

describe('pluralForms', () => {
  it.each([
    ['comment', ['comments']],
    ['story', ['stories', 'storys']],
    ['child', ['children', 'childs']],
    ['salesperson', ['salespeople', 'salespersons']],
    ['grandchild', ['grandchildren', 'grandchilds']],
    ['leaf', ['leaves', 'leafs']],
    ['address', ['addresses', 'addresss']],
  ])('of %s has the right one first', (one, forms) => {
    expect(pluralForms(one)).toEqual(forms);
  });
});
