import { expect, it } from '@jest/globals';
import { buildGraph } from '../../../../lib/cli/commands/graph/build-graph.ts';
import { writeMermaid } from '../../../../lib/cli/commands/graph/write-mermaid.ts';
import { shop } from './shop-spec.ts';

it('writes a Mermaid flowchart whose labels end no node', () => {
  const lines = writeMermaid(buildGraph(shop)).split('\n');
  expect(lines.slice(0, 4)).toEqual(['---', 'title: "Shop & <Co>"', '---', 'flowchart LR']);
  expect(lines).toContain('  entity_Order <-->|items| entity_Item');
  expect(lines).toContain('  entity_Order -->|client| entity_Client');
  expect(lines.find((line) => line.includes('entity_Item['))).toContain('enum&#91;new,used,broken,…&#93;');
});
