import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GoneName, GoneNames } from '../../lib/plan/gone-names.ts';
import { BuildFolder } from './build-folder.ts';
import type { TreeEntry } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

const gone = (names: readonly Partial<GoneName>[]): GoneNames => ({
  names: names.map((name) => ({
    kind: 'field',
    word: 'price',
    what: 'Visit.price',
    entity: 'Visit',
    field: null,
    others: [],
    targets: [],
    ...name,
  })),
  entities: new Map([
    ['Visit', 'Visits'],
    ['Invoice', 'Invoices'],
    ['Product', 'Products'],
  ]),
  surfaces: new Map([['visit_list', { entity: 'Visit' }]]),
});

const price = {};
const sharedPrice = { others: ['Invoice'] };
const arrived: Partial<GoneName> = {
  kind: 'value',
  word: 'arrived',
  what: '"arrived" of Visit.status',
  field: 'status',
};
const product: Partial<GoneName> = {
  kind: 'entity',
  word: 'Product',
  what: 'Product',
  entity: 'Product',
  targets: ['Visit'],
};
const page: Partial<GoneName> = { kind: 'surface', word: 'product_list', what: 'product_list', entity: null };

/** What a build says where the user added lines to a file that stays as it is. */
async function report(
  path: string,
  lines: string,
  names: readonly Partial<GoneName>[],
  { base = '', subject = '-' } = {},
): Promise<string[]> {
  const file: Record<string, TreeEntry> = { [path]: { contents: base, identity: `demo/files/${subject}/x` } };
  await folder.build(file);
  folder.write(`apps/demo/${path}`, base + lines);
  const { diagnostics } = await folder.build(file, { gone: gone(names) });
  return diagnostics.filter(({ code }) => code === 'DZL417').map(({ message }) => message);
}

const said = (word: string, what: string, ...places: string[]): string =>
  `lines that only you wrote still say "${word}" (${what} gone from the spec): ${places.map((place) => `apps/demo/${place}`).join(', ')}`;
const saysPrice = (...places: string[]): string => said('price', 'Visit.price is', ...places);

