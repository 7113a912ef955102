import { entityId, pageId, stepId, type AppGraph, type EntityNode } from './build-graph.ts';

const colours = {
  head: '#1d4ed8',
  body: '#ffffff',
  line: '#64748b',
  soft: '#f1f5f9',
  ink: '#0f172a',
  mute: '#475569',
  flow: '#0f766e',
};

/** The picture in Graphviz's language: entities as tables, references as crow's feet, experiences as clusters. */
export function writeDot(graph: AppGraph): string {
  const lines = [
    'digraph app {',
    `  graph [label=${quote(graph.title)}, labelloc=t, fontname="Helvetica,Arial,sans-serif", fontsize=18, rankdir=LR, nodesep=0.35, ranksep=0.9, pad=0.3, bgcolor="white", packmode="graph", pack=24]`,
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, shape=plain]',
    `  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, color="${colours.line}", fontcolor="${colours.mute}", arrowsize=0.8]`,
    ...graph.entities.map(
      (entity) =>
        `  ${quote(entityId(entity.name))} [tooltip=${quote(entity.title)}, label=<${entityTable(entity)}>]`,
    ),
    ...graph.pages.map(
      (page) =>
        `  ${quote(pageId(page.name))} [shape=box, style="rounded,filled", fillcolor="${colours.soft}", color="${colours.line}", width=${(widthOf(page.title) / 72).toFixed(2)}, label=${quote(page.title)}]`,
    ),
    ...graph.relations.map(
      ({ from, to, label, many, required }) =>
        `  ${quote(entityId(from))} -> ${quote(entityId(to))} [label=${quote(label)}, dir=both, arrowtail=${many ? 'crow' : 'crowodot'}, arrowhead=${many ? 'crow' : required ? 'teetee' : 'teeodot'}]`,
    ),
  ];
  for (const experience of graph.experiences) {
    lines.push(
      `  subgraph ${quote(`cluster_${experience.name}`)} {`,
      `    graph [label=${quote(experience.title)}, labelloc=t, fontsize=13, style="rounded,filled", color="${colours.flow}", fillcolor="#f0fdfa"]`,
      ...experience.steps.map(
        (step) =>
          `    ${quote(stepId(experience.name, step.name))} [shape=box, style="rounded,filled", fillcolor="white", color="${colours.flow}", penwidth=${step.name === experience.start ? 2 : 1}, width=${(Math.max(widthOf(step.name), widthOf(step.shows)) / 72).toFixed(2)}, label=${quote(`${step.name}\n${step.shows}`)}]`,
      ),
      ...experience.transitions.map(
        ({ from, to, on }) =>
          `    ${quote(stepId(experience.name, from))} -> ${quote(stepId(experience.name, to))} [label=${quote(on)}, color="${colours.flow}"${on === 'success' ? '' : ', style=dashed'}]`,
      ),
      '  }',
      ...experience.steps.flatMap((step) =>
        step.node === null
          ? []
          : [
              `  ${quote(stepId(experience.name, step.name))} -> ${quote(step.node)} [style=dotted, arrowhead=none, constraint=false]`,
            ],
      ),
    );
  }
  lines.push(
    ...graph.links.map(
      ({ from, to, label }) =>
        `  ${quote(from)} -> ${quote(to)} [label=${quote(label)}, style=dashed, color="${colours.flow}", constraint=false]`,
    ),
    '}',
    '',
  );
  return lines.join('\n');
}

function entityTable(entity: EntityNode): string {
  const row = ({ name, type, mark }: EntityNode['rows'][number]): string => {
    const label =
      mark === 'key'
        ? `<u>${escape(name)}</u>`
        : mark === 'required'
          ? `<b>${escape(name)}</b>`
          : escape(name);
    return `<tr><td align="left" width="${widthOf(name)}">${label}</td><td align="left" width="${widthOf(type)}"><font color="${colours.mute}">${escape(type)}</font></td></tr>`;
  };
  const foot = (text: string): string =>
    `<tr><td colspan="2" align="left" width="${widthOf(text, 6)}" bgcolor="${colours.soft}"><font point-size="9" color="${colours.mute}">${escape(text)}</font></td></tr>`;
  return [
    `<table border="1" cellborder="0" cellspacing="0" cellpadding="4" color="${colours.line}" bgcolor="${colours.body}">`,
    `<tr><td colspan="2" bgcolor="${colours.head}"><font color="white"><b>${escape(entity.name)}</b></font></td></tr>`,
    ...entity.rows.map(row),
    ...(entity.hidden > 0 ? [foot(`and ${entity.hidden} more field${entity.hidden === 1 ? '' : 's'}`)] : []),
    ...(entity.surfaces.length > 0 ? [foot(entity.surfaces.join(' · '))] : []),
    '</table>',
  ].join('');
}

/** Points that a text takes in the widest of the usual sans-serif fonts: there are no font metrics to ask. */
function widthOf(text: string, perCharacter = 7): number {
  return text.length * perCharacter + 8;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
