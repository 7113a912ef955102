import { fieldKind, py } from '../../../../lib/index.ts';
import type {
  AppSpec,
  EntitySpec,
  SpecCase,
  SpecEntries,
  SpecStep,
  SpecValue,
} from '../../../../lib/index.ts';
import type { DjangoNames } from '../../naming.ts';

/** The values for the template of `app/tests/test_spec.py`: a test for each `test` block of the spec. */
export function specTestValues(cases: readonly SpecCase[], names: DjangoNames): object {
  const tests = cases.map(({ name, description, skip, steps }) => ({
    name,
    description: description ?? name,
    skip,
    lines: steps.map((step) => stepCode(names, step)),
  }));
  return { hasSkips: tests.some(({ skip }) => skip !== null), tests };
}

/**
 * The values for the template of `app/tests/spec_case.py`: for each model, the values of its enums in the
 * order by which they sort, and the attributes that a search looks into.
 */
export function specCaseValues(spec: AppSpec, names: DjangoNames): object {
  return {
    enums: spec.entities.map((entity) => ({
      model: names.model(entity.name).className,
      orders: enumOrders(entity, names),
      searched: entity.fields
        .filter((field) => fieldKind(field).isSearched)
        .map((field) => names.field(entity.name, field.name).attribute),
    })),
  };
}

function enumOrders(
  entity: EntitySpec,
  names: DjangoNames,
): { attribute: string; values: readonly string[] }[] {
  return entity.fields.flatMap((field) =>
    field.type.kind === 'enum'
      ? [{ attribute: names.field(entity.name, field.name).attribute, values: field.type.values }]
      : [],
  );
}

function stepCode(names: DjangoNames, step: SpecStep): string {
  const model = (entity: string): string => py(names.model(entity).className);
  const row = (entity: string, name: string | null): string =>
    name === null ? `self.latest(${model(entity)})` : py(name);
  const values = (entity: string, entries: SpecEntries): string =>
    `{${entries.map(({ field, value }) => `${attributeCode(names, entity, field)}: ${valueCode(value)}`).join(', ')}}`;
  switch (step.kind) {
    case 'row':
      return `self.row(${py(step.row)}, ${model(step.entity)}, ${values(step.entity, step.values)})`;
    case 'create':
      return `self.create(${model(step.entity)}, ${values(step.entity, step.values)})`;
    case 'update':
      return `self.update(${row(step.entity, step.row)}, ${values(step.entity, step.values)})`;
    case 'delete':
      return `self.delete(${row(step.entity, step.row)})`;
    case 'get': {
      const { entity, relatedTo, only, filter, query, order } = step;
      const options = [model(entity)];
      if (relatedTo !== null) {
        const field = attributeCode(names, entity, relatedTo.field);
        options.push(`related_to=(${field}, ${row(relatedTo.entity, relatedTo.row)})`);
      }
      if (only !== null) options.push(`only=${py(only)}`);
      if (filter.length > 0) options.push(`filters=${values(entity, filter)}`);
      if (query !== null) options.push(`query=${valueCode(query)}`);
      if (order !== null) {
        const keys = order.map(
          ({ field, descends }) => (descends ? '-' : '') + attributeOf(names, entity, field),
        );
        options.push(`order_by=${py(keys)}`);
      }
      return `self.get(${options.join(', ')})`;
    }
    case 'succeeds':
      return 'self.assert_success()';
    case 'fails':
      return 'self.assert_error()';
    case 'is-created':
      return `self.assert_created(${py(step.value)})`;
    case 'counts': {
      const counted = step.entity === null ? 'None' : model(step.entity);
      return `self.assert_count(${counted}, ${py(step.operator)}, ${valueCode(step.value)})`;
    }
    case 'says':
      return `self.assert_error_message(${py(step.operator)}, ${valueCode(step.value)})`;
    case 'has': {
      const expected =
        step.value.kind === 'field'
          ? `Field(${attributeCode(names, step.entity, step.value.field)})`
          : valueCode(step.value);
      const field = attributeCode(names, step.entity, step.field);
      return `self.assert_field(${py(step.row)}, ${field}, ${py(step.operator)}, ${expected})`;
    }
    case 'unchecked':
      return `# Nothing checks this line of the spec: ${step.name}`;
  }
}

function attributeOf(names: DjangoNames, entity: string, field: string): string {
  return names.model(entity).fields.get(field)?.attribute ?? field;
}

function attributeCode(names: DjangoNames, entity: string, field: string): string {
  return py(attributeOf(names, entity, field));
}

function valueCode(value: SpecValue): string {
  switch (value.kind) {
    case 'plain':
      return py(value.value);
    case 'number':
      return value.text;
    case 'today':
    case 'now':
      return `self.${value.kind}()`;
    case 'row':
      return value.isMany ? `[self.rows[${py(value.row)}]]` : `self.rows[${py(value.row)}]`;
    case 'key':
      return `self.key_of(${valueCode(value.value)})`;
    case 'field':
      return `Field(${py(value.field)})`;
  }
}
