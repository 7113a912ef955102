import { describe, expect, it } from '@jest/globals';
import { isKept, readRenames, keepRenames } from '../../lib/spec/kept-renames.ts';
import type { Rename } from '../../lib/spec/rename.ts';

const renames: readonly Rename[] = [
  { kind: 'entity', from: 'Client', to: 'Customer' },
  { kind: 'surface', from: 'client_list', to: 'customer_list' },
  { kind: 'field', from: 'tel', to: 'phone', entity: 'Customer' },
];

describe('kept renames', () => {
  it('is the old names by what has the new one', () => {
    expect(keepRenames(renames)).toEqual({
      'entity Customer': 'Client',
      'surface customer_list': 'client_list',
      'field Customer.phone': 'tel',
    });
  });

  it('gives back what was written down', () => {
    expect(readRenames(keepRenames(renames))).toEqual(renames);
  });

  it('keeps the last of two onto one name', () => {
    const [first] = renames;
    expect(keepRenames([first!, { ...first!, from: 'Guest' }])).toEqual({ 'entity Customer': 'Guest' });
  });

  it.each<[string, Rename, string | undefined, boolean]>([
    ['holds a rename that was written down', renames[0]!, undefined, true],
    ['holds no rename from another name', { ...renames[0]!, from: 'Guest' }, undefined, false],
    ['holds no rename to another name', { ...renames[0]!, to: 'constructor' }, undefined, false],
    [
      'holds the rename of a field whose entity had another name then',
      { ...renames[2]!, entity: 'Buyer' },
      'Customer',
      true,
    ],
    ['holds no rename of a field of another entity', { ...renames[2]!, entity: 'Buyer' }, undefined, false],
  ])('%s', (_, rename, entity, expected) => {
    expect(isKept(keepRenames(renames), rename, entity)).toBe(expected);
  });
});
