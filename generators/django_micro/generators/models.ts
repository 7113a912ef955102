import {
  assumedScheme,
  choicesOf,
  defineGenerator,
  exactDigits,
  keyField,
  labelField,
  plural,
  problemTexts,
} from '../../../lib/index.ts';
import type { AppSpec, EntitySpec } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import type { DjangoNames } from '../naming.ts';
import { tableRules } from '../code/constraints.ts';
import { fieldCode } from '../code/model-fields.ts';
import { importLines } from '../code/python-imports.ts';
import type { PythonImport } from '../code/python-imports.ts';
import { djangoRules } from '../code/schema/kept-tables.ts';
import { extendHistory } from '../code/schema/extend-history.ts';
import { printHistory, readHistory } from '../code/schema/schema-history.ts';

const historyPath = 'app/schema_history.json';
const commands = ['makemigrations', 'migrate', 'init_admin', 'createsuperuser'];

/**
 * Writes `app/models.py` with one model for each entity, `app/records.py` with what models share, the schema
 * history, and the management commands.
 */
export const models = defineGenerator<DjangoAnswers>({
  name: 'models',
  description:
    'models with their constraints, indexes and choices; the record of renames from which makemigrations answers',
  checkSpec: ({ spec }) => djangoNames(spec).warnings,
  generate({ spec, tree, existing, renames }) {
    const names = djangoNames(spec);
    tree.render('app/models.py.ejs', 'app/models.py', modelValues(spec, names));
    tree.render('app/records.py.ejs', 'app/records.py', {
      problems: problemTexts,
      exactDigits,
      assumedScheme,
    });
    tree.render('app/apps.py.ejs', 'app/apps.py', { title: spec.title });
    tree.write('app/__init__.py', '');
    tree.write('app/migrations/__init__.py', '');
    const former = readHistory(existing.read(historyPath));
    const history = extendHistory(former, spec, names, renames, djangoRules(spec));
    tree.write(historyPath, printHistory(history), { formatted: true, absorbs: true });
    tree.render('app/schema_history.py.ejs', 'app/schema_history.py', {});
    for (const folder of ['management', 'management/commands']) tree.write(`app/${folder}/__init__.py`, '');
    for (const command of commands) {
      const file = `app/management/commands/${command}.py`;
      tree.render(`${file}.ejs`, file, {});
    }
  },
});

function modelValues(spec: AppSpec, names: DjangoNames): object {
  const imports: PythonImport[] =
    spec.entities.length === 0
      ? []
      : [
          { module: 'django.db', name: 'models' },
          { module: '.records', name: 'BaseModel' },
        ];
  const classes = spec.entities.map((entity) => modelValue(entity, names, imports));
  return { title: spec.title, imports: importLines(imports), classes };
}

function modelValue(entity: EntitySpec, names: DjangoNames, imports: PythonImport[]): object {
  const model = names.model(entity.name);
  const rules = tableRules(entity, names);
  imports.push(...rules.imports);
  const fields = entity.fields.map((field) => {
    const { code, imports: needed } = fieldCode(entity, field, names);
    imports.push(...needed);
    return { attribute: model.fields.get(field.name)!.attribute, code };
  });
  const choices = entity.fields.flatMap((field) => {
    const { choices: name, members } = model.fields.get(field.name)!;
    if (name === null) return [];
    return [
      {
        name,
        members: choicesOf(field)!.map(({ value, label }) => ({ name: members.get(value)!, value, label })),
      },
    ];
  });
  return {
    name: model.className,
    title: entity.title,
    pluralTitle: plural(entity.title),
    table: model.table,
    fields,
    choices,
    ordering: orderingOf(entity, names),
    constraints: rules.constraints,
    indexes: rules.indexes,
    label: labelCode(entity, names),
    labelField: labelAttribute(entity, names),
  };
}

/** The default order of records: newest first by the first `auto_add` field, then by the key. */
function orderingOf(entity: EntitySpec, names: DjangoNames): string[] {
  const born = entity.fields.find((field) => field.auto === 'add');
  return born === undefined ? ['pk'] : [`-${names.field(entity.name, born.name).attribute}`, 'pk'];
}

/** The attribute of the field that records are called by; null where that is the key. */
function labelAttribute(entity: EntitySpec, names: DjangoNames): string | null {
  const field = labelField(entity);
  return field === keyField(entity) ? null : names.field(entity.name, field.name).attribute;
}

/** The Python expression of `__str__`: the value of the label field, or the key where that is empty. */
function labelCode(entity: EntitySpec, names: DjangoNames): string {
  const field = labelField(entity);
  const attribute = `self.${names.field(entity.name, field.name).attribute}`;
  if (field === keyField(entity)) return field.type.kind === 'str' ? attribute : 'str(self.pk)';
  return field.nullable || field.default !== null ? `${attribute} or str(self.pk)` : attribute;
}
