import { describe, expect, it } from '@jest/globals';
import { adminScreen } from '../../../lib/kit/screens/admin-screen.ts';
import { entitiesOf } from '../fields/fields-of.ts';

/** The names of what the admin area shows of the first entity. */
function screenOf(text: string): object {
  const { label, columns, filters, search } = adminScreen(entitiesOf(text)[0]!);
  const names = (fields: readonly { readonly name: string }[]): string[] => fields.map(({ name }) => name);
  return {
    label: label.name,
    columns: names(columns),
    filters: filters.map(({ parameter, control }) => `${parameter}: ${control}`),
    search: names(search),
  };
}

describe('the admin area', () => {
  it('shows six short fields behind the name of a record, and searches in its texts', () => {
    const text = `
entity Thing "Thing":
  id: uuid pk
  weight: float
  name: str(80)
  notes: text
  tags: many Thing
  extra: json
  open: bool
  state: enum[new,old]
  parent: ref Thing
  day: date
  mail: email
  count: int
`;
    expect(screenOf(text)).toEqual({
      label: 'name',
      columns: ['weight', 'open', 'state', 'parent', 'day', 'mail'],
      filters: ['open: yes-no', 'state: choice', 'parent: record'],
      search: ['name', 'notes', 'mail'],
    });
  });

  it('finds a record without any text by its key', () => {
    expect(screenOf('entity Count "Count":\n  id: int pk\n  value: float\n')).toEqual({
      label: 'id',
      columns: ['value'],
      filters: [],
      search: ['id'],
    });
  });
});
