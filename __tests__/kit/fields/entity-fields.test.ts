import { describe, expect, it } from '@jest/globals';
import { keyField, keyKind, labelField } from '../../../lib/kit/fields/entity-fields.ts';
import { entitiesOf } from './fields-of.ts';

describe('the fields that stand for a record', () => {
  const entities = entitiesOf(`
entity Person "Person":
  number: int pk
  mail: email required
  nick: str(20)
  name: str(80)
entity Profile "Profile":
  owner: ref Person pk
  bio: text
entity Page "Page":
  id: uuid pk
  profile: ref Profile
  slug: str(80)
`);

  it('are its key, and the name that it is called by', () => {
    expect(entities.map((entity) => [keyField(entity).name, labelField(entity).name])).toEqual([
      ['number', 'name'],
      ['owner', 'owner'],
      ['id', 'slug'],
    ]);
  });

  it('tell a key apart as that of the record that it refers to', () => {
    expect(entities.map(({ name }) => keyKind(entities, name))).toEqual(['int', 'int', 'uuid']);
  });
});
