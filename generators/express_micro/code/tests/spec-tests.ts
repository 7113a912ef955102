import { js, type SpecCase, type SpecEntries, type SpecStep, type SpecValue } from '../../../../lib/index.ts';
import { commentText, objectCode } from '../javascript.ts';
import type { TestGroup } from './test-case.ts';

/** One test for each `test` block of the spec. */
export function specTests(cases: readonly SpecCase[]): TestGroup {
  const tests = cases.map(({ name, description, skip, steps }) => ({
    title: description === null ? name : `${name}: ${description}`,
    skip,
    lines: ['const spec = new SpecCase(app.db);', ...steps.map(stepCode)],
  }));
  return { title: 'The spec', tests, skip: null };
}

function stepCode(step: SpecStep): string {
  switch (step.kind) {
    case 'row':
      return `await spec.row(${js(step.row)}, ${js(step.entity)}, ${entriesCode(step.values)});`;
    case 'create':
      return `await spec.create(${js(step.entity)}, ${entriesCode(step.values)});`;
    case 'update':
      return `await spec.update(${rowCode(step)}, ${entriesCode(step.values)});`;
    case 'delete':
      return `await spec.delete(${rowCode(step)});`;
    case 'get': {
      const { relatedTo, only, filter, query, order } = step;
      const options = objectCode({
        relatedTo:
          relatedTo === null ? undefined : `{ field: ${js(relatedTo.field)}, row: ${rowCode(relatedTo)} }`,
        only: only === null ? undefined : js(only),
        filter: filter.length === 0 ? undefined : entriesCode(filter),
        query: query === null ? undefined : valueCode(query),
        order:
          order === null
            ? undefined
            : js(order.map(({ field, descends }) => ({ field, direction: descends ? 'desc' : 'asc' }))),
      });
      return `await spec.get(${js(step.entity)}${options === '{}' ? '' : `, ${options}`});`;
    }
    case 'succeeds':
      return 'spec.assertSuccess();';
    case 'fails':
      return 'spec.assertError();';
    case 'is-created':
      return `await spec.assertCreated(${js(step.value)});`;
    case 'counts':
      return `await spec.assertCount(${js(step.entity)}, ${js(step.operator)}, ${valueCode(step.value)});`;
    case 'says':
      return `spec.assertErrorMessage(${js(step.operator)}, ${valueCode(step.value)});`;
    case 'has':
      return `await spec.assertField(${js(step.row)}, ${js(step.field)}, ${js(step.operator)}, ${valueCode(step.value)});`;
    case 'unchecked':
      return `// Nothing checks this line of the spec: ${commentText(step.name)}`;
  }
}

function rowCode({ entity, row }: { readonly entity: string; readonly row: string | null }): string {
  return row === null ? `spec.latest(${js(entity)})` : js(row);
}

function entriesCode(entries: SpecEntries): string {
  return objectCode(Object.fromEntries(entries.map(({ field, value }) => [field, valueCode(value)])));
}

function valueCode(value: SpecValue): string {
  switch (value.kind) {
    case 'plain':
      return js(value.value);
    case 'number':
      return value.text;
    case 'today':
      return 'today()';
    case 'now':
      return 'new Date()';
    case 'row':
      return value.isMany ? `[spec.keyOf(${js(value.row)})]` : `spec.keyOf(${js(value.row)})`;
    case 'key':
      return valueCode(value.value);
    case 'field':
      return `spec.field(${js(value.field)})`;
  }
}
