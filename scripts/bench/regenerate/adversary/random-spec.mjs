/** Specs by a grammar: entities of every field type, with their pages, tests, experiences and workspaces. */

export const nouns =
  'Account Asset Batch Booking Branch Camera Client Contract Course Crate Delivery Depot Event Garden Guest Invoice Lesson Machine Member Note Order Parcel Patient Payment Plant Product Quote Recipe Region Rental Room Route Sample Session Shift Ship Supplier Ticket Tool Tour Trip Vehicle Venue Visit Warehouse Worker'.split(
    ' ',
  );
const adjectives = 'first last main net gross total local internal planned actual short long public'.split(
  ' ',
);
const things =
  'name title code price weight amount note remark phone street city email homepage score count level start finish day moment status stage kind colour active paid visible rate size token summary'.split(
    ' ',
  );

const types = [
  [5, () => 'str(60)'],
  [3, (random) => `str(${random.between(2, 300)})`],
  [2, () => 'text'],
  [3, () => 'int'],
  [1, () => 'float'],
  [2, (random) => `decimal(${random.between(6, 12)},${random.between(0, 3)})`],
  [3, () => 'bool'],
  [2, () => 'date'],
  [1, () => 'time'],
  [2, () => 'datetime'],
  [1, () => 'uuid'],
  [1, () => 'email'],
  [1, () => 'url'],
  [1, () => 'json'],
  [
    3,
    (random) =>
      `enum[${random.some('new open busy held done gone late early'.split(' '), random.between(2, 5)).join(',')}]`,
  ],
];

export const kindOf = (type) => /^[a-z]+/.exec(type)[0];

export function randomFieldName(random, taken) {
  for (;;) {
    const thing = random.pick(things);
    const name = random.chance(0.4) ? `${random.pick(adjectives)}_${thing}` : thing;
    if (!taken.includes(name)) return name;
  }
}

/** The modifiers behind a type, none of which contradict each other. */
export function randomModifiers(random, type) {
  const kind = kindOf(type);
  const words = [];
  if (kind === 'bool') return random.chance(0.5) ? [`default=${random.chance(0.5)}`] : [];
  if (random.chance(0.5)) words.push('required');
  if (kind === 'str' && random.chance(0.15)) words.push('unique');
  if (kind === 'int' && random.chance(0.4))
    words.push(`min=${random.between(0, 3)}`, `max=${random.between(5, 90)}`);
  if (kind === 'int' && random.chance(0.3)) words.push('default=4');
  if (kind === 'enum' && random.chance(0.6)) words.push(`=${/\[(\w+)/.exec(type)[1]}`);
  if (kind === 'datetime' && random.chance(0.4)) return [random.pick(['auto_add', 'auto_update'])];
  if (kind === 'date' && random.chance(0.3)) words.push('=today');
  if (random.chance(0.15))
    words.push(`help="${random.pick(['As it is printed', 'Leave it “empty”', 'One word', "What's usual"])}"`);
  return words;
}

export function randomField(random, taken) {
  const name = randomFieldName(random, taken);
  const type = random.weigh(types)(random);
  return { name, type, modifiers: randomModifiers(random, type), was: null };
}

export const wordsOf = (name) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
export const titleOf = (name) => {
  const words = wordsOf(name);
  return words[0].toUpperCase() + words.slice(1);
};

export function randomEntity(random, others, names) {
  const name = random.pick(nouns.filter((noun) => !names.includes(noun)));
  const fields = [{ name: 'id', type: 'uuid', modifiers: ['pk'], was: null }];
  const main = random.pick(['name', 'title', 'code', 'label_text']);
  fields.push({
    name: main,
    type: 'str(80)',
    modifiers: ['required', ...(random.chance(0.3) ? ['unique'] : [])],
    was: null,
  });
  for (let left = random.between(2, 6); left > 0; left--)
    fields.push(
      randomField(
        random,
        fields.map((field) => field.name),
      ),
    );
  for (const other of random.some(others, random.between(0, 2))) {
    const field = other.name.toLowerCase();
    if (fields.some((one) => one.name === field)) continue;
    const many = random.chance(0.12);
    fields.splice(random.between(2, fields.length), 0, {
      name: field,
      type: `${many ? 'many' : 'ref'} ${other.name}`,
      modifiers: many ? [] : random.chance(0.5) ? ['required'] : ['optional'],
      was: null,
    });
  }
  return { name, title: titleOf(name), was: null, fields, constraints: [] };
}

export function randomSurfaces(random, entity) {
  return ['list', 'view', 'create', 'edit']
    .filter((mode) => random.chance(mode === 'list' ? 0.95 : 0.8))
    .map((mode) => randomSurface(random, entity, mode));
}

