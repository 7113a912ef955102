import { problemTexts, py } from '../../../../lib/index.ts';
import type { AppSpec, Cases, FieldCase, ModelCase, Twins } from '../../../../lib/index.ts';
import type { DjangoNames } from '../../naming.ts';
import { importLines } from '../python-imports.ts';
import type { PythonImport } from '../python-imports.ts';
import { sampleEntries } from './sample-code.ts';
import { method } from './test-method.ts';
import type { TestMethod } from './test-method.ts';

/** The values for the template of `app/tests/records.py`, which makes sample records of each model. */
export function recordValues(spec: AppSpec, names: DjangoNames): object {
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

/** The values for the template of `app/tests/test_models.py`. */
export function modelTestValues(cases: Cases['models'], names: DjangoNames): object {
  const models = cases.map(({ entity: { name }, skip, cases: own }) => ({
    testName: `${names.model(name).className}Tests`,
    skip: skip === null ? null : `${name} needs a record that needs ${name}, or matches no pattern known`,
    tests: skip === null ? own.flatMap((each) => modelTest(name, names, each) ?? []) : [],
  }));
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

function modelTest(entity: string, names: DjangoNames, each: ModelCase): TestMethod | null {
  const { className } = names.model(entity);
  const make = `record = make(${py(className)})`;
  if (each.kind === 'keeps-its-values') {
    return method(
      'keeps_its_values',
      make,
      `saved = models.${className}.objects.get(pk=record.pk)`,
      'for field in record._meta.concrete_fields:',
      '    self.assertEqual(getattr(saved, field.attname), getattr(record, field.attname))',
    );
  }
  if (each.kind === 'is-called-by-its-label') {
    const called = each.isKey ? 'pk' : names.field(entity, each.field).attribute;
    return method('is_called_by_its_label', make, `self.assertEqual(str(record), str(record.${called}))`);
  }
  if (each.kind === 'is-unique-together') {
    return method(`unique_together_${each.number}`, ...twinLines(entity, names, each));
  }
  return fieldTest(entity, names, each);
}

function fieldTest(entity: string, names: DjangoNames, each: FieldCase): TestMethod | null {
  const { className } = names.model(entity);
  const name = names.field(entity, each.field).attribute;
  const make = `record = make(${py(className)})`;
  const test = (what: string, ...lines: readonly string[]): TestMethod => method(`${name}_${what}`, ...lines);
  const refuses = 'self.assert_database_refuses(record)';
  const refused = (text = ''): string =>
    `self.assert_refused(record, ${py(name)}${text === '' ? '' : `, ${py(text)}`})`;
  switch (each.kind) {
    case 'links-records':
      return test(
        'links_records',
        make,
        `other = ${makeTarget(name)}`,
        `record.${name}.set([other])`,
        `self.assertEqual(list(record.${name}.all()), [other])`,
      );
    case 'is-filled-in':
      return test('is_filled_in', make, `self.assertIsNotNone(record.${name})`);
    case 'is-required':
      // In a JSON field, None stands for the JSON value null.
      if (each.type === 'json') return null;
      return test('is_required', make, `record.${name} = None`, refused(problemTexts.required));
    case 'has-a-max-length':
      return test(
        'has_a_max_length',
        make,
        `record.${name} = "x" * ${each.length + 1}`,
        refused('max length'),
      );
    case 'is-one-of-its-choices':
      return test(
        'is_one_of_its_choices',
        make,
        `record.${name} = "not-a-choice"`,
        refused('invalid choice'),
        ...(each.isKey ? [] : [refuses]),
      );
    case 'matches-its-pattern':
      return test('matches_its_pattern', make, `record.${name} = ${py(each.value)}`, refused());
    case 'has-a-bound': {
      // With another key it would be saved as another record.
      if (each.isKey) return null;
      const bound = each.type === 'decimal' ? `Decimal(${py(each.bound)})` : each.bound;
      return test(
        `has_a_${each.side}_bound`,
        make,
        `record.${name} = ${bound} ${each.side === 'lower' ? '-' : '+'} 1`,
        refused(),
        ...(each.isStorable ? [refuses] : []),
      );
    }
    case 'has-a-default':
      return test(
        'has_a_default',
        `record = models.${className}()`,
        `self.assertEqual(record.${name}, record._meta.get_field(${py(name)}).get_default())`,
        `self.assertIsNotNone(record.${name})`,
      );
    case 'protects-its-record':
      return test(
        'protects_its_record',
        make,
        'with self.assertRaises(ProtectedError):',
        `    record.${name}.delete()`,
      );
    case 'is-emptied-with-its-record':
      return test(
        'is_forgotten_with_its_record',
        make,
        `record.${name} = ${makeTarget(name)}`,
        'record.save()',
        `record.${name}.delete()`,
        'record.refresh_from_db()',
        `self.assertIsNone(record.${name})`,
      );
    case 'is-unique':
      return each.isKey ? null : test('is_unique', ...twinLines(entity, names, each));
    case 'is-null-when-empty':
      if (each.isUnique) return null;
      return test(
        'is_null_when_empty',
        make,
        `record.${name} = ""`,
        'record.save()',
        `self.assertIsNone(record.${name})`,
      );
    case 'requires-links':
    case 'has-the-form-of-its-type':
    case 'refers-to-a-record':
      return null;
  }
}

/** The Python call that makes a record to which the attribute `name` may refer. */
function makeTarget(name: string): string {
  return `make(record._meta.get_field(${py(name)}).related_model.__name__)`;
}

function twinLines(entity: string, names: DjangoNames, { fields, filled }: Twins): readonly string[] {
  const make = `make(${py(names.model(entity).className)})`;
  const attribute = (field: string): string => names.field(entity, field).attribute;
  const attributes = fields.map(attribute);
  const targets = filled.map(({ field }) => attribute(field));
  return [
    `record = ${make}`,
    ...targets.map((name) => `record.${name} = ${makeTarget(name)}`),
    ...(targets.length > 0 ? ['record.save()'] : []),
    `twin = ${make}`,
    ...attributes.map((name) => `twin.${name} = record.${name}`),
    `self.assert_refused(twin, ${attributes.length === 1 ? py(attributes[0]) : 'None'}, "already exists")`,
    'self.assert_database_refuses(twin)',
  ];
}
