import { describe, expect, it } from '@jest/globals';
import { mendsOf, problemsOf, specOf } from './check-spec.ts';

const test = (lines: string) => `test some "Some":\n${lines}`;
const note = '\nentity Note "Note":\n  id: uuid pk\n  task: ref Task required\n  by: ref User\n';

describe('a test', () => {
  it('keeps what it sets up, does and expects', () => {
    const { tests } = specOf(
      test(
        [
          '  """What it is about."""',
          '  setup:',
          '    ann: create User with name="Ann"',
          '    one: create Task with title="One", owner=ann, status=wrong',
          '  action: update one',
          '  data:',
          '    title: "Two"',
          '  expect:',
          '    status: success',
          '    one field title equals "Two"',
          '    Task count equals 1',
          '    field created_at greater_than field due',
        ].join('\n'),
      ),
    );
    expect(tests).toEqual([
      {
        name: 'some',
        description: 'What it is about.',
        setup: [
          {
            name: 'ann',
            entity: 'User',
            values: [{ field: 'name', value: { kind: 'string', value: 'Ann' } }],
          },
          {
            name: 'one',
            entity: 'Task',
            values: [
              { field: 'title', value: { kind: 'string', value: 'One' } },
              { field: 'owner', value: { kind: 'name', value: 'ann' } },
              { field: 'status', value: { kind: 'name', value: 'wrong' } },
            ],
          },
        ],
        action: { verb: 'update', entity: 'Task', row: 'one', relation: null },
        values: [{ field: 'title', value: { kind: 'string', value: 'Two' } }],
        filter: [],
        search: null,
        orderBy: null,
        assertions: [
          { kind: 'status', value: 'success' },
          {
            kind: 'field',
            row: 'one',
            field: 'title',
            operator: 'equals',
            value: { kind: 'string', value: 'Two' },
          },
          {
            kind: 'count',
            entity: 'Task',
            operator: 'equals',
            value: { kind: 'number', value: 1, text: '1' },
          },
          {
            kind: 'field',
            row: null,
            field: 'created_at',
            operator: 'greater_than',
            value: { kind: 'field', field: 'due' },
          },
        ],
        skip: null,
        place: { file: 'app.dsl', line: 1, column: 6, endLine: 1, endColumn: 10 },
      },
    ]);
  });

  it.each(['notes', 'note', 'Note'])('gets the %s that refer to a row', (relation) => {
    const { tests } = specOf(
      test(`  setup:\n    one: create Task with title="One"\n  action: get one ${relation}`) + note,
    );
    expect(tests[0]!.action).toEqual({
      verb: 'get',
      entity: 'Note',
      row: 'one',
      relation: { entity: 'Note', field: 'task' },
    });
  });

  it('is skipped, with its reason, where it speaks of a field that the entity lacks', () => {
    const text = test('  action: create Task\n  data:\n    colour: "red"\n  expect:\n    created: true');
    expect(specOf(text).tests[0]!.skip).toBe('entity Task has no field "colour"');
    expect(problemsOf(text)).toEqual([
      '4:5 DZL193 test some sets "colour", which is not a field of entity Task; the test will be skipped (add the field to entity Task, or remove it from the test)',
    ]);
  });

  it.each<[string, string[]]>([
    ['  action: create Tsak', ['DZL105 write "Task" (entity on line 7), or add an entity Tsak']],
    ['  action: update one', ['DZL178 add to setup: a line such as "one: create Task with title="Test""']],
    ['  action: update Task', ['DZL178 add a setup row of Task, and write its name here']],
    ['  setup:\n    one: create Task with title="A"\n  action: delete Task', []],
    [
      '  setup:\n    one: create Task with title="A"\n  action: get one uesrs',
      ['DZL179 add an entity with a field of type ref Task'],
    ],
    [
      '  setup:\n    one: create Task with owner=ann\n  action: get Task',
      ['DZL178 add to setup: a line such as "ann: create User with name="Test""'],
    ],
    ['  action: get Task\n  order_by: "-titel"', ['DZL193 write "title"']],
    [
      '  action: get Task\n  expect:\n    Tusk count equals 1',
      ['DZL105 write "Task" (entity on line 9), or add an entity Tusk'],
    ],
    ['  action: get Task\n  expect:\n    count equals "one"', ['DZL175 write a number']],
    [
      '  action: get Task\n  expect:\n    last field title equals "A"\n    two field title equals "A"',
      ['DZL178 add to setup: a line such as "two: create Task with title="Test""'],
    ],
    ['  expect:\n    status: success', ['DZL180 add a line such as "action: create Task"']],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(test(lines))).toEqual(expected);
  });
});