export function randomSurface(random, entity, mode) {
  const isForm = mode === 'create' || mode === 'edit';
  const written = entity.fields.filter(
    ({ type, modifiers }) =>
      !modifiers.includes('pk') &&
      !(isForm && modifiers.some((word) => word.startsWith('auto_'))) &&
      !(mode === 'list' && /^(many|json)/.test(type)),
  );
  const required = written.filter(({ modifiers }) => modifiers.includes('required'));
  const chosen = written.filter((field) => (isForm && required.includes(field)) || random.chance(0.75));
  const fields = (chosen.length > 0 ? chosen : written.slice(0, 1)).map(({ name }) => ({
    name,
    label: titleOf(name),
  }));
  const cut =
    fields.length > 3 && mode !== 'list' && random.chance(0.3)
      ? random.between(1, fields.length - 1)
      : fields.length;
  const sections = [fields.slice(0, cut), fields.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part, at) => ({ name: ['main', 'more'][at], title: [entity.title, 'More'][at], fields: part }));
  const surface = {
    name: `${wordsOf(entity.name).replaceAll(' ', '_')}_${mode}`,
    title: {
      list: `${entity.title}s`,
      view: entity.title,
      create: `New ${wordsOf(entity.name)}`,
      edit: `Edit ${wordsOf(entity.name)}`,
    }[mode],
    was: null,
    entity: entity.name,
    mode,
    sections,
    ux: [],
  };
  if (mode === 'list') for (const line of randomUx(random, entity)) surface.ux.push(line);
  return surface;
}

export function randomUx(random, entity) {
  const named = (kinds) => entity.fields.filter(({ type }) => kinds.test(type)).map(({ name }) => name);
  const lines = [];
  const filters = named(/^(enum|bool|ref|date\b)/);
  if (filters.length > 0 && random.chance(0.5)) lines.push(['filter', random.some(filters, 2)]);
  const texts = named(/^(str|text|email)/);
  if (random.chance(0.5)) lines.push(['search', random.some(texts, 2)]);
  const sorts = named(/^(str|int|date|decimal|bool)/);
  if (random.chance(0.5))
    lines.push(['sort', random.some(sorts, 1).map((name) => `${name}${random.chance(0.5) ? ' desc' : ''}`)]);
  if (random.chance(0.3)) lines.push(['empty', `No ${wordsOf(entity.name)} yet.`]);
  if (random.chance(0.3)) lines.push(['purpose', `All of the ${wordsOf(entity.name)}s`]);
  return lines.map(([key, value]) => ({ key, value }));
}

/** A `test` block that makes a record, where sample values are simple. */
export function randomTest(random, entity, at) {
  const samples = {
    str: '"x"',
    text: '"long"',
    int: '4',
    bool: 'true',
    decimal: '2',
    float: '1.5',
    date: '"2024-03-01"',
    email: '"a@example.com"',
    url: '"https://example.com"',
  };
  const data = entity.fields
    .filter(({ type, modifiers }) => modifiers.includes('required') && samples[kindOf(type)])
    .map(({ name, type }) => [name, samples[kindOf(type)]]);
  const isPossible = entity.fields.every(
    ({ type, modifiers }) =>
      !modifiers.includes('required') || samples[kindOf(type)] || type.startsWith('enum'),
  );
  const enums = entity.fields.filter(
    ({ type, modifiers }) => type.startsWith('enum') && modifiers.includes('required'),
  );
  for (const { name, type } of enums) data.push([name, /\[(\w+)/.exec(type)[1]]);
  if (!isPossible || data.length === 0) return [];
  const dropped = random.chance(0.4) ? data.find(([name]) => name !== 'x') : null;
  return [
    {
      name: `${wordsOf(entity.name).replaceAll(' ', '_')}_${dropped ? 'refused' : 'made'}_${at}`,
      title: dropped ? `Refuses one without ${dropped[0]}` : 'Makes one',
      entity: entity.name,
      data: data.filter((one) => one !== dropped),
      expect: dropped
        ? [`status: error`, `error_message contains "${dropped[0]}"`]
        : ['status: success', 'created: true'],
    },
  ];
}

export function randomSpec(random) {
  const spec = {
    title: random.pick(['Work', 'Stock', 'House', 'Town']) + ' Book',
    entities: [],
    surfaces: [],
    tests: [],
    experiences: [],
    workspaces: [],
    away: [],
  };
  for (let left = random.between(2, 5); left > 0; left--)
    spec.entities.push(
      randomEntity(
        random,
        spec.entities,
        spec.entities.map(({ name }) => name),
      ),
    );
  for (const entity of spec.entities) {
    spec.surfaces.push(...randomSurfaces(random, entity));
    if (random.chance(0.5)) spec.tests.push(...randomTest(random, entity, 1));
    if (random.chance(0.3))
      entity.constraints.push(
        `index ${random.pick(entity.fields.slice(1).filter(({ type }) => !/^(many|json|text)/.test(type))).name}`,
      );
  }
  if (random.chance(0.4)) addExperience(random, spec);
  if (random.chance(0.4)) addWorkspace(random, spec);
  return spec;
}

export function addExperience(random, spec) {
  const starts = spec.surfaces.filter(({ mode }) => mode === 'create');
  const ends = spec.surfaces.filter(({ mode }) => mode === 'list' || mode === 'view');
  if (starts.length === 0 || ends.length === 0) return;
  const [start, end] = [random.pick(starts), random.pick(ends)];
  const name = `flow_${start.name}`;
  if (spec.experiences.some((one) => one.name === name)) return;
  spec.experiences.push({ name, title: `${start.title} and look`, start: start.name, end: end.name });
}

export function addWorkspace(random, spec) {
  const entity = random.pick(spec.entities);
  const name = `desk_${wordsOf(entity.name).replaceAll(' ', '_')}`;
  if (spec.workspaces.some((one) => one.name === name)) return;
  spec.workspaces.push({
    name,
    title: `Desk of ${wordsOf(entity.name)}`,
    entity: entity.name,
    limit: random.between(3, 9),
    count: random.chance(0.5),
  });
}
