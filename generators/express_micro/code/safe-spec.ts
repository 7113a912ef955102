import { oncePerSpec, pageProtocol } from '../../../lib/index.ts';
import type { AppSpec, FieldSpec, Generator, SortKey, TestValue, UxSpec } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';

/**
 * Names that no field can have in the application: those that every JavaScript object inherits, such as `constructor`, which
 * drizzle would read as a value where none was given, and those of the forms' own inputs, such as `_csrf`.
 */
const reserved = new Set<string>([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.values(pageProtocol.form),
  '_csrf',
  '_record',
]);

const names = new WeakMap<FieldSpec, string>();

/** The field's name in the spec: `constructor` of a field that `safeSpec` renamed to `constructor_field`. */
export function nameInSpec(field: FieldSpec): string {
  return names.get(field) ?? field.name;
}

/**
 * The spec with a new name for each field of a reserved name, such as `constructor_field` for `constructor`, wherever the spec
 * names it; the same object where there is none.
 */
export const safeSpec = oncePerSpec(renameFields);

/** The generator, with `generate` given the safe spec and the renames that fit it; `checkSpec` still gets the spec as it is. */
export function overSafeSpec(generator: Generator<ExpressAnswers>): Generator<ExpressAnswers> {
  return {
    ...generator,
    generate(context) {
      const spec = safeSpec(context.spec);
      if (spec === context.spec) return generator.generate(context);
      const rename = renamer(context.spec);
      const renames = context.renames.map((each) =>
        each.kind === 'field' ? { ...each, to: rename(each.to) } : each,
      );
      return generator.generate({ ...context, spec, renames });
    },
  };
}

function renamer(spec: AppSpec): (name: string) => string {
  const taken = new Set(spec.entities.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const renamed = new Map<string, string>();
  for (const name of taken) {
    if (!reserved.has(name)) continue;
    let free = `${name.replace(/^_+|_+$/g, '')}_field`;
    while (taken.has(free)) free += '_';
    renamed.set(name, free);
  }
  return (name) => renamed.get(name) ?? name;
}

function renameFields(spec: AppSpec): AppSpec {
  if (!spec.entities.some(({ fields }) => fields.some(({ name }) => reserved.has(name)))) return spec;
  const rename = renamer(spec);
  const renameKeys = (keys: readonly SortKey[]): SortKey[] =>
    keys.map((key) => ({ ...key, field: rename(key.field) }));
  const renameValues = (values: readonly TestValue[]): TestValue[] =>
    values.map((value) => ({ ...value, field: rename(value.field) }));
  const renameField = (field: FieldSpec): FieldSpec => {
    const renamed = { ...field, name: rename(field.name) };
    if (renamed.name !== field.name) names.set(renamed, field.name);
    return renamed;
  };
  const renameUx = (ux: UxSpec): UxSpec => ({
    ...ux,
    show: ux.show?.map(rename) ?? null,
    filter: ux.filter?.map(rename) ?? null,
    search: ux.search?.map(rename) ?? null,
    sort: ux.sort && renameKeys(ux.sort),
  });
  return {
    ...spec,
    entities: spec.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.map(renameField),
      constraints: entity.constraints.map((each) => ({ ...each, fields: renameKeys(each.fields) })),
    })),
    surfaces: spec.surfaces.map((surface) => ({
      ...surface,
      sections: surface.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) => ({ ...field, name: rename(field.name) })),
      })),
      ux: surface.ux && renameUx(surface.ux),
    })),
    tests: spec.tests.map((test) => ({
      ...test,
      setup: test.setup.map((row) => ({ ...row, values: renameValues(row.values) })),
      action: {
        ...test.action,
        relation: test.action.relation && {
          ...test.action.relation,
          field: rename(test.action.relation.field),
        },
      },
      values: renameValues(test.values),
      filter: renameValues(test.filter),
      orderBy: test.orderBy?.replace(/[^-]+$/, rename) ?? null,
      assertions: test.assertions.map((assertion) => {
        if (assertion.kind !== 'field') return assertion;
        const { value } = assertion;
        return {
          ...assertion,
          field: rename(assertion.field),
          value: value.kind === 'field' ? { ...value, field: rename(value.field) } : value,
        };
      }),
    })),
  };
}
