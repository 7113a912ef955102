import { fieldChanges } from './change-fields.mjs';
import {
  addExperience,
  addWorkspace,
  nouns,
  randomEntity,
  randomSurface,
  randomSurfaces,
  randomTest,
  randomUx,
  titleOf,
} from './random-spec.mjs';
import { forgetField, renameSurface, surfacesOf } from './spec-uses.mjs';

/** Changes of a spec, each in place; one that finds nothing to change returns false. */
const changes = {
  ...fieldChanges,
  'title entity': (random, spec) => {
    const entity = random.pick(spec.entities);
    entity.title = random.pick(['Piece of work', 'Thing', `Old ${entity.title}`, `${entity.title} (all)`]);
    return entity.title;
  },
  'title surface': (random, spec) => {
    const surface = random.pick(spec.surfaces);
    surface.title = random.pick([
      'All there is',
      `Our ${surface.title}`,
      `${surface.title} & more`,
      'Write down',
    ]);
    return surface.title;
  },
  'label field': (random, spec) => {
    const field = random.pick(
      spec.surfaces.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)),
    );
    if (!field) return false;
    field.label = random.pick(['Its value', `The ${field.label}`, `${field.label}?`]);
    return field.label;
  },
  'add entity': (random, spec) => {
    const entity = randomEntity(
      random,
      spec.entities,
      spec.entities.map(({ name }) => name),
    );
    spec.entities.splice(spec.entities.length, 0, entity);
    spec.surfaces.push(...randomSurfaces(random, entity));
    return entity.name;
  },
  'remove entity': (random, spec) => {
    const entity = random.pick(spec.entities);
    if (spec.entities.length < 2) return false;
    spec.entities = spec.entities.filter((one) => one !== entity);
    for (const other of spec.entities) {
      for (const { name, type } of other.fields)
        if (type.split(' ')[1] === entity.name) forgetField(spec, other, name);
      other.fields = other.fields.filter(({ type }) => type.split(' ')[1] !== entity.name);
    }
    const gone = spec.surfaces.filter((surface) => surface.entity === entity.name).map(({ name }) => name);
    spec.surfaces = spec.surfaces.filter((surface) => surface.entity !== entity.name);
    spec.tests = spec.tests.filter((test) => test.entity !== entity.name);
    spec.workspaces = spec.workspaces.filter((one) => one.entity !== entity.name);
    spec.experiences = spec.experiences.filter(
      ({ start, end }) => !gone.includes(start) && !gone.includes(end),
    );
    spec.away = spec.away.filter((name) => name !== entity.name);
    return entity.name;
  },
  'rename entity': (random, spec) => {
    const entity = random.pick(spec.entities.filter(({ was }) => was === null));
    if (!entity) return false;
    const to = random.pick(nouns.filter((noun) => !spec.entities.some(({ name }) => name === noun)));
    for (const one of spec.entities)
      for (const field of one.fields)
        field.type = field.type.replace(new RegExp(`^(ref|many) ${entity.name}$`), `$1 ${to}`);
    for (const list of [spec.surfaces, spec.tests, spec.workspaces])
      for (const one of list) if (one.entity === entity.name) one.entity = to;
    spec.away = spec.away.map((name) => (name === entity.name ? to : name));
    const was = entity.name;
    if (random.chance(0.6)) {
      for (const surface of surfacesOf(spec, { name: to })) {
        if (surface.was !== null) continue;
        const name = surface.name.replace(was.toLowerCase(), to.toLowerCase());
        renameSurface(spec, surface, name);
      }
    }
    Object.assign(entity, { name: to, was });
    return `${was} → ${to}`;
  },
  'rename surface': (random, spec) => {
    const surface = random.pick(spec.surfaces.filter(({ was }) => was === null));
    if (!surface) return false;
    const name = `${random.pick(['show', 'our', 'desk'])}_${surface.name}`;
    renameSurface(spec, surface, name);
    return name;
  },
  'add surface': (random, spec) => {
    const entity = random.pick(spec.entities);
    const missing = ['list', 'view', 'create', 'edit'].filter(
      (mode) => !surfacesOf(spec, entity).some((one) => one.mode === mode),
    );
    const surface = randomSurface(
      random,
      entity,
      random.pick(missing.length > 0 ? missing : ['list', 'view']),
    );
    if (spec.surfaces.some(({ name }) => name === surface.name)) surface.name = `other_${surface.name}`;
    spec.surfaces.splice(random.between(0, spec.surfaces.length), 0, surface);
    return surface.name;
  },
  'remove surface': (random, spec) => {
    const { name } = random.pick(spec.surfaces);
    spec.surfaces = spec.surfaces.filter((surface) => surface.name !== name);
    spec.experiences = spec.experiences.filter(({ start, end }) => start !== name && end !== name);
    return name;
  },
  'change mode': (random, spec) => {
    const surface = random.pick(spec.surfaces);
    surface.mode = random.pick(['list', 'view', 'create', 'edit'].filter((mode) => mode !== surface.mode));
    surface.ux = [];
    return `${surface.name} ${surface.mode}`;
  },
  'reorder surfaces': (random, spec) => {
    spec.surfaces = random.shuffle(spec.surfaces);
    return '';
  },
  'reorder shown fields': (random, spec) => {
    const section = random.pick(spec.surfaces.flatMap(({ sections }) => sections));
    section.fields = random.shuffle(section.fields);
    return section.fields.map(({ name }) => name).join();
  },
  'show or hide a field': (random, spec) => {
    const surface = random.pick(spec.surfaces);
    const section = random.pick(surface.sections);
    const entity = spec.entities.find(({ name }) => name === surface.entity);
    const shown = surface.sections.flatMap(({ fields }) => fields.map(({ name }) => name));
    const hidden = entity.fields
      .slice(1)
      .filter(
        ({ name, modifiers }) => !shown.includes(name) && !modifiers.some((word) => word.startsWith('auto_')),
      );
    if (hidden.length > 0) {
      const { name } = random.pick(hidden);
      section.fields.push({ name, label: titleOf(name) });
      return `+${name}`;
    }
    if (section.fields.length < 2) return false;
    return `-${section.fields.splice(random.below(section.fields.length), 1)[0].name}`;
  },
  'list ways': (random, spec) => {
    const surface = random.pick(spec.surfaces.filter(({ mode }) => mode === 'list'));
    if (!surface) return false;
    surface.ux = randomUx(
      random,
      spec.entities.find(({ name }) => name === surface.entity),
    );
    return surface.name;
  },
  constrain: (random, spec) => {
    const entity = random.pick(spec.entities);
    const [one, other] = random.some(
      entity.fields.slice(1).filter(({ type }) => !/^(many|json|text)/.test(type)),
      2,
    );
    if (!other) return false;
    entity.constraints.push(`${random.pick(['unique', 'index'])} ${one.name}, ${other.name}`);
    return entity.constraints.at(-1);
  },
  'add test': (random, spec) => {
    const tests = randomTest(random, random.pick(spec.entities), 2 + spec.tests.length);
    spec.tests.push(...tests);
    return tests.length > 0 && tests[0].name;
  },
  'remove test': (random, spec) =>
    spec.tests.length > 0 && spec.tests.splice(random.below(spec.tests.length), 1)[0].name,
  'add experience': (random, spec) => void addExperience(random, spec),
  'add workspace': (random, spec) => void addWorkspace(random, spec),
  'split modules': (random, spec) => {
    const free = spec.entities.filter(
      ({ name, fields }) =>
        !spec.away.includes(name) && fields.every(({ type }) => !/^(ref|many)/.test(type)),
    );
    if (free.length === 0) return false;
    spec.away.push(random.pick(free).name);
    return spec.away.at(-1);
  },
  'title the application': (random, spec) => {
    spec.title = random.pick(['Everything', 'The “Ledger”', `New ${spec.title}`]);
    return spec.title;
  },
};

const weights = {
  'add field': 4,
  'remove field': 3,
  'rename field': 3,
  'rename entity': 2,
  'change mode': 2,
  'add entity': 2,
};

/** Changes a copy of a spec in one to three ways; gives it with what was done. */
export function changeSpec(random, spec) {
  const changed = structuredClone(spec);
  const done = [];
  const wanted = random.weigh([
    [6, 1],
    [3, 2],
    [1, 3],
  ]);
  for (let tries = 0; done.length < wanted && tries < 12; tries++) {
    const kind = random.weigh(Object.keys(changes).map((name) => [weights[name] ?? 1, name]));
    const detail = changes[kind](random, changed);
    if (detail !== false) done.push({ kind, detail: String(detail ?? '') });
  }
  return { spec: changed, done };
}
