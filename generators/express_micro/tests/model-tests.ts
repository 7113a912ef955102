import {
  hasSample,
  invalidSamples,
  isGenerated,
  isRequiredInput,
  js,
  labelField,
} from '../../../lib/index.ts';
import type { ConstraintSpec, EntitySpec, FieldSpec } from '../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { groupOf, keyCodeOf, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

const numberKinds = ['int', 'float', 'decimal'];
const textKinds = ['str', 'text', 'email', 'url'];

/** Tests of what the checks and the database uphold for an entity. */
export function modelTests(scope: TestScope, entity: EntitySpec): TestGroup {
  const name = js(entity.name);
  const make = `const record = ${makeCode(entity.name)};`;
  const label = labelField(entity);
  const entered = entity.fields.filter((field) => hasSample(field)).map((field) => field.name);
  const tests: TestCase[] = [
    {
      title: 'keeps its values',
      lines: [
        `const values = await app.valuesFor(${name}, ${js(entered)});`,
        `const record = await app.make(${name}, values);`,
        `await app.assertSaved(${name}, await app.find(${name}, record), values);`,
      ],
    },
    {
      title: `is called by its ${label.name}`,
      lines: [make, `assert.equal(labelOf(models.${entity.name}, record), String(record.${label.name}));`],
    },
    ...entity.fields.flatMap((field) => fieldTests(scope, entity, field)),
    ...entity.constraints.flatMap((constraint) => uniqueTogetherTest(scope, entity, constraint)),
  ];
  if (!hasSample(label) && !isGenerated(label)) tests.splice(1, 1);
  return groupOf(scope, entity.title, entity.name, tests);
}

function fieldTests(scope: TestScope, entity: EntitySpec, field: FieldSpec): TestCase[] {
  const name = js(entity.name);
  const key = keyCode(field.name);
  const { kind } = field.type;
  const make = `const record = ${makeCode(entity.name)};`;
  if (isGenerated(field)) {
    return [
      { title: `fills in ${field.name}`, lines: [make, `assert.notEqual(record.${field.name}, null);`] },
    ];
  }
  if (kind === 'many') return manyTests(scope, entity, field);
  const tests: TestCase[] = [];
  const add = (what: string, ...lines: string[]): void => {
    tests.push({ title: `${field.name} ${what}`, lines });
  };
  const refuse = (value: string, text: string): string =>
    `await app.assertInvalid(${name}, { ${key}: ${value} }, ${js(field.name)}, ${js(text)});`;
  const change = (record: string, value: string): string =>
    `await app.assertDatabaseRefuses(() => app.change(${name}, ${record}, { ${key}: ${value} }));`;
  if (isRequiredInput(field)) add('is required', refuse('null', 'is required'));
  if (field.type.kind === 'str')
    add('has a max length', refuse(`'x'.repeat(${field.type.maxLength + 1})`, 'max length'));
  if (kind === 'enum') {
    add('is one of its choices', refuse("'not-a-choice'", 'invalid choice'));
    add('is one of its choices in the database', make, change('record', "'not-a-choice'"));
  }
  const samples = invalidSamples(field);
  const pattern = samples.find(({ problem }) => problem === 'wrong pattern');
  if (pattern !== undefined && textKinds.includes(kind))
    add('matches its pattern', refuse(js(pattern.value), 'does not match'));
  const form = samples.find(({ problem }) => problem === 'wrong form');
  if (form !== undefined && pattern === undefined)
    add('has the form of its type', refuse(js(form.value), 'is no'));
  if (numberKinds.includes(kind)) tests.push(...boundTests(entity, field));
  if (field.default !== null && field.default.kind !== 'today' && field.default.kind !== 'now')
    tests.push(defaultTest(entity, field, field.default.value));
  if (kind === 'ref') tests.push(...refTests(scope, entity, field, refuse));
  if (
    (field.unique || field.primaryKey) &&
    (hasSample(field) || kind === 'ref') &&
    scope.room(entity.name) > 1
  )
    tests.push(uniqueTest(scope, entity, field));
  if (field.nullable && textKinds.includes(kind))
    add(
      'is null when it is left empty',
      `const record = ${makeCode(entity.name, { [field.name]: "''" })};`,
      `assert.equal(record.${field.name}, null);`,
    );
  return tests;
}

function boundTests(entity: EntitySpec, field: FieldSpec): TestCase[] {
  const name = js(entity.name);
  const key = keyCode(field.name);
  const samples = invalidSamples(field);
  return [
    { problem: 'too small', words: 'must be at least', bound: field.min },
    { problem: 'too large', words: 'must be at most', bound: field.max },
  ].flatMap(({ problem, words, bound }) => {
    const sample = samples.find((candidate) => candidate.problem === problem);
    if (sample === undefined || bound === null) return [];
    const { type } = field;
    const digits = sample.value.replace(/^-|\..*$/g, '').length;
    const fits = type.kind !== 'decimal' || digits <= Math.max(1, type.precision - type.scale);
    return [
      {
        title: `${field.name} ${words} ${bound}`,
        lines: [
          ...(fits
            ? [
                `await app.assertInvalid(${name}, { ${key}: ${js(sample.value)} }, ${js(field.name)}, ${js(`${words} ${bound}`)});`,
              ]
            : []),
          `const record = ${makeCode(entity.name)};`,
          `await app.assertDatabaseRefuses(() => app.change(${name}, record, { ${key}: ${type.kind === 'decimal' ? js(sample.value) : sample.value} }));`,
        ],
      },
    ];
  });
}

