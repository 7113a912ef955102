import { defineGenerator, fieldKind, py } from '../../../lib/index.ts';
import type {
  AppSpec,
  EntitySpec,
  FieldSpec,
  Literal,
  TestAssertion,
  TestSpec,
  TestValue,
} from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import type { DjangoNames } from '../naming.ts';

/** Writes `app/tests/test_spec.py`: one test for each `test` block of the spec. */
export const specTests = defineGenerator<DjangoAnswers>({
  name: 'spec_tests',
  description: 'a test for each test block of the spec',
  generate({ spec, tree }) {
    if (spec.tests.length === 0) return;
    const names = djangoNames(spec);
    tree.render('app/tests/spec_case.py.ejs', 'app/tests/spec_case.py', {
      enums: spec.entities.map((entity) => ({
        model: names.model(entity.name).className,
        orders: enumOrders(entity, names),
        searched: entity.fields
          .filter((field) => fieldKind(field).isSearched)
          .map((field) => names.field(entity.name, field.name).attribute),
      })),
    });
    const tests = spec.tests.map((test) => testCode(test, spec, names));
    tree.render('app/tests/test_spec.py.ejs', 'app/tests/test_spec.py', {
      hasSkips: spec.tests.some((test) => test.skip !== null),
      tests,
    });
  },
});

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

function testCode(test: TestSpec, spec: AppSpec, names: DjangoNames): object {
  const lines: string[] = [];
  const rows = new Map(test.setup.map((row) => [row.name, row.entity]));
  for (const row of test.setup) {
    const values = valuesCode(row.entity, row.values, rows, spec, names);
    lines.push(`self.row(${py(row.name)}, ${py(names.model(row.entity).className)}, ${values})`);
  }
  lines.push(actionCode(test, rows, spec, names));
  const expectsError = test.assertions.some(
    (each) => each.kind === 'error_message' || (each.kind === 'status' && each.value === 'error'),
  );
  if (!expectsError) lines.push('self.assert_success()');
  for (const assertion of test.assertions) {
    const line = assertionCode(assertion, test, rows, spec, names);
    if (line !== null) lines.push(line);
  }
  return { name: test.name, description: test.description ?? test.name, skip: test.skip, lines };
}

function actionCode(
  test: TestSpec,
  rows: ReadonlyMap<string, string>,
  spec: AppSpec,
  names: DjangoNames,
): string {
  const { action } = test;
  const model = py(names.model(action.entity).className);
  const values = (list: readonly TestValue[], entity: string): string =>
    valuesCode(entity, list, rows, spec, names);
  switch (action.verb) {
    case 'create':
      return `self.create(${model}, ${values(test.values, action.entity)})`;
    case 'update':
      return `self.update(${rowCode(action.row, model)}, ${values(test.values, action.entity)})`;
    case 'delete':
      return `self.delete(${rowCode(action.row, model)})`;
    case 'get': {
      const { relation } = action;
      const entity = relation?.entity ?? action.entity;
      const options: string[] = [];
      if (relation !== null) {
        const field = names.field(relation.entity, relation.field).attribute;
        options.push(`related_to=(${py(field)}, ${rowCode(action.row, model)})`);
      } else if (action.row !== null) {
        options.push(`only=${py(action.row)}`);
      }
      if (test.filter.length > 0) options.push(`filters=${values(test.filter, entity)}`);
      if (test.search !== null) options.push(`query=${literalCode(test.search)}`);
      if (test.orderBy !== null) options.push(`order_by=${py(orderCode(test.orderBy, entity, names))}`);
      return `self.get(${[py(names.model(entity).className), ...options].join(', ')})`;
    }
  }
}

function rowCode(row: string | null, model: string): string {
  return row === null ? `self.latest(${model})` : py(row);
}

