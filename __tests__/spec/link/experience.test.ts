import { describe, expect, it } from '@jest/globals';
import { mendsOf } from './check-spec.ts';

describe('an experience', () => {
  const tour = (lines: string) => `experience tour "Tour":\n${lines}`;
  it.each<[string, string[]]>([
    [
      '  start at step a\n  step a:\n    surface task_lst',
      ['DZL105 write "task_list" (surface on line 18), or add a surface task_lst'],
    ],
    ['  start: b\n  step a:\n    surface task_list', ['DZL169 write one of: a, or add a step b']],
    ['  step a:\n    surface task_list', ['DZL168 add the line "start at step a"']],
    [
      '  start: a\n  step a:\n    kind: integration',
      ['DZL170 add a line such as "integration nightly_sync action import"'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    on success -> b',
      ['DZL169 write one of: a, or add a step b'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    on success -> a\n    on success -> a',
      [
        'DZL181 keep one of the two',
        'DZL187 let success of one of them lead to a last step, or remove its "on success"',
      ].reverse(),
    ],
    ['  start: a\n  step a:\n    surface task_list\n    on failure -> a', []],
    [
      '  start: a\n  step a:\n    surface task_list\n  step b:\n    kind: process',
      ['DZL186 lead to it from another step ("on success -> b"), or remove it'],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n  step b:\n    kind: process\nsurface in "In":\n  action go "Go":\n    on click -> experience tour step b',
      [],
    ],
    [
      '  start: a\n  step a:\n    surface task_list\n    success -> b\n  step b:\n    kind: process\n    success -> a\n    failure -> a',
      ['DZL187 let success of one of them lead to a last step, or remove its "on success"'],
    ],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(tour(lines))).toEqual(expected);
  });
});
