import { describe, expect, it } from '@jest/globals';
import { findRenaming } from '../lib/find-renaming.ts';
import type { SpecShape } from '../lib/spec/renames.ts';

const shape = (entities: SpecShape['entities'], renames?: Readonly<Record<string, string>>): SpecShape => ({
  entities,
  surfaces: {},
  ...(renames === undefined ? {} : { renames }),
});

const key = { id: 'uuid' };
const client = shape({ Client: key }, {});
const customer = shape({ Customer: key }, { 'entity Customer': 'Client' });

/** The renames, as `from → to`. */
const found = (former: SpecShape | null, now: SpecShape | null): string[] =>
  findRenaming(former, now).renames.map(({ from, to }) => `${from} → ${to}`);

describe('what a build renames', () => {
  it('is what the spec declares, with the plurals of the names', () => {
    const { renames, names } = findRenaming(client, customer);
    expect(renames).toEqual([
      { kind: 'entity', from: 'Client', to: 'Customer', plurals: ['Clients', 'Customers'] },
    ]);
    expect([...names!.entities.keys()]).toEqual(['Client']);
  });

  it.each<[string, SpecShape | null, SpecShape | null, string[]]>([
    ['nothing where the spec of now is not known', client, null, []],
    ['nothing where the build before carried it out', customer, customer, []],
    [
      'nothing where it stays in the spec after the name was given to another',
      customer,
      shape({ Customer: key, Client: key }, { 'entity Customer': 'Client' }),
      [],
    ],
    [
      'a swap that is declared since',
      shape({ A: key, B: key }, {}),
      shape({ A: key, B: key }, { 'entity A': 'B', 'entity B': 'A' }),
      ['B → A', 'A → B'],
    ],
    [
      'no swap that was declared before',
      shape({ A: key, B: key }, { 'entity A': 'B', 'entity B': 'A' }),
      shape({ A: key, B: key }, { 'entity A': 'B', 'entity B': 'A' }),
      [],
    ],
    [
      'a field of an entity that is renamed too',
      shape({ Client: { ...key, tel: 'text' } }, {}),
      shape(
        { Customer: { ...key, phone: 'text' } },
        { 'entity Customer': 'Client', 'field Customer.phone': 'tel' },
      ),
      ['Client → Customer', 'tel → phone'],
    ],
    [
      'no field that was renamed under the old name of its entity',
      shape({ Client: { ...key, phone: 'text' } }, { 'field Client.phone': 'tel' }),
      shape(
        { Customer: { ...key, phone: 'text' } },
        { 'entity Customer': 'Client', 'field Customer.phone': 'tel' },
      ),
      ['Client → Customer'],
    ],
    [
      'where an early version kept no declarations, only what is certain',
      shape({ Client: key, A: key, B: key }),
      shape(
        { Customer: key, A: key, B: key },
        { 'entity Customer': 'Client', 'entity A': 'B', 'entity B': 'A' },
      ),
      ['Client → Customer'],
    ],
  ])('is %s', (_, former, now, renames) => {
    expect(found(former, now)).toEqual(renames);
  });

  it('is what is certain where the earlier spec is not known', () => {
    const { renames, names } = findRenaming(null, customer);
    expect([renames.map(({ to }) => to), names]).toEqual([['Customer'], null]);
  });
});
