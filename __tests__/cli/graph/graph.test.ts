import { describe, expect, it } from '@jest/globals';
import { buildGraph } from '../../../lib/cli/graph/build-graph.ts';
import { writeDot } from '../../../lib/cli/graph/write-dot.ts';
import { writeMermaid } from '../../../lib/cli/graph/write-mermaid.ts';
import { writeSvg } from '../../../lib/cli/graph/write-svg.ts';
import type { AppSpec } from '../../../lib/spec/app-spec.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

function load(text: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text }], {});
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

const shop = load(`app shop "Shop & <Co>"
entity Client "Client":
  id: uuid pk
  name: str(100) required
entity Order "Order":
  id: uuid pk
  client: ref Client required
  parent: ref Order
  items: many Item
entity Item "Item":
  id: uuid pk
  state: enum[new,used,broken,lost]=new
surface client_create "New client":
  uses entity Client
  mode: create
  section main "Main":
    field name "Name"
  action next "Order now":
    on submit -> surface order_list
surface order_list "Orders":
  uses entity Order
  mode: list
  section main "Main":
    field client "Client"
surface rules "House rules":
  mode: custom
  section main "Main":
    field agreed "I agree"
experience first "First order":
  start at step who
  step who:
    kind: surface
    surface client_create
    on success -> step what
    on cancel -> step what
  step what:
    kind: surface
    surface order_list
`);

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

describe('the formats', () => {
  it('draw every entity, relation and step as SVG, with hostile titles as text', async () => {
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

  it('write the relation of a required and an optional reference differently in DOT', () => {
    const dot = writeDot(buildGraph(shop));
    expect(dot).toContain(
      '"entity_Order" -> "entity_Client" [label="client", dir=both, arrowtail=crowodot, arrowhead=teetee]',
    );
    expect(dot).toContain(
      '"entity_Order" -> "entity_Order" [label="parent", dir=both, arrowtail=crowodot, arrowhead=teeodot]',
    );
  });

  it('write a Mermaid flowchart whose labels end no node', () => {
    const lines = writeMermaid(buildGraph(shop)).split('\n');
    expect(lines.slice(0, 4)).toEqual(['---', 'title: "Shop & <Co>"', '---', 'flowchart LR']);
    expect(lines).toContain('  entity_Order <-->|items| entity_Item');
    expect(lines).toContain('  entity_Order -->|client| entity_Client');
    expect(lines.find((line) => line.includes('entity_Item['))).toContain('enum&#91;new,used,broken,…&#93;');
  });

  it('give the same bytes for the same spec', async () => {
    expect(await writeSvg(buildGraph(shop))).toBe(await writeSvg(buildGraph(shop)));
  });
});
