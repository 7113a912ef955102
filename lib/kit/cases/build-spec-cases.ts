import type { AppSpec, Literal } from '../../spec/app-spec.ts';
import type { TestAssertion, TestSpec, TestValue } from '../../spec/app-spec-test.ts';
import type { SpecCase, SpecEntries, SpecStep, SpecValue } from './spec-case.ts';

/** One case for each `test` block of the spec. */
export function buildSpecCases(spec: AppSpec): readonly SpecCase[] {
  return spec.tests.map((test) => {
    const { name, description, skip } = test;
    const expectsError = test.assertions.some(
      (each) => each.kind === 'error_message' || (each.kind === 'status' && each.value === 'error'),
    );
    return {
      name,
      description,
      skip,
      steps: [
        ...test.setup.map((row): SpecStep => ({
          kind: 'row',
          row: row.name,
          entity: row.entity,
          values: entriesOf(spec, test, row.entity, row.values),
        })),
        actionStep(spec, test),
        ...(expectsError ? [] : [{ kind: 'succeeds' } as const]),
        ...test.assertions.flatMap((assertion) => assertionStep(spec, test, assertion) ?? []),
      ],
    };
  });
}

function actionStep(spec: AppSpec, test: TestSpec): SpecStep {
  const { verb, entity, row, relation } = test.action;
  const values = entriesOf(spec, test, entity, test.values);
  switch (verb) {
    case 'create':
      return { kind: verb, entity, values };
    case 'update':
      return { kind: verb, entity, row, values };
    case 'delete':
      return { kind: verb, entity, row };
    case 'get': {
      const listed = relation?.entity ?? entity;
      return {
        kind: verb,
        entity: listed,
        relatedTo: relation === null ? null : { field: relation.field, entity, row },
        only: relation === null ? row : null,
        filter: entriesOf(spec, test, listed, test.filter),
        query: test.search === null ? null : plainValue(test.search),
        order: test.orderBy === null ? null : orderOf(test.orderBy),
      };
    }
  }
}

function orderOf(order: string): readonly { readonly field: string; readonly descends: boolean }[] {
  return order.split(',').map((part) => {
    const [, sign = '', field = '', direction] = /^\s*([-+]?)(\w+)(?:\s+(asc|desc))?/i.exec(part) ?? [];
    return { field, descends: sign === '-' || direction?.toLowerCase() === 'desc' };
  });
}

function assertionStep(spec: AppSpec, test: TestSpec, assertion: TestAssertion): SpecStep | null {
  switch (assertion.kind) {
    case 'status':
      return assertion.value === 'success' ? null : { kind: 'fails' };
    case 'created':
      return { kind: 'is-created', value: assertion.value };
    case 'count': {
      const { entity, operator, value } = assertion;
      return { kind: 'counts', entity, operator, value: plainValue(value) };
    }
    case 'error_message':
      return { kind: 'says', operator: assertion.operator, value: plainValue(assertion.value) };
    case 'field': {
      const { row, field, operator, value } = assertion;
      const entity = entityOf(row, test);
      return {
        kind: 'has',
        entity,
        row,
        field,
        operator,
        value: value.kind === 'field' ? value : valueOf(spec, test, entity, field, value),
      };
    }
    case 'unchecked':
      return { kind: 'unchecked', name: assertion.name };
  }
}

function entityOf(row: string | null, test: TestSpec): string {
  const listed = test.action.relation?.entity ?? test.action.entity;
  return row === null || row === 'first' || row === 'last' ? listed : (rowEntity(test, row) ?? listed);
}

function rowEntity(test: TestSpec, row: string): string | undefined {
  return test.setup.findLast(({ name }) => name === row)?.entity;
}

/** The given values, without those of fields that the entity lacks. */
function entriesOf(spec: AppSpec, test: TestSpec, entity: string, values: readonly TestValue[]): SpecEntries {
  const { fields } = spec.entities.find(({ name }) => name === entity)!;
  return values
    .filter(({ field }) => fields.some(({ name }) => name === field))
    .map(({ field, value }) => ({ field, value: valueOf(spec, test, entity, field, value) }));
}

/** A value of a `test` block. In a ref or many, the name of a setup row of the target stands for that row. */
function valueOf(spec: AppSpec, test: TestSpec, entity: string, field: string, value: Literal): SpecValue {
  const type = spec.entities
    .find(({ name }) => name === entity)
    ?.fields.find(({ name }) => name === field)?.type;
  if (type?.kind === 'ref' || type?.kind === 'many') {
    const row = value.kind === 'name' || value.kind === 'string' ? value.value : null;
    if (row !== null && rowEntity(test, row) === type.entity) {
      return { kind: 'row', row, isMany: type.kind === 'many' };
    }
    if (type.kind === 'ref' && value.kind !== 'null') return { kind: 'key', value: plainValue(value) };
  }
  const isTime = type !== undefined && value.kind === 'name';
  if (isTime && (value.value === 'today' || value.value === 'now')) return { kind: value.value };
  return plainValue(value);
}

function plainValue(value: Literal): SpecValue {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', text: value.text };
    case 'null':
    case 'current_user':
      return { kind: 'plain', value: null };
    default:
      return { kind: 'plain', value: value.value };
  }
}
