import { js } from '../../../../lib/index.ts';
import type { EntitySpec, FieldCase, ModelCase, ModelCaseOf, Twins } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { groupOf, keyCodeOf, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** The tests of a model. */
export function modelTests(scope: TestScope, entity: EntitySpec, cases: readonly ModelCase[]): TestGroup {
  return groupOf(
    scope,
    entity.title,
    entity.name,
    cases.flatMap((each) => modelTest(scope, entity.name, each)),
  );
}

function modelTest(scope: TestScope, entity: string, each: ModelCase): readonly TestCase[] {
  const name = js(entity);
  if (each.kind === 'keeps-its-values') {
    return [
      {
        title: 'keeps its values',
        lines: [
          `const values = await app.valuesFor(${name}, ${js(each.fields)});`,
          `const record = await app.make(${name}, values);`,
          `await app.assertSaved(${name}, await app.find(${name}, record), values);`,
        ],
      },
    ];
  }
  if (each.kind === 'is-called-by-its-label') {
    return [
      {
        title: `is called by its ${each.field}`,
        lines: [
          `const record = ${makeCode(entity)};`,
          `assert.equal(labelOf(models.${entity}, record), String(record.${each.field}));`,
        ],
      },
    ];
  }
  if (each.kind === 'is-unique-together') {
    const title = `${each.fields.join(' and ')} are unique together`;
    return [{ title, lines: twinLines(scope, entity, each) }];
  }
  if (each.kind === 'is-filled-in') {
    const lines = [`const record = ${makeCode(entity)};`, `assert.notEqual(record.${each.field}, null);`];
    return [{ title: `fills in ${each.field}`, lines }];
  }
  return fieldTest(scope, entity, each).map(([what, ...lines]) => ({
    title: `${each.field} ${what!}`,
    lines,
  }));
}

/** Cases whose titles begin with the field. */
type TitledCase = Exclude<FieldCase, { readonly kind: 'is-filled-in' }>;

/** What the field does, and the lines that show it. */
function fieldTest(scope: TestScope, entity: string, each: TitledCase): readonly (readonly string[])[] {
  const { field } = each;
  const name = js(entity);
  const make = `const record = ${makeCode(entity)};`;
  const refuse = (value: string, text: string): string =>
    `await app.assertInvalid(${name}, { ${keyCode(field)}: ${value} }, ${js(field)}, ${js(text)});`;
  const databaseRefuses = (value: string): string =>
    `await app.assertDatabaseRefuses(() => app.change(${name}, record, { ${keyCode(field)}: ${value} }));`;
  switch (each.kind) {
    case 'requires-links':
      return [['is required', refuse('[]', 'is required')]];
    case 'links-records':
      return [
        [
          'links records',
          `const other = ${makeCode(each.entity)};`,
          `const values = { ${keyCode(field)}: [${keyCodeOf(scope, each.entity, 'other')}] };`,
          `const record = await app.make(${name}, values);`,
          `await app.assertSaved(${name}, record, values);`,
        ],
      ];
    case 'is-required':
      return [['is required', refuse('null', 'is required')]];
    case 'has-a-max-length':
      return [['has a max length', refuse(`'x'.repeat(${each.length + 1})`, 'max length')]];
    case 'is-one-of-its-choices':
      return [
        ['is one of its choices', refuse("'not-a-choice'", 'invalid choice')],
        ['is one of its choices in the database', make, databaseRefuses("'not-a-choice'")],
      ];
    case 'matches-its-pattern':
      return [['matches its pattern', refuse(js(each.value), 'does not match')]];
    case 'has-the-form-of-its-type':
      return [['has the form of its type', refuse(js(each.value), 'is no')]];
    case 'has-a-bound': {
      const words = `must be at ${each.side === 'lower' ? 'least' : 'most'} ${each.bound}`;
      return [
        [
          words,
          ...(each.isEnterable ? [refuse(js(each.value), words)] : []),
          make,
          databaseRefuses(each.type === 'decimal' ? js(each.value) : each.value),
        ],
      ];
    }
    case 'has-a-default':
      return [['has a default', ...defaultLines(entity, each)]];
    case 'refers-to-a-record':
      return [['refers to a record', refuse(js(each.unknown), 'not found')]];
    case 'protects-its-record':
    case 'is-emptied-with-its-record': {
      const makeTarget = `const target = ${makeCode(each.entity)};`;
      const makeRecord = makeCode(entity, { [field]: keyCodeOf(scope, each.entity, 'target') });
      const remove = `app.remove(${js(each.entity)}, target)`;
      return each.kind === 'protects-its-record'
        ? [
            [
              'protects its record',
              makeTarget,
              `${makeRecord};`,
              `await app.assertDatabaseRefuses(() => ${remove});`,
            ],
          ]
        : [
            [
              'is emptied with its record',
              makeTarget,
              `const record = ${makeRecord};`,
              `await ${remove};`,
              `assert.equal((await app.find(${name}, record)).${field}, null);`,
            ],
          ];
    }
    case 'is-unique':
      return [['is unique', ...twinLines(scope, entity, each)]];
    case 'is-null-when-empty':
      return [
        [
          'is null when it is left empty',
          `const record = ${makeCode(entity, { [field]: "''" })};`,
          `assert.equal(record.${field}, null);`,
        ],
      ];
  }
}

function defaultLines(
  entity: string,
  { field, type, value }: ModelCaseOf<'has-a-default'>,
): readonly string[] {
  const given = makeCode(entity, { [field]: ['bool', 'enum'].includes(type) ? 'undefined' : "''" });
  const isNumber = type === 'decimal' || type === 'float';
  const actual = isNumber ? `Number(record.${field})` : `record.${field}`;
  const expected = ['datetime', 'time', 'json'].includes(type)
    ? `models.${entity}.schema.shape.${field}.parse(${js(value)})`
    : js(isNumber ? Number(value) : value);
  return [`const record = ${given};`, `assert.deepEqual(${actual}, ${expected});`];
}

/** A record with a value in each of the fields, and another one that may not have the same. */
function twinLines(scope: TestScope, entity: string, { fields, filled }: Twins): readonly string[] {
  const name = js(entity);
  const variable = (field: string): string => `target${fields.indexOf(field) + 1}`;
  const given = filled.map((each) => [each.field, keyCodeOf(scope, each.entity, variable(each.field))]);
  const values = `{ ${fields.map((field) => `${keyCode(field)}: record.${field}`).join(', ')} }`;
  const refuser = fields.length === 1 ? js(fields[0]) : "'_record'";
  return [
    ...filled.map((each) => `const ${variable(each.field)} = ${makeCode(each.entity)};`),
    `const record = ${makeCode(entity, Object.fromEntries(given))};`,
    `const twin = ${makeCode(entity)};`,
    `await app.assertInvalid(${name}, ${values}, ${refuser}, 'already exists');`,
    `await app.assertDatabaseRefuses(() => app.change(${name}, twin, ${values}));`,
  ];
}
