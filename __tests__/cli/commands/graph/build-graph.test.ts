import { describe, expect, it } from '@jest/globals';
import { buildGraph } from '../../../../lib/cli/commands/graph/build-graph.ts';
import { load, shop } from './shop-spec.ts';

describe('buildGraph', () => {
  it('tells entities, relations, pages, experiences and links', () => {
    const graph = buildGraph(shop);
    expect(graph.entities.map(({ name, surfaces, hidden }) => ({ name, surfaces, hidden }))).toEqual([
      { name: 'Client', surfaces: ['create'], hidden: 0 },
      { name: 'Order', surfaces: ['list'], hidden: 0 },
      { name: 'Item', surfaces: [], hidden: 0 },
    ]);
    expect(graph.relations).toEqual([
      { from: 'Order', to: 'Client', label: 'client', many: false, required: true },
      { from: 'Order', to: 'Order', label: 'parent', many: false, required: false },
      { from: 'Order', to: 'Item', label: 'items', many: true, required: false },
    ]);
    expect(graph.pages).toEqual([{ name: 'rules', title: 'House rules' }]);
    expect(graph.experiences[0]).toMatchObject({
      start: 'who',
      transitions: [
        { from: 'who', to: 'what', on: 'success' },
        { from: 'who', to: 'what', on: 'cancel' },
      ],
    });
    expect(graph.links).toEqual([{ from: 'entity_Client', to: 'entity_Order', label: 'Order now' }]);
  });

  it('lists only keys and references above twenty entities', () => {
    const entities = Array.from(
      { length: 21 },
      (_, index) => `entity E${index} "E":\n  id: uuid pk\n  a: text\n  b: text\n`,
    );
    const [first] = buildGraph(load(`app big "Big"\n${entities.join('')}`)).entities;
    expect(first).toMatchObject({ rows: [{ name: 'id', type: 'uuid', mark: 'key' }], hidden: 2 });
  });
});
