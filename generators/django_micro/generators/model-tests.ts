import {
  defineGenerator,
  invalidSamples,
  isGenerated,
  isNumber,
  isRequiredInput,
  isText,
  keyField,
  labelField,
  py,
  unmakeableEntities,
} from '../../../lib/index.ts';
import type { AppSpec, EntitySpec, FieldSpec } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import type { DjangoNames } from '../naming.ts';
import { importLines } from './python-imports.ts';
import type { PythonImport } from './model-fields.ts';
import { sampleEntries } from './sample-code.ts';

/** Writes `app/tests/`: sample records, and tests of each model. */
export const modelTests = defineGenerator<DjangoAnswers>({
  name: 'model_tests',
  description: 'sample records, and tests of every model: values, defaults, bounds, choices, keys and refs',
  generate({ spec, tree }) {
    const names = djangoNames(spec);
    const unmakeable = unmakeableEntities(spec.entities);
    tree.write('app/tests/__init__.py', '');
    tree.render('app/tests/records.py.ejs', 'app/tests/records.py', recordValues(spec, names));
    tree.render('app/tests/test_models.py.ejs', 'app/tests/test_models.py', {
      ...testValues(spec, names, unmakeable),
    });
    tree.render('app/tests/test_project.py.ejs', 'app/tests/test_project.py', {});
  },
});

interface ModelTest {
  readonly name: string;
  readonly lines: readonly string[];
}

function recordValues(spec: AppSpec, names: DjangoNames): object {
  const models = spec.entities.map((entity) => ({
    name: names.model(entity.name).className,
    entries: sampleEntries(entity, names),
  }));
  const code = models.flatMap((model) => model.entries.map((entry) => entry.code)).join('\n');
  const imports: PythonImport[] = [
    { module: 'collections', name: 'defaultdict' },
    { module: 'itertools', name: 'count' },
    { module: 'app', name: 'models' },
  ];
  for (const name of ['date', 'datetime', 'time', 'timedelta', 'timezone']) {
    if (new RegExp(`\\b${name}[(.]`).test(code)) imports.push({ module: 'datetime', name });
  }
  if (code.includes('Decimal(')) imports.push({ module: 'decimal', name: 'Decimal' });
  if (code.includes('UUID(')) imports.push({ module: 'uuid', name: 'UUID' });
  return { models, example: models[0]?.name ?? 'Model', imports: importLines(imports) };
}

function testValues(spec: AppSpec, names: DjangoNames, unmakeable: ReadonlySet<string>): object {
  const models = spec.entities.map((entity) => {
    const cannot = unmakeable.has(entity.name);
    return {
      testName: `${names.model(entity.name).className}Tests`,
      skip: cannot
        ? `${entity.name} needs a record that needs ${entity.name}, or matches no pattern known`
        : null,
      tests: cannot ? [] : testsOf(entity, names),
    };
  });
  const imports: PythonImport[] = [
    { module: 'django.core.exceptions', name: 'ValidationError' },
    { module: 'django.db', name: 'IntegrityError' },
    { module: 'django.db', name: 'transaction' },
    { module: 'django.test', name: 'TestCase' },
  ];
  const code = models.flatMap((model) => model.tests.flatMap((test) => test.lines)).join('\n');
  if (/\bmodels\./.test(code)) imports.push({ module: 'app', name: 'models' });
  if (code.includes('make(')) imports.push({ module: '.records', name: 'make' });
  if (code.includes('ProtectedError')) imports.push({ module: 'django.db.models', name: 'ProtectedError' });
  if (code.includes('Decimal(')) imports.push({ module: 'decimal', name: 'Decimal' });
  if (models.some((model) => model.skip !== null)) imports.push({ module: 'unittest', name: 'skip' });
  return { models, imports: importLines(imports) };
}

function testsOf(entity: EntitySpec, names: DjangoNames): ModelTest[] {
  const { className } = names.model(entity.name);
  const make = `make(${py(className)})`;
  const attribute = (field: FieldSpec): string => names.field(entity.name, field.name).attribute;
  const tests: ModelTest[] = [
    {
      name: 'test_keeps_its_values',
      lines: [
        `record = ${make}`,
        `saved = models.${className}.objects.get(pk=record.pk)`,
        'for field in record._meta.concrete_fields:',
        '    self.assertEqual(getattr(saved, field.attname), getattr(record, field.attname))',
      ],
    },
    { name: 'test_is_called_by_its_label', lines: labelTest(entity, names, make) },
  ];
  for (const field of entity.fields) tests.push(...fieldTests(field, attribute(field), className));
  const unique = entity.constraints.filter((constraint) => constraint.kind === 'unique');
  unique.forEach((constraint, index) => {
    const keys = constraint.fields
      .map((key) => entity.fields.find((field) => field.name === key.field)!)
      .filter((field) => field.type.kind !== 'many');
    if (keys.length === 0 || keys.some((field) => field.auto !== null)) return;
    tests.push({ name: `test_unique_together_${index + 1}`, lines: uniqueTogether(entity, keys, names) });
  });
  return tests;
}

function labelTest(entity: EntitySpec, names: DjangoNames, make: string): string[] {
  const field = labelField(entity);
  const called = field === keyField(entity) ? 'pk' : names.field(entity.name, field.name).attribute;
  return [`record = ${make}`, `self.assertEqual(str(record), str(record.${called}))`];
}

