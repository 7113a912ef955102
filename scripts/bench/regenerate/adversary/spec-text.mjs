/** Writes a spec in the dazzle language: by file, as entities that were moved to a module of their own have a file too. */
export function writeSources(spec) {
  const away = new Set(spec.away);
  const main = [`module tracker`, ''];
  if (away.size > 0) main.push('use parts', '');
  main.push(`app tracker "${spec.title}"`, '');
  const parts = ['module parts', ''];
  for (const entity of spec.entities) (away.has(entity.name) ? parts : main).push(...entityLines(entity), '');
  for (const surface of spec.surfaces) main.push(...surfaceLines(surface), '');
  for (const experience of spec.experiences) main.push(...experienceLines(experience), '');
  for (const workspace of spec.workspaces) main.push(...workspaceLines(workspace), '');
  for (const test of spec.tests) main.push(...testLines(test), '');
  const sources = { 'app.dsl': main.join('\n') };
  if (away.size > 0) sources['parts.dsl'] = parts.join('\n');
  return sources;
}

function entityLines({ name, title, was, fields, constraints, rules = [] }) {
  return [
    `entity ${name} "${title}"${was ? ` was ${was}` : ''}:`,
    ...fields.map(
      (field) =>
        `  ${field.name}: ${[field.type, ...field.modifiers].join(' ')}${field.was ? ` was=${field.was}` : ''}`,
    ),
    ...constraints.map((line) => `  ${line}`),
    ...rules.map((line) => `  ${line}`),
  ];
}

function surfaceLines({ name, title, was, entity, mode, sections, ux }) {
  const lines = [
    `surface ${name} "${title}"${was ? ` was ${was}` : ''}:`,
    `  uses entity ${entity}`,
    `  mode: ${mode}`,
  ];
  for (const section of sections) {
    lines.push(`  section ${section.name} "${section.title}":`);
    for (const field of section.fields) lines.push(`    field ${field.name} "${field.label}"`);
  }
  if (ux.length > 0) lines.push('  ux:');
  for (const { key, value } of ux)
    lines.push(`    ${key}: ${Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}`);
  return lines;
}

function experienceLines({ name, title, start, end }) {
  return [
    `experience ${name} "${title}":`,
    '  start at step enter',
    '  step enter:',
    '    kind: surface',
    `    surface ${start}`,
    '    on success -> step look',
    '  step look:',
    '    kind: surface',
    `    surface ${end}`,
  ];
}

function workspaceLines({ name, title, entity, limit, count }) {
  return [
    `workspace ${name} "${title}":`,
    `  purpose: "What is new"`,
    '  recent:',
    `    source: ${entity}`,
    `    limit: ${limit}`,
    ...(count ? ['  total:', '    aggregate:', `      all: count(${entity})`] : []),
  ];
}

function testLines({ name, title, entity, data, expect }) {
  return [
    `test ${name}: "${title}"`,
    '  action: create ' + entity,
    '  data:',
    ...data.map(([field, value]) => `    ${field}: ${value}`),
    '  expect:',
    ...expect.map((line) => `    ${line}`),
  ];
}
