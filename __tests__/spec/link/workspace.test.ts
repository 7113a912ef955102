import { describe, expect, it } from '@jest/globals';
import { mendsOf } from './check-spec.ts';

describe('a workspace', () => {
  const home = (lines: string) => `workspace home "Home":\n${lines}`;
  it.each<[string, string[]]>([
    [
      '  a:\n    source: Tsak',
      ['DZL105 write "Task" (entity on line 8), or add an entity or a surface Tsak'],
    ],
    [
      '  a:\n    source: task_list\n    sort: titl',
      ['DZL106 write "title", or add a field titl to entity Task'],
    ],
    ['  a:\n    source: Task\n    filter: status = doen', ['DZL107 write "done"']],
    [
      '  a:\n    source: Task\n    group_by: statsu',
      ['DZL106 write "status", or add a field statsu to entity Task'],
    ],
    ['  a:\n    source: Task\n    limit: 0', ['DZL161 write a whole number from 1']],
    ['  a:\n    source: Task\n    action: task_lits', ['DZL183 write "task_list"']],
    ['  a:\n    sort: title', ['DZL177 add a line such as "source: Task"']],
    [
      '  a:\n    source: ask\nsurface ask "Ask":\n  section main "Main":\n    field question',
      ['DZL105 name an entity, or a surface that uses one'],
    ],
    [
      '  a:\n    source: Task\n    group_by: status\n    sort: totl desc\n    aggregate:\n      total: count(*)',
      ['DZL106 write "total"'],
    ],
    [
      '  a:\n    source: Task\n    group_by: status\n    sort: total desc\n    aggregate:\n      total: count(*)',
      [],
    ],
    [
      '  a:\n    source: Task\n    sort: total desc\n    aggregate:\n      total: count(*)',
      ['DZL106 write one of its fields (id, title, status, owner, points and 3 more), or add a field total'],
    ],
    [
      '  a:\n    source: Task\n  ux:\n    for b:\n      focus: a\n      hide: c',
      ['DZL184 remove it, or name something that exists'],
    ],
    ['  a:\n    source: Task\n  ux:\n    for b:\n      show: c', ['DZL106 write one of: a']],
    [
      '  a:\n    source: User\n  b:\n    source: Task\n  ux:\n    for b:\n      scope: owner = current_user',
      [],
    ],
    [
      '  a:\n    source: User\n  b:\n    source: Task\n  ux:\n    for b:\n      scope: status = doen',
      ['DZL107 write "done"'],
    ],
    ['  a:\n    source: Task\n  a:\n    source: User', ['DZL159 rename or remove one of the two']],
  ])('with %j gives %j', (lines, expected) => {
    expect(mendsOf(home(lines))).toEqual(expected);
  });
});
