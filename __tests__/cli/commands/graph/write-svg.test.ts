import { expect, it } from '@jest/globals';
import { buildGraph } from '../../../../lib/cli/commands/graph/build-graph.ts';
import { writeSvg } from '../../../../lib/cli/commands/graph/write-svg.ts';
import { shop } from './shop-spec.ts';

it('draws every entity, relation and step as SVG, with hostile titles as text', async () => {
  const svg = await writeSvg(buildGraph(shop));
  expect(svg).toMatch(/^<svg/);
  for (const text of [
    'Client',
    'Order',
    'Item',
    'client_create',
    'House rules',
    'First order',
    'Shop &amp; &lt;Co&gt;',
  ]) {
    expect(svg).toContain(text);
  }
  expect(svg).not.toContain('<Co>');
});

it('gives the same bytes for the same spec', async () => {
  expect(await writeSvg(buildGraph(shop))).toBe(await writeSvg(buildGraph(shop)));
});
