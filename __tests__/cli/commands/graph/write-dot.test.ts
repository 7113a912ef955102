import { expect, it } from '@jest/globals';
import { buildGraph } from '../../../../lib/cli/commands/graph/build-graph.ts';
import { writeDot } from '../../../../lib/cli/commands/graph/write-dot.ts';
import { shop } from './shop-spec.ts';

it('writes the relation of a required and an optional reference differently in DOT', () => {
  const dot = writeDot(buildGraph(shop));
  expect(dot).toContain(
    '"entity_Order" -> "entity_Client" [label="client", dir=both, arrowtail=crowodot, arrowhead=teetee]',
  );
  expect(dot).toContain(
    '"entity_Order" -> "entity_Order" [label="parent", dir=both, arrowtail=crowodot, arrowhead=teeodot]',
  );
});
