/** The application that the benchmark evolves, as data, and its text in the dazzle language. */

export const baseSpec = () => ({
  app: ['tracker', 'Work Tracker'],
  entities: [
    entity('Project', 'Project', [
      ['name', 'str(120) required'],
      ['code', 'str(12) required unique'],
      ['description', 'text optional'],
      ['budget', 'decimal(10,2) optional'],
      ['active', 'bool default=true'],
      ['created_at', 'datetime auto_add'],
    ]),
    entity('Task', 'Task', [
      ['title', 'str(200) required'],
      ['notes', 'text optional'],
      ['status', 'enum[todo,doing,done]=todo'],
      ['priority', 'int default=3 min=1 max=5'],
      ['due_on', 'date optional'],
      ['project', 'ref Project required'],
      ['assignee', 'ref Person optional'],
      ['created_at', 'datetime auto_add'],
    ]),
    entity('Person', 'Person', [
      ['full_name', 'str(150) required'],
      ['email', 'email required unique'],
      ['phone', 'str(30) optional'],
      ['active', 'bool default=true'],
    ]),
    entity('Comment', 'Comment', [
      ['body', 'text required'],
      ['task', 'ref Task required'],
      ['author', 'ref Person optional'],
      ['created_at', 'datetime auto_add'],
    ]),
  ],
  surfaces: [
    ...surfacesOf(
      'Project',
      'Projects',
      ['name', 'code', 'budget', 'active'],
      ['name', 'code', 'description', 'budget', 'active'],
    ),
    ...surfacesOf(
      'Task',
      'Tasks',
      ['title', 'status', 'priority', 'due_on', 'project'],
      ['title', 'notes', 'status', 'priority', 'due_on', 'project', 'assignee'],
    ),
    ...surfacesOf(
      'Person',
      'People',
      ['full_name', 'email', 'active'],
      ['full_name', 'email', 'phone', 'active'],
    ),
    ...surfacesOf('Comment', 'Comments', ['task', 'author', 'created_at'], ['body', 'task', 'author']),
  ],
});

export function entity(name, title, fields) {
  return { name, title, was: null, fields: [['id', 'uuid pk'], ...fields], constraints: [] };
}

export function surfacesOf(entityName, plural, listed, written) {
  const lower = entityName.toLowerCase();
  const surface = (mode, title, fields) => ({
    name: `${lower}_${mode}`,
    title,
    was: null,
    entity: entityName,
    mode,
    fields: fields.map((field) => [field, labelOf(field)]),
    ux: [],
  });
  return [
    surface('list', plural, listed),
    surface('view', `${entityName} details`, written),
    surface('create', `New ${lower}`, written),
    surface('edit', `Edit ${lower}`, written),
  ];
}

export function labelOf(field) {
  const words = field.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** Writes a spec in the dazzle language. */
export function writeSpec(spec) {
  const lines = [`app ${spec.app[0]} "${spec.app[1]}"`, ''];
  for (const { name, title, was, fields, constraints } of spec.entities) {
    lines.push(`entity ${name} "${title}"${was ? ` was ${was}` : ''}:`);
    for (const [field, type] of fields) lines.push(`  ${field}: ${type}`);
    lines.push(...constraints.map((constraint) => `  ${constraint}`), '');
  }
  for (const { name, title, was, entity: of, mode, fields, ux } of spec.surfaces) {
    lines.push(
      `surface ${name} "${title}"${was ? ` was ${was}` : ''}:`,
      `  uses entity ${of}`,
      `  mode: ${mode}`,
      '  section main "Main":',
    );
    for (const [field, label] of fields) lines.push(`    field ${field} "${label}"`);
    if (ux.length > 0) lines.push('  ux:', ...ux.map((line) => `    ${line}`));
    lines.push('');
  }
  return lines.join('\n');
}
