import { evolutions } from './evolutions.mjs';

/** Renames an entity, and where asked its surfaces, so that files move. */
const moveEntity = (from, to, { surfaces = true } = {}) => ({
  name: `rename entity ${from} to ${to}${surfaces ? ' with its surfaces' : ''}`,
  moves: [{ kind: 'entity', from, to }, ...(surfaces ? modes.map((mode) => moveOf(from, to, mode)) : [])],
  move(spec) {
    const found = spec.entities.find(({ name }) => name === from);
    Object.assign(found, { name: to, was: from });
    for (const { fields } of spec.entities) {
      for (const field of fields) field[1] = field[1].replace(`ref ${from} `, `ref ${to} `);
    }
    for (const surface of spec.surfaces.filter((one) => one.entity === from)) {
      surface.entity = to;
      if (surfaces) moveName(surface, moveOf(from, to, surface.mode).to);
    }
  },
});

const moveSurface = (from, to) => ({
  name: `rename surface ${from} to ${to}`,
  moves: [{ kind: 'surface', from, to }],
  move: (spec) =>
    moveName(
      spec.surfaces.find(({ name }) => name === from),
      to,
    ),
});

const modes = ['list', 'view', 'create', 'edit'];
const snake = (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
const moveOf = (from, to, mode) => ({
  kind: 'surface',
  from: `${snake(from)}_${mode}`,
  to: `${snake(to)}_${mode}`,
});
const moveName = (surface, to) => Object.assign(surface, { name: to, was: surface.name });
const known = (name) => evolutions.find((evolution) => evolution.name === name);

/** A rename together with changes of the spec; the changes alone tell what the edit meets but for the names. */
const together = (moves, ...names) => {
  const changes = names.map(known);
  return {
    name: [...moves, ...changes].map(({ name }) => name).join(' + '),
    moves: moves.flatMap((one) => one.moves),
    change: (spec) => changes.forEach((evolution) => evolution.change(spec)),
    move: (spec) => moves.forEach((one) => one.move(spec)),
  };
};

/** The ways in which the spec changes so that generated files move. */
export const moves = [
  together([moveEntity('Task', 'Ticket')]),
  together([moveEntity('Task', 'Ticket', { surfaces: false })]),
  together([moveEntity('Task', 'WorkOrder')]),
  together([moveEntity('Project', 'Program')]),
  together([moveEntity('Project', 'Program', { surfaces: false })]),
  together([moveEntity('Person', 'Profile')]),
  together([moveEntity('Comment', 'Concern')]),
  together([moveSurface('task_list', 'task_board')]),
  together([moveSurface('project_edit', 'project_change')]),
  together([moveEntity('Task', 'Ticket'), moveEntity('Project', 'Program')]),
  together([moveEntity('Task', 'Ticket')], 'add Task.estimate int optional after title'),
  together([moveEntity('Task', 'Ticket')], 'remove Task.notes', 'title task_list “All tasks”'),
  together([moveEntity('Project', 'Program')], 'add Project.owner ref Person optional after code'),
  together([moveEntity('Project', 'Program')], 'remove Project.budget'),
  together([moveEntity('Person', 'Profile')], 'add Person.title str(40) optional after full_name'),
  together([moveEntity('Person', 'Profile')], 'Person.full_name becomes str(100) required'),
  together([moveEntity('Comment', 'Concern')], 'add Comment.pinned bool default=false after body'),
  together([moveSurface('task_list', 'task_board')], 'take project from task_list'),
];
