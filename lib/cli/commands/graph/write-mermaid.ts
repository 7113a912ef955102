import { entityId, pageId, stepId, type AppGraph } from './build-graph.ts';

/** The picture as a Mermaid flowchart, for Markdown that renders it. */
export function writeMermaid(graph: AppGraph): string {
  const lines = ['---', `title: ${JSON.stringify(graph.title)}`, '---', 'flowchart LR'];
  for (const entity of graph.entities) {
    const rows = entity.rows.map(
      ({ name, type, mark }) => `${mark === 'key' ? '🔑 ' : ''}${escape(name)}: ${escape(type)}`,
    );
    if (entity.hidden > 0) rows.push(`and ${entity.hidden} more`);
    if (entity.surfaces.length > 0) rows.push(`<i>${entity.surfaces.join(' · ')}</i>`);
    lines.push(`  ${entityId(entity.name)}["<b>${escape(entity.name)}</b><br/>${rows.join('<br/>')}"]`);
  }
  for (const page of graph.pages) lines.push(`  ${pageId(page.name)}(["${escape(page.title)}"])`);
  for (const { from, to, label, many } of graph.relations) {
    lines.push(`  ${entityId(from)} ${many ? '<-->' : '-->'}|${escape(label)}| ${entityId(to)}`);
  }
  for (const experience of graph.experiences) {
    lines.push(`  subgraph experience_${experience.name}["${escape(experience.title)}"]`);
    for (const step of experience.steps)
      lines.push(
        `    ${stepId(experience.name, step.name)}("${escape(step.name)}<br/><i>${escape(step.shows)}</i>")`,
      );
    for (const { from, to, on } of experience.transitions) {
      lines.push(
        `    ${stepId(experience.name, from)} ${on === 'success' ? '-->' : '-.->'}|${on}| ${stepId(experience.name, to)}`,
      );
    }
    lines.push('  end');
    for (const step of experience.steps) {
      if (step.node !== null) lines.push(`  ${stepId(experience.name, step.name)} -.- ${step.node}`);
    }
  }
  for (const { from, to, label } of graph.links) lines.push(`  ${from} -.->|${escape(label)}| ${to}`);
  return `${lines.join('\n')}\n`;
}

/** Mermaid's labels know HTML entities; quotes, brackets and pipes would end them. */
function escape(text: string): string {
  return text.replace(/[&<>"|[\]{}()#]/g, (character) => `&#${character.charCodeAt(0)};`);
}
