import { describe, expect, it } from '@jest/globals';
import { mendsOf, specOf } from './check-spec.ts';

const home = (lines: string) => `workspace home "Home":\n${lines}`;

describe('an aggregate', () => {
  it.each<[string, string[]]>([
    ['  a:\n    aggregate:\n      total: count(Task where status = done) / count(Task) * 100', []],
    [
      '  a:\n    aggregate:\n      total: sum(points)',
      ['DZL105 add an entity points, or write one of: User, Task'],
    ],
    ['  a:\n    source: Task\n    aggregate:\n      x: round(avg(points), 1) + points', []],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: points + title',
      ['DZL175 compute with fields of numbers, or with count'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: max(created_at) - 1',
      ['DZL175 compute with fields of numbers, or with count'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: avg(title)',
      ['DZL177 name a field of numbers, or count the rows'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: sum(Task.owner.name)',
      ['DZL177 name a field of numbers, or count the rows'],
    ],
    [
      '  a:\n    aggregate:\n      total: count(*)',
      ['DZL177 name an entity, as in count(Ticket), or give the region a source'],
    ],
    [
      '  a:\n    aggregate:\n      total: points',
      ['DZL177 write a function over an entity, as in count(Ticket), or give the region a source'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: min(is_open)',
      ['DZL177 name a field that can be ordered'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: count(titl)',
      ['DZL106 write "title", or add a field titl to entity Task'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: count(Task where status = doen)',
      ['DZL107 write "done"'],
    ],
    [
      '  a:\n    source: Task\n    aggregate:\n      x: titl',
      ['DZL106 write "title", or add a field titl to entity Task'],
    ],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(home(lines))).toEqual(expected);
  });

  it('resolves aggregates over its source, or over an entity', () => {
    const text = home(
      '  a:\n    source: task_list\n    aggregate:\n      x: sum(points)\n      y: count(distinct Task.owner)\n      z: points',
    );
    expect(specOf(text).workspaces[0]!.regions[0]).toMatchObject({
      entity: 'Task',
      surface: 'task_list',
      aggregates: [
        {
          name: 'x',
          expression: { kind: 'aggregate', aggregate: { measure: 'sum', entity: null, path: ['points'] } },
        },
        {
          name: 'y',
          expression: { aggregate: { measure: 'count', distinct: true, entity: 'Task', path: ['owner'] } },
        },
        { name: 'z', expression: { kind: 'field', field: 'points' } },
      ],
    });
  });
});
