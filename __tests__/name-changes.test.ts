import { describe, expect, it } from '@jest/globals';
import { listEffective, nameChanges, pluralsOf, targetOf } from '../lib/name-changes.ts';
import type { Rename } from '../lib/spec/rename.ts';
import type { SpecShape } from '../lib/spec/renames.ts';

const before: SpecShape = {
  entities: { Client: { id: 'uuid', tel: 'str(20)' }, Order: { id: 'uuid', client: 'ref Client' } },
  surfaces: { client_list: 'list Client: tel', home: 'custom' },
};
const now: SpecShape = {
  entities: {
    Customer: { id: 'uuid', phone: 'str(20)', email: 'email' },
    Order: { id: 'uuid', client: 'ref Customer' },
  },
  surfaces: { customer_list: 'list Customer: phone', home: 'custom' },
};
const entity: Rename = { kind: 'entity', from: 'Client', to: 'Customer' };
const field: Rename = { kind: 'field', from: 'tel', to: 'phone', entity: 'Customer' };
const surface: Rename = { kind: 'surface', from: 'client_list', to: 'customer_list' };

describe('the names that renames change', () => {
  it('are told with all that they do not', () => {
    const names = nameChanges(before, now, [entity, field, surface])!;
    expect([...names.entities]).toEqual([
      [
        'Client',
        {
          from: 'Client',
          to: 'Customer',
          plurals: ['Clients', 'Customers'],
          fields: new Map([
            ['id', { to: 'id', target: null }],
            ['tel', { to: 'phone', target: null }],
          ]),
          added: ['email'],
        },
      ],
      [
        'Order',
        {
          from: 'Order',
          to: 'Order',
          plurals: ['Orders', 'Orders'],
          fields: new Map([
            ['id', { to: 'id', target: null }],
            ['client', { to: 'client', target: 'Client', isMany: false }],
          ]),
          added: [],
        },
      ],
    ]);
    expect([...names.surfaces]).toEqual([
      ['client_list', { to: 'customer_list', entity: 'Client' }],
      ['home', { to: 'home', entity: null }],
    ]);
  });

  it.each<[string, unknown, readonly Rename[]]>([
    ['where the earlier spec is not known', null, [entity]],
    ['where nothing is renamed', before, []],
    ['where the rename was carried out before', now, [entity, field, surface]],
  ])('are none %s', (_, previous, renames) => {
    expect(nameChanges(previous, now, renames)).toBeNull();
  });
});

it.each<[string, readonly Rename[], readonly Rename[]]>([
  ['all that lead from one spec to the next', [surface, field, entity], [entity, field, surface]],
  ['no field of an entity whose own rename is missing', [field], []],
  ['no rename of what never was', [{ ...entity, from: 'Guest' }], []],
  ['no rename to what is not there', [{ ...entity, to: 'Guest' }], []],
])('counts %s', (_, renames, counted) => {
  expect(listEffective(before, now, renames)).toEqual(counted);
});

it.each([
  ['BlogPost', 'Story', ['Blog posts', 'Stories']],
  ['Child', 'Person', ['Children', 'People']],
])('the plurals of %s and %s are in words', (from, to, plurals) => {
  expect(pluralsOf({ from, to })).toEqual(plurals);
});

it.each([
  ['ref Seller', { target: 'Seller', isMany: false }],
  ['many Tag', { target: 'Tag', isMany: true }],
  ['str(20)', { target: null }],
  ['enum[ref,many]', { target: null }],
])('%s leads to %j', (type, target) => {
  expect(targetOf(type)).toEqual(target);
});
