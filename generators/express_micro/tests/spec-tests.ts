import {
  js,
  type FieldSpec,
  type Literal,
  type TestAssertion,
  type TestSpec,
  type TestValue,
} from '../../../lib/index.ts';
import { commentText, objectCode } from '../javascript.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** One test for each `test` block of the spec. */
export function specTests(scope: TestScope): TestGroup {
  return { title: 'The spec', tests: scope.spec.tests.map((test) => testCase(scope, test)), skip: null };
}

/** Entities of a test's setup rows, by the rows' names. */
type Rows = ReadonlyMap<string, string>;

function testCase(scope: TestScope, test: TestSpec): TestCase {
  const rows: Rows = new Map(test.setup.map((row) => [row.name, row.entity]));
  const expectsError = test.assertions.some(
    (each) => each.kind === 'error_message' || (each.kind === 'status' && each.value === 'error'),
  );
  return {
    title: test.description === null ? test.name : `${test.name}: ${test.description}`,
    skip: test.skip,
    lines: [
      'const spec = new SpecCase(app.db);',
      ...test.setup.map(
        (row) =>
          `await spec.row(${js(row.name)}, ${js(row.entity)}, ${valuesCode(scope, row.entity, row.values, rows)});`,
      ),
      actionCode(scope, test, rows),
      ...(expectsError ? [] : ['spec.assertSuccess();']),
      ...test.assertions.flatMap((assertion) => assertionCode(scope, assertion, test, rows) ?? []),
    ],
  };
}

function actionCode(scope: TestScope, test: TestSpec, rows: Rows): string {
  const { action } = test;
  const entity = js(action.entity);
  const row = action.row === null ? `spec.latest(${entity})` : js(action.row);
  const values = valuesCode(scope, action.entity, test.values, rows);
  switch (action.verb) {
    case 'create':
      return `await spec.create(${entity}, ${values});`;
    case 'update':
      return `await spec.update(${row}, ${values});`;
    case 'delete':
      return `await spec.delete(${row});`;
    case 'get': {
      const listed = action.relation?.entity ?? action.entity;
      const options = objectCode({
        relatedTo:
          action.relation === null ? undefined : `{ field: ${js(action.relation.field)}, row: ${row} }`,
        only: action.relation === null && action.row !== null ? js(action.row) : undefined,
        filter: test.filter.length === 0 ? undefined : valuesCode(scope, listed, test.filter, rows),
        query: test.search === null ? undefined : literalCode(test.search),
        order: test.orderBy === null ? undefined : js(orderOf(test.orderBy)),
      });
      return `await spec.get(${js(listed)}${options === '{}' ? '' : `, ${options}`});`;
    }
  }
}

function orderOf(order: string): { field: string; direction: string }[] {
  return order.split(',').map((part) => {
    const [, sign = '', field = '', direction] = /^\s*([-+]?)(\w+)(?:\s+(asc|desc))?/i.exec(part) ?? [];
    const descends = sign === '-' || direction?.toLowerCase() === 'desc';
    return { field, direction: descends ? 'desc' : 'asc' };
  });
}

function valuesCode(scope: TestScope, entity: string, values: readonly TestValue[], rows: Rows): string {
  const { fields } = scope.entity(entity);
  return objectCode(
    Object.fromEntries(
      values.flatMap(({ field: name, value }) => {
        const field = fields.find((candidate) => candidate.name === name);
        return field === undefined ? [] : [[name, valueCode(value, field, rows)]];
      }),
    ),
  );
}

/** A setup row's name stands for the row where the field refers to its entity. */
function valueCode(value: Literal, field: FieldSpec, rows: Rows): string {
  const { type } = field;
  if (type.kind === 'ref' || type.kind === 'many') {
    const row = value.kind === 'name' || value.kind === 'string' ? value.value : null;
    if (row !== null && rows.get(row) === type.entity) {
      return type.kind === 'many' ? `[spec.keyOf(${js(row)})]` : `spec.keyOf(${js(row)})`;
    }
  }
  if (value.kind === 'name' && value.value === 'today') return 'today()';
  if (value.kind === 'name' && value.value === 'now') return 'new Date()';
  return literalCode(value);
}

function literalCode(value: Literal): string {
  switch (value.kind) {
    case 'number':
      return value.text;
    case 'null':
    case 'current_user':
      return 'null';
    default:
      return js(value.value);
  }
}

function assertionCode(
  scope: TestScope,
  assertion: TestAssertion,
  test: TestSpec,
  rows: Rows,
): string | null {
  switch (assertion.kind) {
    case 'status':
      return assertion.value === 'success' ? null : 'spec.assertError();';
    case 'created':
      return `await spec.assertCreated(${js(assertion.value)});`;
    case 'count':
      return `await spec.assertCount(${js(assertion.entity)}, ${js(assertion.operator)}, ${literalCode(assertion.value)});`;
    case 'error_message':
      return `spec.assertErrorMessage(${js(assertion.operator)}, ${literalCode(assertion.value)});`;
    case 'field': {
      const field = scope
        .entity(entityOf(assertion.row, test, rows))
        .fields.find(({ name }) => name === assertion.field);
      const { value } = assertion;
      const expected =
        value.kind === 'field'
          ? `spec.field(${js(value.field)})`
          : field === undefined
            ? literalCode(value)
            : valueCode(value, field, rows);
      return `await spec.assertField(${js(assertion.row)}, ${js(assertion.field)}, ${js(assertion.operator)}, ${expected});`;
    }
    case 'unchecked':
      return `// Nothing checks this line of the spec: ${commentText(assertion.name)}`;
  }
}

function entityOf(row: string | null, test: TestSpec, rows: Rows): string {
  const listed = test.action.relation?.entity ?? test.action.entity;
  return row === null || row === 'first' || row === 'last' ? listed : (rows.get(row) ?? listed);
}