describe('a field that is gone from the spec, in Python', () => {
  it.each([
    [
      'a form',
      'class CloseForm(ModelForm):\n    class Meta:\n        model = Visit\n        fields = ["price"]\n',
      4,
    ],
    ['an index', 'class Visit(Model):\n    class Meta:\n        indexes = [Index(fields=["-price"])]\n', 3],
    ['an admin', '@admin.register(models.Visit)\nclass MyAdmin:\n    list_editable = ["price"]\n', 3],
    ['a member', 'def sum(visits):\n    return [visit.price for visit in visits]\n', 2],
    ['a string with code', 'def mine(visit):\n    return f"{visit.price:.2f} {visit}"\n', 2],
    ['its class of values', 'def mine(prices):\n    return prices.filter(at=Visit.Price.HIGH)\n', 2],
    ['a keyword', 'Visit.objects.filter(price=1)\n', 1],
    ['a lookup', 'def mine(invoices):\n    return invoices.order_by("visit__price")\n', 2],
    ['a lookup with a sign', 'def mine(visits):\n    return visits.filter(price__gt=1)\n', 2],
  ])('is named: %s', async (_, lines, line) => {
    expect(await report('app/mine.py', lines, [price])).toEqual([saysPrice(`app/mine.py:${line}`)]);
  });

  it.each([
    ['comments', '# the price of a visit\n'],
    ['docstrings', 'def visit():\n    """\n    visit.price\n    """\n'],
    ['braces of other strings', 'def visit():\n    return "{visit.price}", f"{{visit.price}}"\n'],
    ['prose', 'def visit():\n    return "the price"\n'],
    ['variables', 'def mine(visit, price):\n    return visit + price\n'],
    ['keywords of other functions', 'def mine(visit):\n    pay(visit, price=1)\n'],
    ['methods', 'def mine(visit):\n    return visit.price()\n'],
    ['what is about something else', 'def mine(stock):\n    return stock.price, "price"\n'],
    [
      'a property of the user’s',
      'class Visit(Model):\n    @property\n    def price(self):\n        return 1\n\n    fields = ["price"]\n',
    ],
    [
      'what a query makes',
      'def mine(visits):\n    return [v.price for v in visits.annotate(price=Sum("x"))]\n',
    ],
    ['what the user sets', 'def mine(visit):\n    visit.price = 1\n    return visit.price\n'],
  ])('is not named in %s', async (_, lines) => {
    expect(await report('app/mine.py', lines, [price])).toEqual([]);
  });

  it('is not named where the user gives the model such a field', async () => {
    const first = {
      'app/models.py': 'class Visit(Model):\n    name = 1\n',
      'app/admin.py': 'import admin\n',
    };
    await folder.build(first);
    folder.write('apps/demo/app/models.py', `${first['app/models.py']}    price = Field()\n`);
    folder.write('apps/demo/app/admin.py', `${first['app/admin.py']}fields = [Visit.price]\n`);
    expect((await folder.build(first, { gone: gone([price]) })).diagnostics).toEqual([]);
  });

  it('is not named in lines of dazzle’s', async () => {
    const first = { 'app/forms.py': 'class VisitForm:\n    fields = ["price"]\n' };
    await folder.build(first);
    folder.write('apps/demo/app/forms.py', `${first['app/forms.py']}\n\nclass Mine:\n    pass\n`);
    const settled = await folder.build(first, { gone: gone([price]) });
    expect(settled.diagnostics).toEqual([]);
  });

  it('is named in a copy of dazzle’s lines, where the user’s own class has it', async () => {
    const form = (name: string, fields: string): string =>
      `class ${name}:\n    model = Visit\n    fields = [\n        "name",\n${fields}    ]\n`;
    await folder.build({ 'app/forms.py': form('VisitForm', '        "price",\n') });
    const mine = `${form('VisitForm', '        "price",\n')}\n\n${form('Mine', '        "price",\n')}`;
    folder.write('apps/demo/app/forms.py', mine);
    const { diagnostics } = await folder.build(
      { 'app/forms.py': form('VisitForm', '') },
      { gone: gone([price]) },
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([saysPrice('app/forms.py:12')]);
  });
});

describe('a field that another entity still has', () => {
  it.each([
    ['in a file made for its entity', 'rows[0].price\n', 'surface:visit_list'],
    ['in a line that names its entity', 'def mine(invoice):\n    return invoice.visit.price\n', '-'],
    ['in a statement about no other', 'class VisitForm:\n    fields = ["price"]\n', '-'],
  ])('is named %s', async (_, lines, subject) => {
    const messages = await report('app/mine.py', lines, [sharedPrice], { subject });
    expect(messages).toEqual([saysPrice(`app/mine.py:${lines.split('\n').length - 1}`)]);
  });

  it.each([
    ['elsewhere', 'def mine(row):\n    return row.price\n'],
    ['in a statement about both', 'def mine(invoice, visit):\n    show(visit)\n    return invoice.price\n'],
  ])('is not named %s', async (_, lines) => {
    expect(await report('app/mine.py', lines, [sharedPrice])).toEqual([]);
  });
});

describe('a field that is gone from the spec, in JavaScript and pages', () => {
  it.each([
    ['forms/visit.js', 'export const mine = visitSchema.pick({ price: true });\n', 1],
    ['routes/mine.js', 'export function visit({ price }) {\n  return price;\n}\n', 1],
    ['routes/mine.js', 'db.update(visits).set({ price: 1 });\n', 1],
    ['routes/mine.js', 'db.select({ price: visits.price }).from(visits);\n', 1],
    ['routes/mine.js', 'const sum = visits.map((row) => row.price);\n', 1],
    ['views/mine.ejs', '<p>\n<%= visit.price %></p>\n', 2],
    ['app/mine.html', '{% for visit in visits %}\n{{ visit.price }}{% endfor %}\n', 2],
    ['app/mine.html', '<input name="price" value="{{ visit.pk }}">\n', 1],
  ])('is named in %s: %s', async (path, lines, line) => {
    expect(await report(path, lines, [price])).toEqual([saysPrice(`${path}:${line}`)]);
  });

  it.each([
    ['routes/mine.js', 'show(visit, { price: 1 }); // visit.price\n'],
    ['routes/mine.js', 'db.select({ price: sum(visits.cost) }).from(visits).map((row) => row.price);\n'],
    ['routes/mine.js', 'visitSchema.extend({ price: z.number() }).pick({ price: true });\n'],
    ['views/mine.ejs', '<%# visit.price %><h1 class="price">Visit: price</h1>\n'],
    ['app/mine.html', '{# visit.price #}<!-- {{ visit }} name="price" --><p price="visit">price</p>\n'],
  ])('is not named in %s: %s', async (path, lines) => {
    expect(await report(path, lines, [price])).toEqual([]);
  });
});

describe('other names that are gone from the spec', () => {
  it.each([
    ['a value', 'app/a.py', 'WAITING = Visit.Status.ARRIVED\n', arrived, 'arrived', 'is'],
    ['a value in quotes', 'a.js', "find(visits, 'status', 'arrived');\n", arrived, 'arrived', 'is'],
    [
      'an entity',
      'app/a.py',
      'product = models.ForeignKey("Product", null=True)\n',
      product,
      'Product',
      'is',
    ],
    ['an entity in a test', 'a.js', "await app.make('Product', {});\n", product, 'Product', 'is'],
    ['its pages', 'a.ejs', '<a href="/products/new/">Shop</a>\n', product, '/products', 'is'],
    ['a relation back', 'a.html', '{{ visit.products.all }}\n', product, 'products', 'is'],
    ['a page', 'a.html', '<a href="{% url \'product_list\' %}">Shop</a>\n', page, 'product_list', 'is'],
    ['a page in Python', 'app/a.py', 'reverse("app:product_list")\n', page, 'product_list', 'is'],
  ])('are named: %s', async (_, path, lines, name, word, is) => {
    expect(await report(path, lines, [name])).toEqual([said(word, `${name.what} ${is}`, `${path}:1`)]);
  });

  it.each([
    ['other members', 'app/a.py', 'x = visit.ARRIVED, Visit.Place.ARRIVED\n', arrived],
    ['quoted words about other fields', 'a.js', "find(visits, 'place', 'arrived');\n", arrived],
    ['labels', 'app/a.py', 'labels = {"product": "Product"}\n', product],
    ['what the user defines', 'app/a.py', 'class Product:\n    pass\n\n\nshow(Product)\n', product],
    ['other paths', 'a.ejs', '<a href="/products-new/">products</a>\n', product],
    ['other pages', 'a.html', "{% url 'my_product_list' %}\n", page],
  ])('are not: %s', async (_, path, lines, name) => {
    expect(await report(path, lines, [name])).toEqual([]);
  });

  it('are one warning a word, with every place', async () => {
    const lines = Array.from({ length: 11 }, (_, at) => `P${at} = Visit.price\n`).join('');
    const both = [price, { entity: 'Invoice', what: 'Invoice.price' }];
    expect(await report('a.py', `${lines}Q = Invoice.price\n`, both)).toEqual([
      expect.stringMatching(
        /\(Visit\.price and Invoice\.price are gone from the spec\): .*a\.py:8, .*a\.py:12$/,
      ),
    ]);
  });

  it('are named where a conflict keeps what the user wrote, not where it is taken away', async () => {
    const form = (fields: string): Record<string, string> => ({
      'app/forms.py': `class VisitForm:\n    fields = [${fields}]\n`,
    });
    const names = { gone: gone([price]) };
    await folder.build(form('"name", "price"'));
    folder.write('apps/demo/app/forms.py', form('"mine", "price"')['app/forms.py']!);
    const kept = await folder.settle(form('"title"'), names);
    expect(kept.diagnostics.map(({ code }) => code)).toEqual(['DZL417']);
    const taken = await folder.settle(form('"title"'), names, { policy: 'take' });
    expect(taken.diagnostics).toEqual([]);
  });
});
