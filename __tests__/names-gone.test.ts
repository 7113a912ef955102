import { describe, expect, it } from '@jest/globals';
import { nameChanges } from '../lib/name-changes.ts';
import { namesGone } from '../lib/names-gone.ts';
import type { Rename } from '../lib/spec/rename.ts';
import type { SpecShape } from '../lib/spec/renames.ts';

const before: SpecShape = {
  entities: {
    Visit: { price: 'decimal(8,2)', status: 'enum[open,arrived]', pet: 'ref Pet' },
    Pet: { price: 'int', status: 'enum[arrived,gone]' },
  },
  surfaces: { visit_list: 'list Visit: price', pet_list: 'list Pet' },
};

/** What is gone, in words, with the entities that still have such a name. */
function gone(now: SpecShape, renames: readonly Rename[] = []): string[] {
  const names = namesGone(before, now, nameChanges(before, now, renames))?.names ?? [];
  return names.map(({ kind, what, others }) => [kind, what, ...others].join(' '));
}

describe('what the spec has no more', () => {
  it('is fields, values of enums, entities and surfaces', () => {
    const { Pet, Visit } = before.entities;
    const { status, pet } = Visit!;
    expect(gone({ ...before, entities: { Visit: { status: status!, pet: pet! }, Pet: Pet! } })).toEqual([
      'field Visit.price Pet',
    ]);
    const open = { ...Visit, status: 'enum[open]' };
    expect(gone({ ...before, entities: { Visit: open, Pet: Pet! } })).toEqual([
      'value "arrived" of Visit.status Pet',
    ]);
    expect(gone({ entities: { Pet: Pet! }, surfaces: { pet_list: 'list Pet' } })).toEqual([
      'entity Visit',
      'surface visit_list',
    ]);
  });

  it('is every value of a field that is no enum any more', () => {
    const Pet = { ...before.entities['Pet'], status: 'str(20)' };
    expect(gone({ ...before, entities: { ...before.entities, Pet } })).toEqual([
      'value "arrived" of Pet.status Visit',
      'value "gone" of Pet.status',
    ]);
  });

  it('is nothing that is renamed, nor what is new', () => {
    const { price, ...rest } = before.entities['Visit']!;
    const now = {
      entities: { Call: { ...rest, fee: price!, more: 'int' }, Pet: before.entities['Pet']! },
      surfaces: { call_list: 'list Call: fee', pet_list: 'list Pet', pet_view: 'view Pet' },
    };
    const renames: Rename[] = [
      { kind: 'entity', from: 'Visit', to: 'Call' },
      { kind: 'field', from: 'price', to: 'fee', entity: 'Call' },
      { kind: 'surface', from: 'visit_list', to: 'call_list' },
    ];
    expect(gone(now, renames)).toEqual([]);
    expect(gone(before)).toEqual([]);
    expect(namesGone(null, now, null)).toBeNull();
  });
});
