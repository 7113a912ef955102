import { describe, expect, it } from '@jest/globals';
import { fieldKind, fieldKinds } from '../../../lib/kit/fields/field-kinds.ts';
import type { FieldKind } from '../../../lib/kit/fields/field-kinds.ts';
import { fieldOf } from './fields-of.ts';

/** The types of which `claim` holds. */
function kindsThat(claim: (kind: FieldKind) => boolean): string[] {
  return Object.entries(fieldKinds).flatMap(([name, kind]) => (claim(kind) ? [name] : []));
}

describe('what a type means to an application', () => {
  it('is found by a field of the type', () => {
    expect(fieldKind(fieldOf('opened: datetime'))).toEqual({
      input: 'datetime-local',
      storage: 'timestamp',
      display: 'date-time',
      filter: { control: 'date', match: 'day' },
      isFiltered: false,
      isSearched: false,
      isSortable: true,
      isListed: true,
      isLinkText: true,
      bounds: null,
      maxLength: null,
      step: null,
      key: 'text',
      samples: 'datetime',
    });
  });

  it.each<[string, (kind: FieldKind) => boolean, readonly string[]]>([
    ['filtered by', (kind) => kind.isFiltered, ['bool', 'enum', 'ref']],
    ['searched in', (kind) => kind.isSearched, ['str', 'text', 'email', 'url']],
    ['left out of lists', (kind) => !kind.isListed, ['text', 'json', 'many']],
    ['no link to their record', (kind) => !kind.isLinkText, ['json', 'many']],
    ['without an order', (kind) => !kind.isSortable, ['json', 'many']],
    ['bounded by value', (kind) => kind.bounds === 'value', ['int', 'float', 'decimal']],
    ['bounded by length', (kind) => kind.bounds === 'length', ['str', 'text', 'email', 'url']],
    ['made up as keys', (kind) => kind.key !== 'text', ['int', 'uuid']],
  ])('says which types are %s', (_, claim, types) => {
    expect(kindsThat(claim)).toEqual(types);
  });

  it('says for each type how a list filters by it', () => {
    const shapes = Object.entries(fieldKinds).map(([name, { filter }]) => [
      name,
      filter.control,
      filter.match,
    ]);
    expect(shapes).toEqual([
      ['str', 'text', 'same-text'],
      ['text', 'text', 'contains'],
      ['int', 'number', 'equal'],
      ['float', 'number', 'equal'],
      ['decimal', 'number', 'equal'],
      ['bool', 'yes-no', 'equal'],
      ['date', 'date', 'equal'],
      ['time', 'time', 'equal'],
      ['datetime', 'date', 'day'],
      ['uuid', 'uuid', 'equal'],
      ['email', 'text', 'same-text'],
      ['url', 'text', 'same-text'],
      ['json', 'text', 'contains'],
      ['enum', 'choice', 'equal'],
      ['ref', 'record', 'equal'],
      ['many', 'record', 'member'],
    ]);
  });
});
