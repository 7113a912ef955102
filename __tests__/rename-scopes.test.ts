import { describe, expect, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import type { Backend } from '../lib/index.ts';
import type { BuildOutcome } from '../lib/request.ts';
import { read, run, useProject, write } from './support/build-project.ts';

useProject();

const surface = (name: string, mode: string, entity: string): string => `
surface ${name} "${entity}s":
  uses entity ${entity}
  mode: ${mode}
  section main:
    field title "Title"
    field price "Price"
`;

const shop = `module shop.core
app shop "Shop"

entity Offer "Offer":
  id: uuid pk
  title: str(200) required
  price: decimal(10,2) required

entity Order "Order":
  id: uuid pk
  title: str(80)
  offer: ref Offer required
  price: decimal(10,2) required
${surface('offer_list', 'list', 'Offer')}${surface('offer_view', 'view', 'Offer')}${surface('order_list', 'list', 'Order')}`;

/** The spec with the price of offers renamed, and their entity where asked. */
const renamed = shop
  .replace('price: decimal(10,2) required', 'fee: decimal(10,2) required was=price')
  .replaceAll(/(uses entity Offer[^]*?field) price "Price"/g, '$1 fee "Fee"');
const moved = shop
  .replace('entity Offer "Offer":', 'entity Deal "Deal" was Offer:')
  .replaceAll('entity Offer', 'entity Deal')
  .replaceAll('ref Offer', 'ref Deal');

const build = (of: Backend): Promise<BuildOutcome> => run({ diskHooks: false }, { of });

const listWarnings = ({ diagnostics }: BuildOutcome): string[] =>
  diagnostics.filter(({ code }) => /^DZL41[45]$/.test(code)).map(({ code, message }) => `${code} ${message}`);

/** Builds, adds lines to files, and builds over a changed spec. */
async function evolve(
  of: Backend,
  next: string,
  edits: Readonly<Record<string, (text: string) => string>>,
  before = shop,
): Promise<{ outcome: BuildOutcome; warnings: string[] }> {
  write(
    'dazzle.toml',
    `[project]\nname = "shop"\nroot = "shop.core"\n\n[stack]\nbackends = ["${of.name}"]\n`,
  );
  write('dsl/app.dsl', before);
  expect((await build(of)).diagnostics).toEqual([]);
  for (const [file, edit] of Object.entries(edits)) {
    const text = read(`apps/${of.name}/${file}`);
    const edited = edit(text);
    if (edited === text) throw new Error(`the edit of ${file} changes nothing`);
    write(`apps/${of.name}/${file}`, edited);
  }
  write('dsl/app.dsl', next);
  const shown = listWarnings(await run({ diskHooks: false, dryRun: true }, { of }));
  const outcome = await build(of);
  expect(listWarnings(outcome)).toEqual(shown);
  return { outcome, warnings: shown };
}

const append =
  (lines: string) =>
  (text: string): string =>
    `${text}${lines}`;

const tariff = `

class Tariff:
    price = 3

    def __str__(self):
        return str(self.price)


def settle(till, price):
    return till.charge(price=price)
`;

describe('a build over a renamed field', () => {
  it('renames in Django what is reached from the model, and lists what is left', async () => {
    const views = 'app/views/offer.py';
    const { outcome, warnings } = await evolve(djangoMicro, renamed, {
      'app/models.py': (text) =>
        append(tariff)(
          text.replace(
            '\n    def __str__',
            '\n    def double(self):\n        return self.price * 2\n\n    def __str__',
          ),
        ),
      [views]: append(
        '\n\ndef cheap(most):\n    return Offer.objects.filter(price__lt=most).order_by("price")\n',
      ),
      'app/views/order.py': append(
        '\n\ndef dear(most):\n    return Order.objects.filter(offer__price__gt=most, price=1)\n',
      ),
      'app/views/general.py': append(
        '\n\nfrom ..models import Offer  # noqa: E402\n\nCHEAP = Offer.objects.filter(price=0)\n',
      ),
      'app/templates/app/offer_view.html': (text) =>
        text.replace(
          '</section>',
          '<b>{{ record.price }}</b>{% for offer in mine %}{{ offer.price }}{% endfor %}</section>',
        ),
    });
    expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
    const models = read('apps/django_micro/app/models.py');
    expect(models.endsWith(tariff)).toBe(true);
    expect(models).toContain('    def double(self):\n        return self.fee * 2\n');
    expect(read(`apps/django_micro/${views}`)).toContain('filter(fee__lt=most).order_by("fee")');
    expect(read('apps/django_micro/app/views/order.py')).toContain('filter(offer__fee__gt=most, price=1)');
    expect(read('apps/django_micro/app/views/general.py')).toContain('Offer.objects.filter(fee=0)');
    expect(read('apps/django_micro/app/templates/app/offer_view.html')).toContain(
      '<b>{{ record.fee }}</b>{% for offer in mine %}{{ offer.price }}{% endfor %}',
    );
    const row = (file: string, line: string): string => {
      const path = `apps/django_micro/app/${file}`;
      return `${path}:${
        read(path)
          .split('\n')
          .findIndex((each) => each.includes(line)) + 1
      }`;
    };
    const places = [
      row('models.py', '    price = 3'),
      row('models.py', 'str(self.price)'),
      row('models.py', 'def settle'),
      row('models.py', 'till.charge'),
      row('templates/app/offer_view.html', 'offer.price'),
    ];
    expect(warnings).toEqual([
      `DZL414 lines that only you wrote still say "price" (Offer.price is now Offer.fee): ${places.join(', ')}`,
    ]);
    const again = await build(djangoMicro);
    expect(again.changes.filter(({ kind }) => kind !== 'identical' && kind !== 'kept')).toEqual([]);
    expect(again.diagnostics.filter(({ code }) => /^DZL41[45]$/.test(code))).toEqual([]);
  });

  it('renames in Express what is reached from the table and from dazzle’s own records', async () => {
    const { outcome, warnings } = await evolve(expressMicro, renamed, {
      'src/models/offer.js': append(
        '\nexport class Tariff {\n  price = 3;\n\n  get total() {\n    return this.price;\n  }\n\n  pay(till) {\n    return till.charge({ price: this.price });\n  }\n}\n',
      ),
      'src/routes/offer.js': (text) =>
        text.replace(
          "    res.render('offer/offer_view'",
          "    const { price } = record;\n    res.locals.double = price * 2;\n    res.render('offer/offer_view'",
        ),
      'src/db/schema.js': append('\nexport const cheap = (most) => lt(offers.price, most, orders.price);\n'),
      'views/offer/offer_view.ejs': (text) =>
        text.replace(
          '</section>',
          '<b><%= record.values.price %></b><% for (const offer of mine) { %><%= offer.price %><% } %></section>',
        ),
    });
    expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
    expect(read('apps/express_micro/src/models/offer.js')).toContain(
      'return till.charge({ price: this.price });',
    );
    expect(read('apps/express_micro/src/routes/offer.js')).toContain(
      '    const { fee: price } = record;\n    res.locals.double = price * 2;\n',
    );
    expect(read('apps/express_micro/src/db/schema.js')).toContain('lt(offers.fee, most, orders.price)');
    expect(read('apps/express_micro/views/offer/offer_view.ejs')).toContain(
      '<b><%= record.values.fee %></b><% for (const offer of mine) { %><%= offer.price %><% } %>',
    );
    expect(warnings).toEqual([expect.stringMatching(/^DZL414 .*"price" .*src\/models\/offer\.js:\d+/)]);
  });

  it('lets each of two names that swap follow to the other', async () => {
    const swapped = shop.replace(
      '  title: str(80)\n  offer: ref Offer required\n  price: decimal(10,2) required',
      '  title: str(80)\n  offer: ref Offer required\n  price: decimal(10,2) required\n  cost: decimal(10,2) required',
    );
    const { warnings, outcome } = await evolve(
      djangoMicro,
      swapped
        .replace(
          'price: decimal(10,2) required\n  cost: decimal(10,2) required',
          'cost: decimal(10,2) required was=price\n  price: decimal(10,2) required was=cost',
        )
        .replace(/(uses entity Order[^]*?)field price/, '$1field cost'),
      {
        'app/models.py': append(
          '\n\ndef gain():\n    return [each.price - each.cost for each in Order.objects.filter(price__gt=1)]\n',
        ),
        'app/templates/app/order_list.html': (text) =>
          text.replace(
            '<tbody>',
            '<tbody>{% for each in records %}{{ each.price }}{{ each.cost }}{% endfor %}',
          ),
      },
      swapped,
    );
    expect([outcome.status, outcome.unsettled, warnings]).toEqual(['done', [], []]);
    expect(read('apps/django_micro/app/models.py')).toContain(
      'return [each.cost - each.price for each in Order.objects.filter(cost__gt=1)]',
    );
    expect(read('apps/django_micro/app/templates/app/order_list.html')).toContain(
      '{% for each in records %}{{ each.cost }}{{ each.price }}{% endfor %}',
    );
  });

  it('says which files it could not read', async () => {
    const { warnings } = await evolve(djangoMicro, renamed, {
      'app/views/offer.py': append('\n\ndef cheap(most:\n    return Offer.objects.filter(price=most)\n'),
    });
    expect(warnings).toEqual([
      expect.stringMatching(/^DZL414 .*app\/views\/offer\.py:\d+$/),
      'DZL415 apps/django_micro/app/views/offer.py does not parse: old names in lines that only you wrote were left',
    ]);
  });
});

describe('a build over a renamed entity', () => {
  it('follows references to the class, and to what is made for it', async () => {
    const { outcome } = await evolve(djangoMicro, moved, {
      'app/models.py': append('\n\ndef count(Order):\n    return Offer.objects.count(), Order.offer\n'),
      'app/urls.py': (text) =>
        text.replace(']\n', '    path("mine/", offer.OfferListView.as_view(), name="mine"),\n]\n'),
      'app/views/general.py': append(
        '\n\nfrom ..models import Offer  # noqa: E402\n\nALL = Offer.objects.all()\n',
      ),
    });
    expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
    expect(read('apps/django_micro/app/models.py')).toContain(
      'def count(Order):\n    return Deal.objects.count(), Order.offer\n',
    );
    expect(read('apps/django_micro/app/views/general.py')).toContain('from ..models import Deal  # noqa');
    expect(read('apps/django_micro/app/views/general.py')).toContain('ALL = Deal.objects.all()');
  });

  it('follows what the other end of a reference is called', async () => {
    const { outcome } = await evolve(djangoMicro, moved, {
      'app/models.py': (text) =>
        text.replace(
          '\n    def __str__',
          '\n    def count(self):\n        return self.orders.filter(offer__orders=1).count()\n\n    def __str__',
        ),
    });
    expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
    const models = read('apps/django_micro/app/models.py');
    expect(models).toContain('related_name="offer_orders"');
    expect(models).toContain('return self.offer_orders.filter(offer__offer_orders=1).count()');
  });

  it('follows imports of modules that move', async () => {
    const { outcome } = await evolve(expressMicro, moved, {
      'src/models/order.js': append(
        "\nimport { offerModel } from './offer.js';\nexport const other = offerModel.table;\n",
      ),
    });
    expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
    expect(read('apps/express_micro/src/models/order.js')).toContain(
      "\nimport { dealModel } from './deal.js';\nexport const other = dealModel.table;\n",
    );
  });
});
