import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';
import type { NamesToFollow } from '../../../lib/plan/follow/index.ts';

const renames = [{ kind: 'entity', from: 'Offer', to: 'Deal' }] as const;

const follow: NamesToFollow = {
  entities: new Map([
    [
      'Offer',
      {
        from: 'Offer',
        to: 'Deal',
        plurals: ['offers', 'deals'],
        fields: new Map([['price', { to: 'price', target: null }]]),
      },
    ],
    [
      'Order',
      {
        from: 'Order',
        to: 'Order',
        plurals: ['orders', 'orders'],
        fields: new Map([
          ['offer', { to: 'offer', target: 'Offer' }],
          ['seller', { to: 'seller', target: null }],
        ]),
      },
    ],
  ]),
  surfaces: new Map(),
  subject: null,
  definitions: new Map([
    ['Offer', 'Deal'],
    ['OfferForm', 'DealForm'],
    ['offers', 'deals'],
    ['offerModel', 'dealModel'],
  ]),
  paths: new Map([
    ['app/views/offer.py', 'app/views/deal.py'],
    ['src/models/offer.js', 'src/models/deal.js'],
  ]),
  files: new Set([
    'app/__init__.py',
    'app/models.py',
    'app/forms.py',
    'app/views/__init__.py',
    'app/views/offer.py',
    'app/urls.py',
    'src/models/offer.js',
    'src/db/schema.js',
    'src/routes/offer.js',
  ]),
};

const rename = (text: string): string =>
  text.replaceAll('Offer', 'Deal').replaceAll('offer', 'deal').replaceAll('Order.deal', 'Order.offer');

/** A row: the user's lines, and the same afterwards; without the last, they stay. */
type Row = readonly [title: string, lines: string, after?: string];

function followAll(path: string, base: string, rows: readonly Row[]): void {
  it.each(rows)('%s', async (_, lines, after = lines) => {
    const next = rename(base);
    const outcome = await mergeText({ path, base, mine: `${base}${lines}`, next, renames, follow });
    expect([outcome.conflicts, outcome.isUnread]).toEqual([0, undefined]);
    expect(joinRegions(outcome, 'mine')).toBe(`${next}${after}`);
  });
}

describe('a renamed entity in lines that only the user wrote', () => {
  followAll(
    'app/urls.py',
    'from .forms import OfferForm\nfrom .views import offer\n\nforms = [OfferForm]\nviews = [offer.List]\n',
    [
      ['follows an import of dazzle’s', 'mine = OfferForm()\n', 'mine = DealForm()\n'],
      ['follows a module that moves', 'mine = offer.List\n', 'mine = deal.List\n'],
      [
        'follows an import of the user’s from a generated file',
        '\nfrom .models import Offer\n\nmine = Offer\n',
        '\nfrom .models import Deal\n\nmine = Deal\n',
      ],
      [
        'follows an import under another name',
        '\nfrom .models import Offer as Own\n\nmine = Own\n',
        '\nfrom .models import Deal as Own\n\nmine = Own\n',
      ],
      [
        'follows an import from a module that moves',
        '\nfrom .views.offer import Mine\n',
        '\nfrom .views.deal import Mine\n',
      ],
      [
        'follows a model by its module',
        '\nfrom . import models\n\nmine = models.Offer\n',
        '\nfrom . import models\n\nmine = models.Deal\n',
      ],
      ['stays in an import from a file of the user’s', '\nfrom .catalogue import Offer\n\nmine = Offer\n'],
      [
        'keeps the user’s name for it where the new one is theirs',
        '\nfrom .models import Offer\n\n\ndef mine(Deal):\n    return Offer, Deal\n\n\nmore = Offer\n',
        '\nfrom .models import Deal as Offer\n\n\ndef mine(Deal):\n    return Offer, Deal\n\n\nmore = Offer\n',
      ],
      [
        'stays where the user binds the name',
        '\ndef mine(offer, OfferForm):\n    return offer.List, OfferForm\n',
      ],
      ['stays in texts', '\nmine = ["OfferForm", "app.Offer"]\n'],
    ],
  );

  followAll(
    'src/routes/offer.js',
    "import { offers } from '../db/schema.js';\nimport { offerModel } from '../models/offer.js';\n\nexport const page = { model: offerModel, table: offers };\n",
    [
      [
        'follows an import of dazzle’s',
        'export const mine = offers.price;\n',
        'export const mine = deals.price;\n',
      ],
      [
        'keeps the key of a property in short',
        'export const mine = { offers };\n',
        'export const mine = { offers: deals };\n',
      ],
      ['keeps the name of an export', 'export { offers };\n', 'export { deals as offers };\n'],
      [
        'stays where the user binds the name',
        'export const mine = (offers) => offers.map(({ offerModel }) => offerModel);\n',
      ],
      ['stays on members of something else', 'export const mine = shop.offers;\n'],
    ],
  );

  followAll('src/routes/index.js', "export const pages = ['offer'];\n", [
    [
      'follows an import of the user’s from a file that moves',
      "\nimport { offerModel, other } from '../models/offer.js';\nexport const mine = [offerModel, other];\n",
      "\nimport { dealModel, other } from '../models/deal.js';\nexport const mine = [dealModel, other];\n",
    ],
    [
      'keeps the user’s name for it where the new one is theirs',
      "\nimport { offers } from '../db/schema.js';\nexport const mine = (deals) => [offers, deals];\nexport const more = offers;\n",
      "\nimport { deals as offers } from '../db/schema.js';\nexport const mine = (deals) => [offers, deals];\nexport const more = offers;\n",
    ],
    [
      'stays in an import from a file of the user’s',
      "\nimport { offerModel } from '../own/offer.js';\nexport const mine = offerModel;\n",
    ],
  ]);
});
