import { entity, labelOf, surfacesOf } from './spec-model.mjs';

const entityOf = (spec, name) => spec.entities.find((one) => one.name === name);
const surfacesFor = (spec, name, modes) =>
  spec.surfaces.filter((one) => one.entity === name && (!modes || modes.includes(one.mode)));

/** Adds a field after another (or first), to the entity and to its pages. */
const addField = (owner, field, type, after, modes = ['list', 'view', 'create', 'edit']) => ({
  name: `add ${owner}.${field} ${type}${after ? ` after ${after}` : ''}`,
  change(spec) {
    const { fields } = entityOf(spec, owner);
    const at = after ? fields.findIndex(([name]) => name === after) + 1 : fields.length;
    fields.splice(at, 0, [field, type]);
    for (const surface of surfacesFor(spec, owner, modes)) {
      const place = surface.fields.findIndex(([name]) => name === after) + 1;
      surface.fields.splice(place || surface.fields.length, 0, [field, labelOf(field)]);
    }
  },
});

const removeField = (owner, field) => ({
  name: `remove ${owner}.${field}`,
  change(spec) {
    const one = entityOf(spec, owner);
    one.fields = one.fields.filter(([name]) => name !== field);
    for (const surface of surfacesFor(spec, owner)) {
      surface.fields = surface.fields.filter(([name]) => name !== field);
    }
  },
});

const retype = (owner, field, type) => ({
  name: `${owner}.${field} becomes ${type}`,
  change(spec) {
    entityOf(spec, owner).fields.find(([name]) => name === field)[1] = type;
  },
});

const renameField = (owner, from, to) => ({
  name: `rename ${owner}.${from} to ${to}`,
  renames: [{ kind: 'field', entity: owner, from, to }],
  change(spec) {
    const found = entityOf(spec, owner).fields.find(([name]) => name === from);
    found[0] = to;
    found[1] += ` was=${from}`;
    for (const surface of surfacesFor(spec, owner)) {
      surface.fields = surface.fields.map(([name, label]) =>
        name === from ? [to, labelOf(to)] : [name, label],
      );
    }
  },
});

const addEntity = (name, plural, fields) => ({
  name: `add entity ${name}`,
  change(spec) {
    spec.entities.push(entity(name, name, fields));
    const names = fields.map(([field]) => field);
    spec.surfaces.push(...surfacesOf(name, plural, names.slice(0, 3), names));
  },
});

const removeEntity = (name, others) => ({
  name: `remove entity ${name}`,
  change(spec) {
    for (const [owner, field] of others) removeField(owner, field).change(spec);
    spec.entities = spec.entities.filter((one) => one.name !== name);
    spec.surfaces = spec.surfaces.filter((one) => one.entity !== name);
  },
});

const relabel = (surface, field, label) => ({
  name: `label ${surface}.${field} “${label}”`,
  change(spec) {
    spec.surfaces.find((one) => one.name === surface).fields.find(([name]) => name === field)[1] = label;
  },
});

const retitle = (surface, title) => ({
  name: `title ${surface} “${title}”`,
  change(spec) {
    spec.surfaces.find((one) => one.name === surface).title = title;
  },
});

const retitleEntity = (name, title) => ({
  name: `title entity ${name} “${title}”`,
  change(spec) {
    entityOf(spec, name).title = title;
  },
});

const constrain = (owner, constraint) => ({
  name: `${owner} ${constraint}`,
  change: (spec) => void entityOf(spec, owner).constraints.push(constraint),
});

const ux = (surface, ...lines) => ({
  name: `${surface} ${lines.join(', ')}`,
  change: (spec) => void spec.surfaces.find((one) => one.name === surface).ux.push(...lines),
});

const dropSurface = (surface) => ({
  name: `remove surface ${surface}`,
  change(spec) {
    spec.surfaces = spec.surfaces.filter((one) => one.name !== surface);
  },
});

const dropColumn = (surface, field) => ({
  name: `take ${field} from ${surface}`,
  change(spec) {
    const one = spec.surfaces.find(({ name }) => name === surface);
    one.fields = one.fields.filter(([name]) => name !== field);
  },
});

const reverseColumns = (surface) => ({
  name: `reverse the fields of ${surface}`,
  change: (spec) => void spec.surfaces.find(({ name }) => name === surface).fields.reverse(),
});

const both = (...evolutions) => ({
  name: evolutions.map(({ name }) => name).join(' + '),
  renames: evolutions.flatMap(({ renames = [] }) => renames),
  change: (spec) => evolutions.forEach((evolution) => evolution.change(spec)),
});

