import { describe } from '@jest/globals';
import { follow } from '../rename-rows.ts';
import type { Row } from '../rename-rows.ts';

const schema = `import { decimal, defineTable, index, text, uuid } from './dialect.js';

/** Offer. */
export const offers = defineTable(
  'offer',
  {
    id: uuid('id').primaryKey(),
    title: text('title'),
    price: decimal('price'),
  },
  (table) => [
    index('offer_title_idx').on(table.title),
    // indexes end
  ],
);

/** Order. */
export const orders = defineTable('order', {
  id: uuid('id').primaryKey(),
  cost: decimal('price'),
});

// module ends
`;

const routes = `import { eq } from 'drizzle-orm';
import { offers, orders } from '../db/schema.js';
import { offerModel } from '../models/offer.js';
import { findRecord } from '../records/find.js';

export const offerListPage = { model: offerModel, sorts: ['title', 'price'] };

export function afterOfferForm(record) {
  // after ends
  return \`/offers/\${record.id}/\`;
}

export function offerRoutes({ db }) {
  router.get('/offers/:id/', async (req, res) => {
    const record = await findRecord(db, offerModel, req.params.id);
    // view ends
    res.render('offer/view', { record });
  });
}

// module ends
`;

const page = `<h1><%= record.label %></h1>
<p><%= record.values.price %></p>
<%# page ends %>
`;

const list = `<% for (const record of list.records) { %>
  <p><%= record.values.title %></p>
  <i><%= record.values.price %></i>
  <%# row ends %>
<% } %>
<%# page ends %>
`;

