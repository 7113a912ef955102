import { describe, expect, it } from '@jest/globals';
import { mergeText } from '../../lib/plan/merge/merge-text.ts';
import { LeftNames } from '../../lib/plan/left-names.ts';
import type { EntityNames, SpecNames } from '../../lib/plan/merge/names-to-follow.ts';
import { joinRegions } from '../../lib/plan/merge/regions.ts';

const entity = (name: string, fields: Record<string, string>): EntityNames => ({
  from: name,
  to: name,
  plurals: [`${name}s`, `${name}s`],
  fields: new Map(Object.entries(fields).map(([from, to]) => [from, { to, target: null }])),
});
const names: SpecNames = {
  entities: new Map([
    ['Offer', entity('Offer', { price: 'fee', title: 'title' })],
    ['Order', entity('Order', { price: 'price' })],
  ]),
  surfaces: new Map([['offer_list', { to: 'deal_list', entity: 'Offer' }]]),
};
const renames = [{ kind: 'field', from: 'price', to: 'fee', entity: 'Offer' }] as const;

const base = `from django.db import models


class Offer(models.Model):
    price = models.IntegerField()


class Order(models.Model):
    total = models.IntegerField()
`;

/** What a build says of lines that the user adds to the end of a file. */
async function report(lines: string, path = 'app/models.py', text = base): Promise<string[]> {
  const next = text.replace('price', 'fee');
  const follow = { ...names, subject: null, definitions: new Map(), paths: new Map(), files: null };
  const outcome = await mergeText({ path, base: text, mine: `${text}${lines}`, next, renames, follow });
  const left = new LeftNames();
  left.note(path, outcome, joinRegions(outcome, 'mine'), next);
  left.note(path, outcome, joinRegions(outcome, 'mine'), next);
  return left.report(names).map(({ code, message }) => `${code} ${message}`);
}

const said = 'DZL414 lines that only you wrote still say "price" (Offer.price is now Offer.fee):';

describe('the warning of old names that are left', () => {
  it('lists each line once, where it is after the build', async () => {
    expect(await report('\n\ndef mine(price, other):\n    return price + other["price"]\n')).toEqual([
      `${said} app/models.py:12, app/models.py:13`,
    ]);
  });

  it.each([
    ['what follows', 'def mine():\n    return Offer.objects.filter(price=1)'],
    ['another model’s field of that name', 'def mine():\n    return Order.objects.get().price'],
    ['comments', '# the price of it'],
    ['prose', 'def mine(cost):\n    """The price of it."""\n    return "the price is", cost'],
    ['other words', 'def mine(prices, price_list):\n    return prices, price_list'],
  ])('says nothing of %s', async (_, lines) => {
    expect(await report(`\n\n${lines}\n`)).toEqual([]);
  });

  it.each([
    ['texts', 'def mine(offer):\n    return getattr(offer, "price")'],
    ['queries in texts', 'def mine(run):\n    return run("SELECT price FROM app_offer WHERE x = 1")'],
    ['lookups', 'def mine(offers):\n    return offers.filter(price__gt=1)'],
    ['methods that Django finds by name', 'class Mine:\n    def clean_price(self):\n        pass'],
  ])('names %s', async (_, lines) => {
    expect(await report(`\n\n${lines}\n`)).toEqual([expect.stringContaining(said)]);
  });

  it('has a warning for each old word, those of surfaces too', async () => {
    expect(await report('\n\ndef mine(reverse):\n    return reverse("offer_list"), "price"\n')).toEqual([
      'DZL414 lines that only you wrote still say "offer_list" (offer_list is now deal_list): app/models.py:13',
      `${said} app/models.py:13`,
    ]);
  });

  it('names eight places, and counts the rest', async () => {
    const lines = Array.from({ length: 11 }, (_, at) => `P${at} = "price"\n`).join('');
    expect(await report(`\n\n${lines}`)).toEqual([expect.stringMatching(/models\.py:19 and 3 more$/)]);
  });

  it('names files that do not parse (DZL415)', async () => {
    expect(await report('\n\ndef mine(:\n    pass\n')).toEqual([
      'DZL415 app/models.py does not parse: old names in lines that only you wrote were left',
    ]);
  });

  it('says nothing of files of other languages', async () => {
    const text = 'price: 3\nother: 4\n';
    expect(await report('mine: price\n', 'notes.yaml', text)).toEqual([]);
  });
});