function orderCode(order: string, entity: string, names: DjangoNames): string[] {
  const fields = names.model(entity).fields;
  return order.split(',').map((part) => {
    const [, sign = '', name = '', direction] = /^\s*([-+]?)(\w+)(?:\s+(asc|desc))?/i.exec(part) ?? [];
    const descends = sign === '-' || direction?.toLowerCase() === 'desc';
    return `${descends ? '-' : ''}${fields.get(name)?.attribute ?? name}`;
  });
}

function valuesCode(
  entity: string,
  values: readonly TestValue[],
  rows: ReadonlyMap<string, string>,
  spec: AppSpec,
  names: DjangoNames,
): string {
  const fields = spec.entities.find((candidate) => candidate.name === entity)?.fields ?? [];
  const entries = values.flatMap(({ field: name, value }) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) return [];
    return [`${py(names.field(entity, name).attribute)}: ${valueCode(value, field, rows)}`];
  });
  return `{${entries.join(', ')}}`;
}

/** A setup row's name stands for the row where the field refers to its entity. */
function valueCode(value: Literal, field: FieldSpec, rows: ReadonlyMap<string, string>): string {
  const { type } = field;
  if (type.kind === 'ref' || type.kind === 'many') {
    const row = value.kind === 'name' || value.kind === 'string' ? value.value : null;
    if (row !== null && rows.get(row) === type.entity) {
      return type.kind === 'many' ? `[self.rows[${py(row)}]]` : `self.rows[${py(row)}]`;
    }
    if (type.kind === 'ref' && value.kind !== 'null') return `self.key_of(${literalCode(value)})`;
  }
  if (value.kind === 'name' && (value.value === 'today' || value.value === 'now'))
    return `self.${value.value}()`;
  return literalCode(value);
}

function literalCode(value: Literal): string {
  switch (value.kind) {
    case 'number':
      return value.text;
    case 'null':
    case 'current_user':
      return 'None';
    default:
      return py(value.value);
  }
}

const operators = {
  equals: 'equals',
  not_equals: 'not_equals',
  greater_than: 'greater_than',
  less_than: 'less_than',
  contains: 'contains',
  not_contains: 'not_contains',
} as const;

function assertionCode(
  assertion: TestAssertion,
  test: TestSpec,
  rows: ReadonlyMap<string, string>,
  spec: AppSpec,
  names: DjangoNames,
): string | null {
  switch (assertion.kind) {
    case 'status':
      return assertion.value === 'success' ? null : 'self.assert_error()';
    case 'created':
      return `self.assert_created(${py(assertion.value)})`;
    case 'count': {
      const model = assertion.entity === null ? 'None' : py(names.model(assertion.entity).className);
      return `self.assert_count(${model}, ${py(operators[assertion.operator])}, ${literalCode(assertion.value)})`;
    }
    case 'error_message':
      return `self.assert_error_message(${py(operators[assertion.operator])}, ${literalCode(assertion.value)})`;
    case 'field': {
      const entity = entityOf(assertion.row, test, rows);
      const fields = names.model(entity).fields;
      const attribute = (name: string): string => py(fields.get(name)?.attribute ?? name);
      const field = spec.entities
        .find((candidate) => candidate.name === entity)
        ?.fields.find((candidate) => candidate.name === assertion.field);
      const { value } = assertion;
      const expected =
        value.kind === 'field'
          ? `Field(${attribute(value.field)})`
          : field === undefined
            ? literalCode(value)
            : valueCode(value, field, rows);
      return (
        `self.assert_field(${assertion.row === null ? 'None' : py(assertion.row)}, ` +
        `${attribute(assertion.field)}, ${py(operators[assertion.operator])}, ${expected})`
      );
    }
    case 'unchecked':
      return `# Nothing checks this line of the spec: ${assertion.name}`;
  }
}

function entityOf(row: string | null, test: TestSpec, rows: ReadonlyMap<string, string>): string {
  const listed = test.action.relation?.entity ?? test.action.entity;
  return row === null || row === 'first' || row === 'last' ? listed : (rows.get(row) ?? listed);
}
