import { expect, it } from '@jest/globals';
import { unmakeableEntities } from '../../../lib/kit/fields/sample-limits.ts';
import { specOf } from '../cases/case-specs.ts';

it('cannot make up a record of an entity whose first record needs another one first', () => {
  const { entities } = specOf(`entity Node "Node":
  id: uuid pk
  parent: ref Node required

entity Leaf "Leaf":
  id: uuid pk
  node: ref Node required

entity Free "Free":
  id: uuid pk
  node: ref Node
`);
  expect([...unmakeableEntities(entities)]).toEqual(['Node', 'Leaf']);
});
