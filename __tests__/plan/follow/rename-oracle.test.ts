import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';

const renames = [{ kind: 'field', from: 'price', to: 'fee', entity: 'Offer' }] as const;

const models = `from django.db import models


class Offer(models.Model):
    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=10, decimal_places=2)

    def __str__(self):
        return self.title
`;
const next = models.replace('price', 'fee');

/** What the file holds after a build over the rename. */
async function rename(own: string): Promise<string> {
  const outcome = await mergeText({
    path: 'app/models.py',
    base: models,
    mine: `${models}${own}`,
    next,
    renames,
  });
  expect([outcome.conflicts, outcome.isUnread]).toEqual([0, undefined]);
  const text = joinRegions(outcome, 'mine');
  expect(text.startsWith(next)).toBe(true);
  return text.slice(next.length);
}

/** The dump of each text's syntax tree by Python itself; null where it refuses the text. */
function dumpTrees(texts: readonly string[]): (string | null)[] {
  const script = `import ast, json, sys
def dump(text):
    try:
        return ast.dump(ast.parse(text))
    except SyntaxError:
        return None
json.dump([dump(text) for text in json.load(sys.stdin)], sys.stdout)`;
  const done = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as (string | null)[];
}

const name = fc.constantFrom('price', 'offer', 'till', 'self', 'fee', 'other');

/** Expressions over names that nothing of dazzle's binds. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    name,
    fc.constantFrom(
      '3',
      '"price"',
      "'price__gt'",
      'f"{price} price {offer.price}"',
      'getattr(offer, "price")',
    ),
    fc
      .tuple(tie('expression'), fc.constantFrom('price', 'title'))
      .map(([object, member]) => `(${object}).${member}`),
    fc.tuple(name, tie('expression')).map(([called, value]) => `${called}(price=${value}, *[price])`),
    fc.tuple(name, tie('expression')).map(([called, value]) => `${called}.objects.filter(price=${value})`),
    tie('expression').map((value) => `{"price": ${value}}["price"]`),
    tie('expression').map((value) => `[price for price in ${value} if price]`),
    tie('expression').map((value) => `(lambda price, self=None: ${value})`),
    tie('expression').map((value) => `(price := ${value})`),
  ),
}));

const statement = fc.oneof(
  expression.map((value) => `price = ${value}`),
  expression.map((value) => `offer.price = ${value}`),
  expression.map((value) => `return ${value}`),
  expression.map((value) => `for price in ${value}: print(price)`),
  expression.map((value) => `with ${value} as price: pass`),
  expression.map((value) => `self.price += ${value}`),
);

const body = fc.array(statement, { minLength: 1, maxLength: 5 });
const indent = (lines: readonly string[], by: string): string =>
  lines.map((line) => `${by}${line}\n`).join('');

/** Functions and classes of the user's, whose names are all their own. */
const unit = fc.oneof(
  body.map((lines) => `\n\ndef mine(price, offer, till, self, fee, other):\n${indent(lines, '    ')}`),
  body.map(
    (lines) =>
      `\n\nclass Mine:\n    price = 3\n    offer = till = fee = other = None\n\n    def price_of(self, price, offer, till, fee, other):\n${indent(lines, '        ')}`,
  ),
);

/** A chain of a query, with the old name in a mark: `‹price›`. */
const call = fc.constantFrom(
  'filter(‹price›__gt=price)',
  'exclude(‹price›=other(price=1))',
  'order_by("-‹price›", "title")',
  'filter(title="price")',
  'select_related()',
  'only("‹price›")',
  'filter(models.Q(‹price›__lt=3) | ~models.Q(title="price"))',
  'annotate(twice=models.F("‹price›") * 2)',
  'update(‹price›=models.F("‹price›") + 1)',
  'values("‹price›", "title")',
  'all()',
);
const chain = fc
  .array(call, { minLength: 1, maxLength: 6 })
  .map((calls) => calls.filter((each, at) => !/^(?:update|values)/.test(each) || at === calls.length - 1))
  .filter((calls) => calls.length > 0)
  .map((calls) => ['Offer.objects', ...calls].join('.'));
const use = fc.oneof(
  chain.map((query) => [`return ${query}`]),
  chain.map((query) => [`return f"price {${query.replaceAll('"', "'")}}"`]),
  chain
    .filter((query) => !/update|values/.test(query))
    .map((query) => [`for each in ${query}:`, '    each.‹price› = getattr(each, "price") or price']),
  chain
    .filter((query) => !/update|values/.test(query))
    .map((query) => [`first = ${query}.first()`, 'return first.‹price›, other.price']),
);

const options = { seed: 20, numRuns: 150 };

describe('a rename over random Python of the user’s', () => {
  it('leaves functions and classes that are not bound to the model as they are, to the byte', async () => {
    const texts: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 3 }), async (units) => {
        const own = units.join('').replaceAll(/\bself\.price_of\b/g, 'self.price');
        texts.push(own);
        expect(await rename(own)).toBe(own);
      }),
      options,
    );
    expect(dumpTrees(texts).filter((tree) => tree === null)).toEqual([]);
  });

  it('follows chains of queries, and what is looped over and taken from them', async () => {
    const results: string[] = [];
    const expected: string[] = [];
    await fc.assert(
      fc.asyncProperty(use, async (lines) => {
        const own = `\n\ndef mine(price, other):\n${indent(lines, '    ')}`;
        results.push(await rename(own.replace(/[‹›]/g, '')));
        expected.push(own.replaceAll('‹price›', 'fee'));
        expect(results.at(-1)).toBe(expected.at(-1));
      }),
      options,
    );
    const trees = dumpTrees(results);
    expect(trees).not.toContain(null);
    expect(trees).toEqual(dumpTrees(expected));
  });
});
