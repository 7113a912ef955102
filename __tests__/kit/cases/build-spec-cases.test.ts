import { describe, expect, it } from '@jest/globals';
import { buildSpecCases } from '../../../lib/kit/cases/build-spec-cases.ts';
import type { SpecStep } from '../../../lib/kit/cases/spec-case.ts';
import { specOf } from './case-specs.ts';

const tasks = `entity Person "Person":
  id: uuid pk
  name: str(60) required

entity Task "Task":
  id: uuid pk
  title: str(80) required
  owner: ref Person
  due_on: date

`;

function stepsOf(test: string): readonly SpecStep[] {
  return buildSpecCases(specOf(`${tasks}test t "T":\n${test}`))[0]!.steps;
}

describe('buildSpecCases', () => {
  it('makes rows, acts, and asserts with names resolved', () => {
    expect(
      stepsOf(`  setup:
    ann: create Person with name="Ann"
  action: create Task
  data:
    title: "x"
    owner: ann
    due_on: today
  expect:
    status: success
    created: true
    field owner equals ann
`),
    ).toEqual([
      {
        kind: 'row',
        row: 'ann',
        entity: 'Person',
        values: [{ field: 'name', value: { kind: 'plain', value: 'Ann' } }],
      },
      {
        kind: 'create',
        entity: 'Task',
        values: [
          { field: 'title', value: { kind: 'plain', value: 'x' } },
          { field: 'owner', value: { kind: 'row', row: 'ann', isMany: false } },
          { field: 'due_on', value: { kind: 'today' } },
        ],
      },
      { kind: 'succeeds' },
      { kind: 'is-created', value: true },
      {
        kind: 'has',
        entity: 'Task',
        row: null,
        field: 'owner',
        operator: 'equals',
        value: { kind: 'row', row: 'ann', isMany: false },
      },
    ]);
  });

  it('expects no success where an error is expected', () => {
    expect(
      stepsOf('  action: create Task\n  data:\n    due_on: today\n  expect:\n    status: error\n').slice(1),
    ).toEqual([{ kind: 'fails' }]);
  });
});