/** The ways in which the spec changes between two builds; each changes a fresh copy of the base spec. */
export const evolutions = [
  addField('Task', 'estimate', 'int optional'),
  addField('Task', 'estimate', 'int optional', 'title'),
  addField('Task', 'hours', 'decimal(6,2) optional', 'priority'),
  addField('Task', 'urgent', 'bool default=false', 'status'),
  addField('Task', 'started_on', 'date optional', 'due_on'),
  addField('Task', 'closed_at', 'datetime optional'),
  addField('Task', 'kind', 'enum[bug,feature,chore]=feature', 'title'),
  addField('Task', 'reviewer', 'ref Person optional', 'assignee', ['view', 'create', 'edit']),
  addField('Task', 'link', 'url optional', 'notes', ['view', 'edit']),
  addField('Task', 'contact', 'email optional'),
  addField('Task', 'reference', 'str(40) optional unique', 'title'),
  addField('Task', 'slug', 'str(60) optional', 'title', []),
  addField('Project', 'owner', 'ref Person optional', 'code'),
  addField('Project', 'starts_on', 'date optional', 'budget'),
  addField('Project', 'website', 'url optional'),
  addField('Project', 'size', 'enum[small,medium,large]=small', 'name'),
  addField('Project', 'remarks', 'text optional', 'description', ['create', 'edit']),
  addField('Project', 'score', 'float optional'),
  addField('Person', 'title', 'str(40) optional', 'full_name'),
  addField('Person', 'birthday', 'date optional'),
  addField('Person', 'role', 'enum[member,lead,guest]=member', 'email'),
  addField('Person', 'manager', 'ref Person optional'),
  addField('Comment', 'pinned', 'bool default=false', 'body'),
  addField('Comment', 'rating', 'int optional min=1 max=5'),
  removeField('Task', 'notes'),
  removeField('Task', 'due_on'),
  removeField('Task', 'assignee'),
  removeField('Project', 'budget'),
  removeField('Project', 'active'),
  removeField('Person', 'phone'),
  removeField('Comment', 'author'),
  retype('Task', 'title', 'str(250) required'),
  retype('Task', 'priority', 'int default=2 min=0 max=9'),
  retype('Task', 'status', 'enum[todo,doing,review,done]=todo'),
  retype('Task', 'due_on', 'datetime optional'),
  retype('Project', 'name', 'str(160) required unique'),
  retype('Project', 'budget', 'decimal(12,2) required'),
  retype('Person', 'phone', 'str(30) optional help="With country code"'),
  retype('Person', 'full_name', 'str(100) required'),
  renameField('Person', 'full_name', 'display_name'),
  renameField('Task', 'notes', 'details'),
  renameField('Project', 'code', 'short_code'),
  addEntity('Milestone', 'Milestones', [
    ['name', 'str(80) required'],
    ['due_on', 'date optional'],
    ['project', 'ref Project required'],
  ]),
  addEntity('Label', 'Labels', [
    ['name', 'str(40) required unique'],
    ['colour', 'str(7) optional'],
  ]),
  addEntity('Attachment', 'Attachments', [
    ['name', 'str(120) required'],
    ['address', 'url required'],
    ['task', 'ref Task required'],
  ]),
  removeEntity('Comment', []),
  relabel('task_list', 'due_on', 'Deadline'),
  relabel('task_edit', 'title', 'What is to be done'),
  relabel('project_create', 'code', 'Short code'),
  retitle('task_list', 'All tasks'),
  retitle('person_list', 'Staff'),
  retitle('project_view', 'About the project'),
  retitleEntity('Task', 'Work item'),
  constrain('Task', 'index: status, due_on desc'),
  constrain('Task', 'unique: title, project'),
  constrain('Person', 'index: full_name'),
  ux('task_list', 'sort: due_on asc', 'filter: status, project', 'search: title'),
  ux('person_list', 'empty: "Nobody is here yet"', 'search: full_name, email'),
  ux('project_list', 'sort: name asc'),
  dropSurface('comment_view'),
  dropSurface('person_edit'),
  dropColumn('task_list', 'project'),
  dropColumn('person_list', 'email'),
  reverseColumns('project_edit'),
  reverseColumns('task_list'),
  both(
    addField('Task', 'estimate', 'int optional', 'priority'),
    addField('Project', 'owner', 'ref Person optional'),
  ),
  both(
    removeField('Task', 'notes'),
    addField('Task', 'summary', 'text optional', 'title'),
    retitle('task_list', 'Open tasks'),
  ),
  both(
    addEntity('Team', 'Teams', [
      ['name', 'str(60) required'],
      ['lead', 'ref Person optional'],
    ]),
    addField('Person', 'team', 'ref Team optional'),
  ),
];