describe('a renamed field in JavaScript that only the user wrote', () => {
  const module = '// module ends';
  const own = (...lines: string[]): string =>
    `export async function mine(db, price) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n\n`;
  const row = (title: string, before: string, after?: string): Row => [
    title,
    module,
    own(...before.split('\n')),
    own(...(after ?? before).split('\n')),
  ];

  describe('tables', () => {
    follow('src/db/schema.js', schema, [
      [
        'follows the table in its own call',
        '    // indexes end',
        "    index('mine').on(table.price),\n",
        "    index('mine').on(table.fee),\n",
      ],
      [
        'follows the table’s constant',
        module,
        'export const cheap = (most) => lt(offers.price, most);\n\n',
        'export const cheap = (most) => lt(offers.fee, most);\n\n',
      ],
      ['stays on another table', module, 'export const cheap = (most) => lt(orders.price, most);\n\n'],
      [
        'stays in a class of the user’s',
        module,
        'export class Tariff {\n  price = 3;\n\n  get total() {\n    return this.price;\n  }\n\n  pay(till) {\n    return till.charge({ price: this.price });\n  }\n}\n\n',
      ],
      [
        'stays in a function of the user’s',
        module,
        'export function settle({ price }) {\n  return charge({ price });\n}\n\n',
      ],
      ['stays in a text', module, "export const shown = ['price'];\n\n"],
    ]);
  });

  describe('routes', () => {
    const view = '    // view ends';
    follow('src/routes/offer.js', routes, [
      [
        'follows a record that dazzle’s line found',
        view,
        '    res.locals.cost = record.price;\n'.replace('cost', 'sum'),
        '    res.locals.sum = record.fee;\n',
      ],
      [
        'follows a record that is taken apart',
        view,
        '    const { price, title: name } = record;\n    log(price, name);\n',
        '    const { fee: price, title: name } = record;\n    log(price, name);\n',
      ],
      [
        'follows a part with a name and a default',
        view,
        '    const { price: sum = 3 } = record;\n    log(sum);\n',
        '    const { fee: sum = 3 } = record;\n    log(sum);\n',
      ],
      [
        'follows a parameter of a function of dazzle’s',
        '  // after ends',
        "  if (record.price > 3 || record['price'] < 0) return '/';\n",
        "  if (record.fee > 3 || record['fee'] < 0) return '/';\n",
      ],
      [
        'stays on a parameter of the user’s',
        view,
        '    const sums = req.body.map((record) => record.price);\n',
      ],
      ['stays on the request', view, '    const { price } = req.body;\n    log(price, req.price);\n'],
      row(
        'follows the table',
        'return db.select().from(offers).where(eq(offers.price, price));',
        'return db.select().from(offers).where(eq(offers.fee, price));',
      ),
      row(
        'follows rows of a query',
        'const found = await db.select().from(offers);\nreturn found.filter((each) => each.price > price);',
        'const found = await db.select().from(offers);\nreturn found.filter((each) => each.fee > price);',
      ),
      row(
        'follows a loop over a query',
        'for (const { price: sum } of await db.select().from(offers)) log(sum);',
        'for (const { fee: sum } of await db.select().from(offers)) log(sum);',
      ),
      row(
        'follows the first row',
        'const [first] = await db.select().from(offers);\nreturn first?.price;',
        'const [first] = await db.select().from(offers);\nreturn first?.fee;',
      ),
      row(
        'follows what is inserted',
        'await db.insert(offers).values({ price, title: 3 });',
        'await db.insert(offers).values({ fee: price, title: 3 });',
      ),
      row(
        'follows what is set',
        'await db.update(offers).set({ price: price });',
        'await db.update(offers).set({ fee: price });',
      ),
      row(
        'follows a finder of dazzle’s',
        'const offer = await findRecord(db, offerModel, 3);\nreturn offer.price;',
        'const offer = await findRecord(db, offerModel, 3);\nreturn offer.fee;',
      ),
      row(
        'stays in what the user selects',
        'const found = await db.select({ price: orders.price }).from(orders);\nreturn found[0].price;',
      ),
      row(
        'stays on a row of another table',
        'const [first] = await db.select().from(orders);\nreturn first.price;',
      ),
      row(
        'stays where rows are joined',
        'const found = await db.select().from(offers).leftJoin(orders);\nreturn found[0].price;',
      ),
      row(
        'stays where the variable is bound again',
        'let [first] = await db.select().from(offers);\nfirst = wrap(first);\nreturn first.price;',
      ),
      row('stays where the table’s name is bound again', 'const offers = load();\nreturn offers.price;'),
      row('stays in a call of the user’s', 'return charge({ price });'),
    ]);
  });

  describe('pages', () => {
    const end = '<%# page ends %>';
    follow('views/offer/offer_view.ejs', page, [
      [
        'follows a record that is passed',
        end,
        '<b><%= record.values.price * 2 %></b>\n',
        '<b><%= record.values.fee * 2 %></b>\n',
      ],
      [
        'stays on a variable of the user’s',
        end,
        '<% for (const offer of mine) { %><b><%= offer.values.price %></b><% } %>\n',
      ],
      [
        'stays where the record is bound again',
        end,
        '<% for (const record of mine) { %><b><%= record.values.price %></b><% } %>\n',
      ],
      ['stays in text', end, '<b>price</b>\n'],
    ]);
    follow('views/offer/offer_list.ejs', list, [
      [
        'follows in a loop of dazzle’s',
        '  <%# row ends %>',
        '  <b><%= record.values.price %></b>\n',
        '  <b><%= record.values.fee %></b>\n',
      ],
      [
        'follows in a loop of the user’s',
        end,
        '<% for (const each of list.records) { %>\n  <b><%= each.values.price %></b>\n<% } %>\n',
        '<% for (const each of list.records) { %>\n  <b><%= each.values.fee %></b>\n<% } %>\n',
      ],
      [
        'follows a sum over what is passed',
        end,
        '<% const sum = list.records.reduce((all, each) => all + each.values.price, 0); %>\n',
        '<% const sum = list.records.reduce((all, each) => all + each.values.fee, 0); %>\n',
      ],
    ]);
  });
});
