import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../lib/plan/merge/index.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { LeftNames } from '../../lib/plan/left-names.ts';
import type { EntityNames, SpecNames } from '../../lib/plan/follow/index.ts';

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
async function report(lines: string, path = 'app/models.py', text = base, spec = names): Promise<string[]> {
  return (await gather(lines, path, text, spec)).map(({ code, message }) => `${code} ${message}`);
}

async function gather(
  lines: string,
  path = 'app/models.py',
  text = base,
  spec = names,
): Promise<Diagnostic[]> {
  const next = text.replace('price', 'fee');
  const follow = { ...spec, subject: null, definitions: new Map(), paths: new Map(), files: null };
  const outcome = await mergeText({ path, base: text, mine: `${text}${lines}`, next, renames, follow });
  const left = new LeftNames();
  left.note(path, outcome, joinRegions(outcome, 'mine'), next);
  left.note(path, outcome, joinRegions(outcome, 'mine'), next);
  return left.report();
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
    [
      'prose in several lines',
      'def mine(cost):\n    """What it costs.\n\n    A price by phone.\n    """\n    return cost',
    ],
    ['what is called', 'def mine(source):\n    return source.price(), price()'],
    ['keywords of other libraries', 'from django.urls import path\n\nMINE = path("x", print, price=1)'],
    ['what is imported', 'from shop import price as cost'],
  ])('says nothing of %s', async (_, lines) => {
    expect(await report(`\n\n${lines}\n`)).toEqual([]);
  });

  it.each([
    ['texts', 'def mine(offer):\n    return getattr(offer, "price")'],
    ['queries in texts', 'def mine(run):\n    return run("SELECT price FROM app_offer WHERE x = 1")'],
    ['what texts take up', 'def mine(offer):\n    return f"It is {offer.price}"'],
    ['keywords of lookups', 'from django.db.models import Q\n\nMINE = Q(price=1)'],
    ['queries of several lines', 'def mine(run):\n    return run("""SELECT\n    price\n    FROM x""")'],
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

  it('names every place, and eight in short', async () => {
    const lines = Array.from({ length: 11 }, (_, at) => `P${at} = "price"\n`).join('');
    const [warning] = await gather(`\n\n${lines}`);
    expect(warning!.message).toMatch(
      /models\.py:19, app\/models\.py:20, app\/models\.py:21, app\/models\.py:22$/,
    );
    expect(warning!.brief).toMatch(/models\.py:19 and 3 more$/);
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

/** What a build says of lines of the user's in a file of another language. */
const reportIn = (path: string, lines: string): Promise<string[]> => report(lines, path, '');

describe('the warning of old names that are left in JavaScript', () => {
  it.each([
    ['what is called', 'export const mine = (z) => z.coerce.price().max(3);'],
    ['what is imported', "import { price as cost } from 'shop';"],
    ['comments', '/*\n  the price\n*/\n// price'],
    ['prose', "export const mine = 'the price is';\nexport const other = `A\nprice\n${mine}`;"],
  ])('says nothing of %s', async (_, lines) => {
    expect(await reportIn('src/offer.js', `${lines}\n`)).toEqual([]);
  });

  it.each([
    ['members', 'export const mine = (offer) => offer.price;'],
    ['keys', 'export const mine = { price: true };'],
    ['parts that are taken', 'export const mine = ({ price }) => 1;'],
    ['texts', "export const mine = ['price'];"],
    ['texts with blanks that take one up', 'export const mine = (x) => `of ${x}`; export const y = "price";'],
    ['queries', 'export const mine = (sql) => sql`SELECT price FROM offer`;'],
    ['what texts take up', 'export const mine = (offer) => `It is\n${offer.price}`;'],
  ])('names %s', async (_, lines) => {
    expect(await reportIn('src/offer.js', `${lines}\n`)).toEqual([expect.stringContaining('"price"')]);
  });
});

describe.each(['app/templates/app/mine.html', 'views/mine.ejs'])(
  'the warning of old names that are left in %s',
  (path) => {
    it.each([
      ['attributes', '<b price="x">x</b>'],
      ['attributes that hold no names', '<b class="price" type="price" title="price">x</b>'],
      ['elements', '<price>x</price>'],
      ['words between tags', '<th>price</th>'],
    ])('says nothing of %s', async (_, lines) => {
      expect(await reportIn(path, `${lines}\n`)).toEqual([]);
    });

    it.each([
      ['names of inputs', '<input name="price">'],
      ['queries of addresses', '<a href="?sort=-price">x</a>'],
    ])('names %s', async (_, lines) => {
      expect(await reportIn(path, `${lines}\n`)).toEqual([expect.stringContaining('"price"')]);
    });
  },
);

describe('the warning of old names that are left in template tags', () => {
  const path = 'app/templates/app/mine.html';
  it.each([
    ['filters', '{{ offer.fee|price }}'],
    ['tags', '{% price %}'],
    ['names of blocks', '{% block price %}{% endblock %}'],
    ['comments', '{# price #}{% comment %}{{ offer.price }}{% endcomment %}'],
  ])('says nothing of %s', async (_, lines) => {
    expect(await reportIn(path, `${lines}\n`)).toEqual([]);
  });

  it.each([
    ['members', '<b title="{{ offer.price }}">x</b>'],
    ['texts', '{% show offer "price" %}'],
    ['variables', '{% if price %}x{% endif %}'],
  ])('names %s', async (_, lines) => {
    expect(await reportIn(path, `${lines}\n`)).toEqual([expect.stringContaining('"price"')]);
  });
});

describe('the warning of what an entity’s name is in', () => {
  const moved: SpecNames = {
    entities: new Map([
      ['HomeVisit', { ...entity('HomeVisit', {}), to: 'Call', plurals: ['home visits', 'calls'] }],
    ]),
    surfaces: new Map(),
  };
  const reportMoved = (path: string, lines: string): Promise<string[]> => report(lines, path, '', moved);

  it.each([
    ['src/mine.js', "res.redirect('/home-visits/');"],
    ['src/mine.js', 'res.redirect(`/home-visits/${id}/?say=all of it`);'],
    ['views/mine.ejs', '<a href="/home-visits/new/?pet=<%= pet %>">New one</a>'],
    ['views/mine.ejs', '<form method="post" action="/home-visits/?all">'],
    ['views/mine.ejs', "<% const address = '/home-visits'; %>"],
    ['app/mine.html', '<a href="/home-visits/?day={{ day }}">x</a>'],
    ['app/mine.py', 'HOME = "/home-visits/"'],
  ])('names it in %s: %s', async (path, line) => {
    expect(await reportMoved(path, `${line}\n`)).toEqual([
      `DZL414 lines that only you wrote still say "/home-visits/" (HomeVisit is now Call): ${path}:1`,
    ]);
  });

  it.each([
    [
      'src/mine.js',
      "res.redirect('/home-visits-of-mine/', '/calls/', 'home-visits/x', '../home-visits/', '/all/home-visits/');",
    ],
    ['src/mine.js', 'const rate = home / visits / days;'],
    ['views/mine.ejs', '<p>Look at /home-visits/ again</p>'],
  ])('says nothing of %s: %s', async (path, line) => {
    expect(await reportMoved(path, `${line}\n`)).toEqual([]);
  });

  it.each([
    ['tables in queries', 'src/mine.js', 'db.all(sql`SELECT ${x} FROM home_visit`);', 'home_visit'],
    ['tables of Django', 'app/mine.py', 'run("DELETE FROM app_homevisit")', 'app_homevisit'],
    ['permissions', 'app/mine.py', 'ask("app.change_homevisit")', 'change_homevisit'],
    ['permissions on pages', 'app/mine.html', '{% if perms.app.add_homevisit %}', 'add_homevisit'],
    [
      'pages of the admin area',
      'app/mine.html',
      "{% url 'admin:app_homevisit_changelist' %}",
      'app_homevisit_changelist',
    ],
  ])('comes with %s', async (_, path, line, word) => {
    expect(await reportMoved(path, `${line}\n`)).toEqual([
      `DZL414 lines that only you wrote still say "${word}" (HomeVisit is now Call): ${path}:1`,
    ]);
  });

  it('names relations that Django makes of the entity, but no words like them', async () => {
    const pet: SpecNames = {
      entities: new Map([
        ['Pet', entity('Pet', {})],
        [
          'Visit',
          {
            ...entity('Visit', {}),
            to: 'Call',
            plurals: ['visits', 'calls'],
            fields: new Map([['pet', { to: 'pet', target: 'Pet' }]]),
          },
        ],
      ]),
      surfaces: new Map(),
    };
    const lines =
      'def mine(visits, pet):\n    pet.visits.all()\n    return visits, "mine/visits/", Count("visits")\n';
    expect(await report(lines, 'app/mine.py', '', pet)).toEqual([
      'DZL414 lines that only you wrote still say "visits" (Pet.visits is now Pet.calls): app/mine.py:2, app/mine.py:3',
    ]);
    expect(await report('export const mine = { visits: pet.visits };\n', 'mine.js', '', pet)).toEqual([]);
  });
});