function fieldTests(field: FieldSpec, name: string, className: string): ModelTest[] {
  const tests: ModelTest[] = [];
  const add = (what: string, ...lines: string[]): void => {
    tests.push({ name: `test_${name}_${what}`, lines });
  };
  const record = `record = make(${py(className)})`;
  const { kind } = field.type;
  if (kind === 'many') {
    add(
      'links_records',
      `${record}`,
      `other = make(record._meta.get_field(${py(name)}).related_model.__name__)`,
      `record.${name}.set([other])`,
      `self.assertEqual(list(record.${name}.all()), [other])`,
    );
    return tests;
  }
  if (isGenerated(field)) {
    add('is_filled_in', record, `self.assertIsNotNone(record.${name})`);
    return tests;
  }
  if (isRequiredInput(field) && kind !== 'json') {
    add(
      'is_required',
      record,
      `record.${name} = None`,
      `self.assert_refused(record, ${py(name)}, "is required")`,
    );
  }
  if (kind === 'ref') tests.push(...refTests(field, name, record));
  if (kind === 'str') {
    add(
      'has_a_max_length',
      record,
      `record.${name} = "x" * ${Number(field.type.kind === 'str' && field.type.maxLength) + 1}`,
      `self.assert_refused(record, ${py(name)}, "max length")`,
    );
  }
  if (kind === 'enum') {
    add(
      'is_one_of_its_choices',
      record,
      `record.${name} = "not-a-choice"`,
      `self.assert_refused(record, ${py(name)}, "invalid choice")`,
      ...(field.primaryKey ? [] : ['self.assert_database_refuses(record)']),
    );
  }
  const wrong = invalidSamples(field).find(({ problem }) => problem === 'wrong pattern');
  if (wrong !== undefined && isText(field)) {
    add(
      'matches_its_pattern',
      record,
      `record.${name} = ${py(wrong.value)}`,
      `self.assert_refused(record, ${py(name)})`,
    );
  }
  if (isNumber(field) && !field.primaryKey) tests.push(...boundTests(field, name, record));
  if (field.default !== null && field.default.kind !== 'today' && field.default.kind !== 'now') {
    add(
      'has_a_default',
      `record = models.${className}()`,
      `self.assertEqual(record.${name}, record._meta.get_field(${py(name)}).get_default())`,
      'self.assertIsNotNone(record.' + name + ')',
    );
  }
  if (field.unique && !field.primaryKey) {
    const value = kind === 'ref' ? `make(record._meta.get_field(${py(name)}).related_model.__name__)` : null;
    add(
      'is_unique',
      record,
      ...(value !== null && field.nullable ? [`record.${name} = ${value}`, 'record.save()'] : []),
      `twin = make(${py(className)})`,
      `twin.${name} = record.${name}`,
      `self.assert_refused(twin, ${py(name)}, "already exists")`,
      'self.assert_database_refuses(twin)',
    );
  }
  if (field.nullable && isText(field) && !field.unique) {
    add(
      'is_null_when_empty',
      record,
      `record.${name} = ""`,
      'record.save()',
      `self.assertIsNone(record.${name})`,
    );
  }
  return tests;
}

function boundTests(field: FieldSpec, name: string, record: string): ModelTest[] {
  const bounds = [
    { word: 'lower', bound: field.min, sign: '-' },
    { word: 'upper', bound: field.max, sign: '+' },
  ];
  const { type } = field;
  return bounds.flatMap(({ word, bound, sign }) => {
    if (bound === null) return [];
    const whole = String(Math.trunc(Math.abs(Number(bound)) + 1)).length;
    const fits = type.kind === 'decimal' ? whole <= type.precision - type.scale : whole < 10;
    const value = field.type.kind === 'decimal' ? `Decimal(${py(bound)}) ${sign} 1` : `${bound} ${sign} 1`;
    return [
      {
        name: `test_${name}_has_a_${word}_bound`,
        lines: [
          record,
          `record.${name} = ${value}`,
          `self.assert_refused(record, ${py(name)})`,
          ...(fits ? ['self.assert_database_refuses(record)'] : []),
        ],
      },
    ];
  });
}

function refTests(field: FieldSpec, name: string, record: string): ModelTest[] {
  const target = `make(record._meta.get_field(${py(name)}).related_model.__name__)`;
  if (field.nullable) {
    return [
      {
        name: `test_${name}_is_forgotten_with_its_record`,
        lines: [
          record,
          `record.${name} = ${target}`,
          'record.save()',
          `record.${name}.delete()`,
          'record.refresh_from_db()',
          `self.assertIsNone(record.${name})`,
        ],
      },
    ];
  }
  return [
    {
      name: `test_${name}_protects_its_record`,
      lines: [record, 'with self.assertRaises(ProtectedError):', `    record.${name}.delete()`],
    },
  ];
}

function uniqueTogether(entity: EntitySpec, keys: readonly FieldSpec[], names: DjangoNames): string[] {
  const className = names.model(entity.name).className;
  const attributes = keys.map((field) => names.field(entity.name, field.name).attribute);
  const filled = keys.filter((field) => field.type.kind === 'ref' && field.nullable);
  return [
    `record = make(${py(className)})`,
    ...filled.map((field) => {
      const attribute = names.field(entity.name, field.name).attribute;
      return `record.${attribute} = make(record._meta.get_field(${py(attribute)}).related_model.__name__)`;
    }),
    ...(filled.length > 0 ? ['record.save()'] : []),
    `twin = make(${py(className)})`,
    ...attributes.map((name) => `twin.${name} = record.${name}`),
    `self.assert_refused(twin, ${attributes.length === 1 ? py(attributes[0]) : 'None'}, "already exists")`,
    'self.assert_database_refuses(twin)',
  ];
}
