import {
  adminScreen,
  claimName,
  defineGenerator,
  fieldKind,
  isGenerated,
  labelField,
  pageSize,
  py,
  targetOf,
} from '../../../lib/index.ts';
import type { AppSpec, EntitySpec, FieldSpec } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import type { DjangoNames } from '../naming.ts';

/** Writes `app/admin.py`: every model in the admin area. */
export const admin = defineGenerator<DjangoAnswers>({
  name: 'admin',
  description: 'the admin area: lists, filters, search, and forms for every model',
  generate({ spec, tree }) {
    const names = djangoNames(spec);
    tree.render('app/admin.py.ejs', 'app/admin.py', {
      pageSize,
      title: spec.title,
      models: spec.entities.map((entity) => ({
        name: names.model(entity.name).className,
        adminName: adminName(names.model(entity.name).className, spec, names),
        options: optionsOf(entity, spec, names),
      })),
    });
  },
});

/** The name of a model's admin class, `TaskAdmin`; never that of a model or of `RecordAdmin`, its base. */
function adminName(className: string, spec: AppSpec, names: DjangoNames): string {
  const taken = new Set(['RecordAdmin']);
  for (const entity of spec.entities) taken.add(names.model(entity.name).className);
  return claimName(taken, `${className}Admin`, (count) => `${className}Admin${'Page'.repeat(count - 1)}`);
}

function optionsOf(entity: EntitySpec, spec: AppSpec, names: DjangoNames): [string, string][] {
  const attribute = (field: FieldSpec): string => names.field(entity.name, field.name).attribute;
  const { label, columns, filters, search } = adminScreen(entity);
  const options: [string, string][] = [];
  const add = (option: string, fields: readonly string[]): void => {
    if (fields.length > 0) options.push([option, py(fields)]);
  };
  // Django sorts by the label's column, but not by `__str__`, which shows the key if the label is empty.
  const first = label.required && fieldKind(label).isSearched ? attribute(label) : '__str__';
  add('list_display', [first, ...columns.map(attribute)]);
  // A filter by a ref would list every record of its target.
  add(
    'list_filter',
    filters
      .filter(({ control }) => control !== 'record')
      .map(({ field }) => names.field(entity.name, field).attribute),
  );
  add('search_fields', [
    ...search.map((field) => (fieldKind(field).isSearched ? attribute(field) : 'pk')),
    ...columns.flatMap((field) => labelLookup(field, attribute(field), spec, names)),
  ]);
  add('list_select_related', columns.filter((field) => field.type.kind === 'ref').map(attribute));
  add(
    'autocomplete_fields',
    entity.fields
      .filter((field) => spec.entities.some(({ name }) => name === targetOf(field)))
      .map(attribute),
  );
  add(
    'readonly_fields',
    entity.fields.filter((field) => isGenerated(field) && !isNumberKey(field)).map(attribute),
  );
  const born = entity.fields.find((field) => field.auto === 'add' && field.type.kind !== 'time');
  if (born !== undefined) options.push(['date_hierarchy', py(attribute(born))]);
  return options;
}

/** Claims that the field is an automatic number, which the forms of the admin area do not show at all. */
function isNumberKey(field: FieldSpec): boolean {
  return field.primaryKey && field.type.kind === 'int';
}

/**
 * The lookup that searches a ref by the label of its target, such as `book__title`. Empty where the field is
 * no ref, or the label is not searched.
 */
function labelLookup(field: FieldSpec, attribute: string, spec: AppSpec, names: DjangoNames): string[] {
  const { type } = field;
  const target = type.kind === 'ref' ? spec.entities.find(({ name }) => name === type.entity) : undefined;
  if (target === undefined) return [];
  const label = labelField(target);
  if (!fieldKind(label).isSearched) return [];
  return [`${attribute}__${names.field(target.name, label.name).attribute}`];
}