function defaultTest(entity: EntitySpec, field: FieldSpec, value: string | number | boolean): TestCase {
  const given = makeCode(entity.name, {
    [field.name]: ['bool', 'enum'].includes(field.type.kind) ? 'undefined' : "''",
  });
  const isNumber = field.type.kind === 'decimal' || field.type.kind === 'float';
  const actual = isNumber ? `Number(record.${field.name})` : `record.${field.name}`;
  const expected = ['datetime', 'time', 'json'].includes(field.type.kind)
    ? `models.${entity.name}.schema.shape.${field.name}.parse(${js(value)})`
    : js(isNumber ? Number(value) : value);
  return {
    title: `${field.name} has a default`,
    lines: [`const record = ${given};`, `assert.deepEqual(${actual}, ${expected});`],
  };
}

function refTests(
  scope: TestScope,
  entity: EntitySpec,
  field: FieldSpec,
  refuse: (value: string, text: string) => string,
): TestCase[] {
  const target = (field.type as { entity: string }).entity;
  const kind = scope.field(target, scope.pages.entities.find((pages) => pages.entity === target)!.key.field)
    .type.kind;
  const unknown =
    kind === 'int'
      ? '999999'
      : kind === 'uuid'
        ? "'00000000-0000-4000-8000-999999999999'"
        : "'no-such-record'";
  const missing: TestCase = {
    title: `${field.name} refers to a record`,
    lines: [refuse(unknown, 'not found')],
  };
  if (scope.unmakeable.has(target)) return [missing];
  const setup = [
    `const target = ${makeCode(target)};`,
    `const record = ${makeCode(entity.name, { [field.name]: keyCodeOf(scope, target, 'target') })};`,
  ];
  if (!field.nullable) {
    return [
      missing,
      {
        title: `${field.name} protects its record`,
        lines: [
          setup[0]!,
          setup[1]!.replace('const record = ', ''),
          `await app.assertDatabaseRefuses(() => app.remove(${js(target)}, target));`,
        ],
      },
    ];
  }
  return [
    missing,
    {
      title: `${field.name} is emptied with its record`,
      lines: [
        ...setup,
        `await app.remove(${js(target)}, target);`,
        `assert.equal((await app.find(${js(entity.name)}, record)).${field.name}, null);`,
      ],
    },
  ];
}

function uniqueTest(scope: TestScope, entity: EntitySpec, field: FieldSpec): TestCase {
  const name = js(entity.name);
  const setup = twinLines(scope, entity, [field]);
  const values = `{ ${keyCode(field.name)}: record.${field.name} }`;
  return {
    title: `${field.name} is unique`,
    lines: [
      ...setup,
      `await app.assertInvalid(${name}, ${values}, ${js(field.name)}, 'already exists');`,
      `await app.assertDatabaseRefuses(() => app.change(${name}, twin, ${values}));`,
    ],
  };
}

/** A record with a value in each of the fields, and another one. */
function twinLines(scope: TestScope, entity: EntitySpec, fields: readonly FieldSpec[]): string[] {
  const given: Record<string, string> = {};
  const targets = fields.flatMap((field, index) => {
    if (field.type.kind !== 'ref' || !field.nullable) return [];
    given[field.name] = keyCodeOf(scope, field.type.entity, `target${index + 1}`);
    return [`const target${index + 1} = ${makeCode(field.type.entity)};`];
  });
  return [
    ...targets,
    `const record = ${makeCode(entity.name, given)};`,
    `const twin = ${makeCode(entity.name)};`,
  ];
}

function uniqueTogetherTest(scope: TestScope, entity: EntitySpec, constraint: ConstraintSpec): TestCase[] {
  const fields = constraint.fields.map((key) => scope.field(entity.name, key.field));
  const isSure = fields.every(
    (field) =>
      hasSample(field) ||
      (field.type.kind === 'ref' && !scope.unmakeable.has(field.type.entity) && !isGenerated(field)),
  );
  if (constraint.kind !== 'unique' || fields.length < 2 || !isSure || scope.room(entity.name) < 2) return [];
  const values = `{ ${fields.map((field) => `${keyCode(field.name)}: record.${field.name}`).join(', ')} }`;
  return [
    {
      title: `${fields.map(({ name }) => name).join(' and ')} are unique together`,
      lines: [
        ...twinLines(scope, entity, fields),
        `await app.assertInvalid(${js(entity.name)}, ${values}, '_record', 'already exists');`,
        `await app.assertDatabaseRefuses(() => app.change(${js(entity.name)}, twin, ${values}));`,
      ],
    },
  ];
}

function manyTests(scope: TestScope, entity: EntitySpec, field: FieldSpec): TestCase[] {
  const target = (field.type as { entity: string }).entity;
  if (scope.unmakeable.has(target)) return [];
  const refuse = `await app.assertInvalid(${js(entity.name)}, { ${keyCode(field.name)}: [] }, ${js(field.name)}, 'is required');`;
  return [
    ...(field.required ? [{ title: `${field.name} is required`, lines: [refuse] }] : []),
    {
      title: `${field.name} links records`,
      lines: [
        `const other = ${makeCode(target)};`,
        `const values = { ${keyCode(field.name)}: [${keyCodeOf(scope, target, 'other')}] };`,
        `const record = await app.make(${js(entity.name)}, values);`,
        `await app.assertSaved(${js(entity.name)}, record, values);`,
      ],
    },
  ];
}
