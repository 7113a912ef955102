import type { AppGraph } from './build-graph.ts';
import { writeDot } from './write-dot.ts';

/** The picture as SVG, laid out by Graphviz's WebAssembly build: no browser and no program is needed. */
export async function writeSvg(graph: AppGraph): Promise<string> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const svg = viz.renderString(writeDot(graph), { format: 'svg', engine: 'dot' });
  return svg.slice(svg.indexOf('<svg'));
}
