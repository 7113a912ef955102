import type { Command } from '../../command.ts';

/** `dazzle graph`: the application as a picture. */
export const graph: Command = {
  name: 'graph',
  summary: 'draw entities, surfaces and experiences as SVG, Mermaid or DOT',
  group: 'Look',
  isOfProject: true,
  options: [
    {
      flags: '--format <format>',
      about: 'svg, mermaid or dot (default: by the ending of --out, else svg)',
      complete: () => ['svg', 'mermaid', 'dot'],
    },
    { flags: '--out <file>', about: 'write to this file instead of stdout' },
  ],
  examples: [
    ['dazzle graph --out docs/app.svg', 'a picture for the README'],
    ['dazzle graph --format mermaid', 'for Markdown that renders it'],
    ['dazzle graph --format dot | dot -Tpdf -o app.pdf', 'with Graphviz'],
  ],
  load: () => import('./run.ts'),
};
