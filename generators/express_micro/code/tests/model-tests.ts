import { js, problemTexts } from '../../../../lib/index.ts';
import type { FieldCase, ModelCase, ModelCaseOf, PageModel, Twins } from '../../../../lib/index.ts';
import { keyCode } from '../javascript.ts';
import { keyCodeOf, makeCode, testCase } from './test-case.ts';
import type { TestCase } from './test-case.ts';

/** The tests that assert a case of a model. */
export function modelTest(pages: PageModel, entity: string, each: ModelCase): TestCase | readonly TestCase[] {
  const name = js(entity);
  if (each.kind === 'keeps-its-values') {
    return testCase(
      'keeps its values',
      `const values = await app.valuesFor(${name}, ${js(each.fields)});`,
      `const record = await app.make(${name}, values);`,
      `await app.assertSaved(${name}, await app.find(${name}, record), values);`,
    );
  }
  if (each.kind === 'is-called-by-its-label') {
    return testCase(
      `is called by its ${each.field}`,
      `const record = ${makeCode(entity)};`,
      `assert.equal(labelOf(models.${entity}, record), String(record.${each.field}));`,
    );
  }
  if (each.kind === 'is-unique-together') {
    const title = `${each.fields.join(' and ')} are unique together`;
    return testCase(title, ...twinLines(pages, entity, each));
  }
  if (each.kind === 'is-filled-in') {
    const make = `const record = ${makeCode(entity)};`;
    return testCase(`fills in ${each.field}`, make, `assert.notEqual(record.${each.field}, null);`);
  }
  return fieldTest(pages, entity, each);
}

/** Cases whose test has a title that begins with the field: `title is required`. */
type TitledCase = Exclude<FieldCase, { readonly kind: 'is-filled-in' }>;

function fieldTest(pages: PageModel, entity: string, each: TitledCase): TestCase | readonly TestCase[] {
  const { field } = each;
  const test = (what: string, ...lines: readonly string[]): TestCase =>
    testCase(`${field} ${what}`, ...lines);
  const name = js(entity);
  const make = `const record = ${makeCode(entity)};`;
  const refuse = (value: string, text: string): string =>
    `await app.assertInvalid(${name}, { ${keyCode(field)}: ${value} }, ${js(field)}, ${js(text)});`;
  const databaseRefuses = (value: string): string =>
    `await app.assertDatabaseRefuses(() => app.change(${name}, record, { ${keyCode(field)}: ${value} }));`;
  switch (each.kind) {
    case 'requires-links':
      return test('is required', refuse('[]', problemTexts.required));
    case 'links-records':
      return test(
        'links records',
        `const other = ${makeCode(each.entity)};`,
        `const values = { ${keyCode(field)}: [${keyCodeOf(pages, each.entity, 'other')}] };`,
        `const record = await app.make(${name}, values);`,
        `await app.assertSaved(${name}, record, values);`,
      );
    case 'is-required':
      return test('is required', refuse('null', problemTexts.required));
    case 'has-a-max-length':
      return test('has a max length', refuse(`'x'.repeat(${each.length + 1})`, 'max length'));
    case 'is-one-of-its-choices':
      return [
        test('is one of its choices', refuse("'not-a-choice'", 'invalid choice')),
        test('is one of its choices in the database', make, databaseRefuses("'not-a-choice'")),
      ];
    case 'matches-its-pattern':
      return test('matches its pattern', refuse(js(each.value), 'does not match'));
    case 'has-the-form-of-its-type':
      return test('has the form of its type', refuse(js(each.value), 'is no'));
    case 'has-a-bound': {
      const words = problemTexts[each.side === 'lower' ? 'tooSmall' : 'tooGreat'](each.bound);
      return test(
        words,
        ...(each.isEnterable ? [refuse(js(each.value), words)] : []),
        make,
        databaseRefuses(each.type === 'decimal' ? js(each.value) : each.value),
      );
    }
    case 'has-a-default':
      return test('has a default', ...defaultLines(entity, each));
    case 'refers-to-a-record':
      return test('refers to a record', refuse(js(each.unknown), 'not found'));
    case 'protects-its-record':
    case 'is-emptied-with-its-record': {
      const makeTarget = `const target = ${makeCode(each.entity)};`;
      const makeRecord = makeCode(entity, { [field]: keyCodeOf(pages, each.entity, 'target') });
      const remove = `app.remove(${js(each.entity)}, target)`;
      return each.kind === 'protects-its-record'
        ? test(
            'protects its record',
            makeTarget,
            `${makeRecord};`,
            `await app.assertDatabaseRefuses(() => ${remove});`,
          )
        : test(
            'is emptied with its record',
            makeTarget,
            `const record = ${makeRecord};`,
            `await ${remove};`,
            `assert.equal((await app.find(${name}, record)).${field}, null);`,
          );
    }
    case 'is-unique':
      return test('is unique', ...twinLines(pages, entity, each));
    case 'is-null-when-empty':
      return test(
        'is null when it is left empty',
        `const record = ${makeCode(entity, { [field]: "''" })};`,
        `assert.equal(record.${field}, null);`,
      );
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

/** Lines that make a record, and check that form and database refuse another one with the same values in the fields. */
function twinLines(pages: PageModel, entity: string, { fields, filled }: Twins): readonly string[] {
  const name = js(entity);
  const variable = (field: string): string => `target${fields.indexOf(field) + 1}`;
  const given = filled.map((each) => [each.field, keyCodeOf(pages, each.entity, variable(each.field))]);
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
