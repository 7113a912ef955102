import { beforeAll, describe, expect, it } from '@jest/globals';
import ejs from 'ejs';
import type { Diagnostic } from '../../../lib/index.ts';
import { generate, specOf } from './generate.ts';

const shop = `entity Order "Order":
  id: uuid pk
  class: str(40) required
  state: enum[new,paid]=new
  customer: ref Customer required
  gifts: many Customer
  total: decimal(8,2) min=0

entity Customer "Customer":
  code: str(8) pk
  name: str(80) required unique

surface order_list "Orders":
  uses entity Order
  mode: list
  section main "Orders":
    field class "Class"
    field customer "Customer"
    field state "State"

surface order_create "New order":
  uses entity Order
  mode: create
  section main "Order":
    field class "Class with a tag: %>"
    field customer "Customer"
    field gifts "Gifts"

surface order_edit "Edit order":
  uses entity Order
  mode: edit
  section main "Order":
    field class "Class"

surface customer_view "Customer":
  uses entity Customer
  mode: view
  section main "Customer":
    field name "Name"

surface delete "Remove":
  uses entity Order
  mode: custom
  section main "Order":
    field total "Total"

experience buy "Buy":
  start at step order
  step order:
    kind: surface
    surface order_create
`;

let files: ReadonlyMap<string, string>;
let reported: readonly Diagnostic[];

beforeAll(async () => {
  ({ files, reported } = await generate(specOf(shop)));
}, 60_000);

describe('express_micro', () => {
  it('writes the same bytes each time', async () => {
    const second = await generate(specOf(shop));
    expect([...second.files]).toEqual([...files]);
  }, 60_000);

  it('adds no migration where the schema did not change', async () => {
    const second = await generate(specOf(shop), { existing: Object.fromEntries(files) });
    const migrations = (all: ReadonlyMap<string, string>): string[] =>
      [...all.keys()].filter((path) => path.startsWith('drizzle/'));
    expect(migrations(second.files)).toEqual(migrations(files));
    expect(migrations(files)).toContain('drizzle/0000_initial.sql');
  }, 60_000);

  it('writes code that its formatter can read', () => {
    expect(reported.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reported.filter(({ code }) => code === 'DZL315')).toEqual([]);
  });

  it('writes views that compile, whatever their labels hold', () => {
    const views = [...files].filter(([path]) => path.endsWith('.ejs'));
    expect(views.length).toBeGreaterThan(15);
    for (const [path, text] of views) {
      expect(() => ejs.compile(text, { filename: `/views/${path}` })).not.toThrow();
    }
    expect(files.get('views/order/order_create.ejs')).toContain("label: 'Class with a tag: %\\x3E'");
  });

  it('prints nothing unescaped in a view but includes', () => {
    const raw = [...files]
      .filter(([path]) => path.endsWith('.ejs'))
      .flatMap(([, text]) => text.match(/<%-(?!\s*include\().*/g) ?? []);
    expect(raw).toEqual([]);
  });

  it('keeps each file that is written by hand elsewhere below 300 lines', () => {
    const long = [...files].filter(
      ([path, text]) => path.startsWith('src/') && text.split('\n').length > 300,
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('imports what each module uses, and no module that is not there', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('src/')) continue;
      for (const [, target] of text.matchAll(/from '(\.[^']+)'/g)) {
        const resolved = new URL(target!, `file:///${path}`).pathname.slice(1);
        expect({ path, target, exists: files.has(resolved) }).toEqual({ path, target, exists: true });
      }
    }
  });
});

describe('the routes', () => {
  it('put fixed addresses before those with a key', () => {
    const paths = [...files.get('src/routes/order.js')!.matchAll(/router\.get\('([^']+)'/g)].map(
      ([, path]) => path,
    );
    expect(paths).toEqual([
      '/orders/',
      '/orders/new/',
      '/orders/:id/edit/',
      '/orders/:id/delete-page/',
      '/orders/:id/delete/',
    ]);
  });

  it('keep the view of a surface apart from the page that asks before deleting', () => {
    expect(files.has('views/order/delete.ejs')).toBe(true);
    expect(files.has('views/order/delete_record.ejs')).toBe(true);
  });

  it('leave a surface out that the spec does not declare, and the links to it', () => {
    expect(files.get('src/routes/customer.js')).not.toContain('/customers/new/');
    expect(files.get('views/customer/customer_view.ejs')).not.toMatch(/Edit|Delete|\/customers\/"/);
  });
});

describe('a list', () => {
  it('reads what its rows show, and the references that their buttons follow', async () => {
    const spec = specOf(`entity Person "Person":
  id: uuid pk
  name: str(40) required

entity Task "Task":
  id: uuid pk
  title: str(40) required
  owner: ref Person required
  due: date
  notes: text

surface task_list "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
    field due "Due"
  action owner "Owner":
    on click -> surface person_view

surface person_view "Person":
  uses entity Person
  mode: view
  section main "Person":
    field name "Name"
`);
    const { files } = await generate(spec);
    expect(files.get('src/routes/task.js')).toContain("columns: ['title', 'due', 'owner'],");
  });
});

describe('the models', () => {
  it('describe keys, labels and links', () => {
    const order = files.get('src/models/order.js')!;
    expect(order).toContain("label: 'class'");
    expect(order).toContain("link: { table: ordersGifts, source: 'order_id', target: 'customer_id' }");
    expect(files.get('src/models/customer.js')).toContain("unique: [['code'], ['name']]");
  });
});
