import { describe, expect, it } from '@jest/globals';
import { codesOf, problemsOf, specOf } from './check-spec.ts';

const withCondition = (condition: string) =>
  [
    'entity Task "Task":',
    '  id: uuid pk',
    '  title: str(50) required',
    '  status: enum[todo,doing,done]=todo',
    '  phase: enum[todo,last]',
    '  points: int required',
    '  guess: int',
    '  is_open: bool',
    '  due: date',
    '  at: datetime auto_add',
    '  starts: time',
    '  owner: ref User',
    '  boss: ref User required',
    '  parent: ref Task',
    '  watchers: many User',
    '  extra: json',
    'entity Note "Note":',
    '  id: uuid pk',
    '  task: ref Task',
    '  size: int',
    'surface notes "Notes":',
    '  uses entity Note',
    '  mode: list',
    'surface page "Page":',
    '  uses entity Task',
    '  mode: list',
    '  ux:',
    '    attention info:',
    `      when: ${condition}`,
  ].join('\n');
const linked = (condition: string) =>
  specOf(withCondition(condition)).surfaces.find(({ name }) => name === 'page')!.ux!.attention[0]!.when;

describe('a condition', () => {
  it.each<[string, unknown]>([
    ['status = done', { kind: 'enum', value: 'done' }],
    ['status = "done"', { kind: 'enum', value: 'done' }],
    ['status = phase', { kind: 'field', path: ['phase'] }],
    ['title = owner.name', { kind: 'field', path: ['owner', 'name'] }],
    ['due = today', { kind: 'today' }],
    ['at > now', { kind: 'now' }],
    ['at >= 7_days_ago', { kind: 'ago', amount: 7, unit: 'days' }],
    ['due < "2026-01-31"', { kind: 'literal', value: { kind: 'string', value: '2026-01-31' } }],
    ['owner = current_user', { kind: 'current_user', path: [] }],
    ['owner.name = current_user.name', { kind: 'current_user', path: ['name'] }],
    ['owner is not null', { kind: 'literal', value: { kind: 'null' } }],
    [
      'status not in [todo, "done"]',
      {
        kind: 'list',
        values: [
          { kind: 'name', value: 'todo' },
          { kind: 'name', value: 'done' },
        ],
      },
    ],
  ])('%s is resolved', (condition, right) => {
    expect(linked(condition)).toMatchObject({ kind: 'compare', right });
  });

  it('counts the rows of an entity', () => {
    expect(linked('count(Note where size > 3) > 1')).toEqual({
      kind: 'compare',
      operator: '>',
      right: { kind: 'literal', value: { kind: 'number', value: 1, text: '1' } },
      left: {
        kind: 'aggregate',
        aggregate: {
          measure: 'count',
          distinct: false,
          entity: 'Note',
          path: null,
          where: {
            kind: 'compare',
            left: { kind: 'field', path: ['size'] },
            operator: '>',
            right: { kind: 'literal', value: { kind: 'number', value: 3, text: '3' } },
          },
        },
      },
    });
  });

  it.each([
    'status > todo',
    'points = guess',
    'points in [1, 2]',
    'is_open is true',
    'at = today',
    'starts < "12:00"',
    'owner = boss',
    'owner in [current_user]',
    'current_user in watchers',
    'current_user.role = manager',
    'parent.parent.owner.name = "Ann"',
    'days_since(at) > 3 and days_until(due) <= 2',
    'not (status = done or status = doing) and points > guess',
    'extra is null',
    'sum(Note.size) >= points',
    'owner = "0b54f0f0-0000-4000-8000-000000000000"',
    'guess <-5',
  ])('%s is fine', (condition) => {
    expect(codesOf(withCondition(condition))).toEqual([]);
  });

  it.each([
    ['status = doen', 'DZL107', 'write "done"'],
    ['status in [todo, dnoe]', 'DZL107', 'write "done"'],
    ['status = "never"', 'DZL107', 'write one of: todo, doing, done'],
    ['stauts = done', 'DZL106', 'write "status", or add a field stauts to entity Task'],
    ['owner.nmae = "x"', 'DZL106', 'write "name", or add a field nmae to entity User'],
    ['title.size = 3', 'DZL106', "only a field of type ref leads on to another entity's fields"],
    ['title = urgent', 'DZL176', 'write "urgent" in quotes'],
    ['points = guss', 'DZL176', 'write "guess"'],
    ['points = "5"', 'DZL175', 'write a number, without quotes'],
    ['title = 5', 'DZL175', 'write the value in quotes'],
    ['is_open = 1', 'DZL175', 'write true or false'],
    ['is_open > true', 'DZL175', 'write = or !='],
    ['due = "soon"', 'DZL175', 'write today, now, 7_days_ago, or a date as in "2026-01-31"'],
    ['owner = title', 'DZL175', 'write current_user, null, or a field behind the ref, as in owner.name'],
    ['owner = parent', 'DZL175', 'write current_user, null, or a field behind the ref, as in owner.name'],
    ['owner > current_user', 'DZL175', 'write = or !='],
    ['points = current_user', 'DZL175', 'write a number, without quotes'],
    ['points > null', 'DZL175', 'write "is null" or "is not null"'],
    ['watchers = current_user', 'DZL175', 'write "… in watchers", as in current_user in watchers'],
    ['status in done', 'DZL175', 'write status in [done]'],
    ['points in guess', 'DZL175', 'write points in [guess]'],
    ['parent in watchers', 'DZL175', 'compare a ref to the same entity, or current_user'],
    ['points in watchers', 'DZL175', 'compare a ref to the same entity, or current_user'],
    ['current_user = 5', 'DZL175', 'compare two things of one kind'],
    ['extra = 1', 'DZL175', 'compare two things of one kind'],
    ['owner = 1', 'DZL175', 'write current_user, null, or a field behind the ref, as in owner.name'],
    ['status = [done]', 'DZL175', 'write "in"'],
    ['points in [1, "a"]', 'DZL175', 'list values of the same kind'],
    ['days_since(points) > 1', 'DZL175', 'name a field of type date or datetime'],
    ['sum(Note) > 1', 'DZL177', 'name a field, as in sum(Note.amount)'],
    ['sum(Note.task) > 1', 'DZL177', 'name a field of numbers, or count the rows'],
    ['count(Nots) > 1', 'DZL105', 'write "Note" (entity on line 17), or add an entity Nots'],
  ])('%s is refused with %s', (condition, code, fix) => {
    expect(problemsOf(withCondition(condition))).toEqual([expect.stringContaining(` ${code} `)]);
    expect(problemsOf(withCondition(condition))[0]).toContain(`(${fix})`);
  });

  it.each([
    ['status = todo and status = done', 'DZL192'],
    ['status > done', 'DZL192'],
    ['points > 5 and points < 3', 'DZL192'],
    ['points > 0.1 and points < 0.2 and points = 7', 'DZL192'],
    ['is_open = true and is_open = false', 'DZL192'],
    ['boss is null', 'DZL192'],
    ['owner = current_user and owner != current_user', 'DZL192'],
    ['title = "a" and title = "b"', 'DZL192'],
    ['due < "2026-01-01" and due > "2026-02-01"', 'DZL192'],
    ['status = todo or status != todo', 'DZL191'],
    ['status in [todo, doing, done]', 'DZL191'],
    ['status >= todo', 'DZL191'],
    ['points < 3 or points >= 3', 'DZL191'],
    ['guess = 1 or guess != 1', 'DZL191'],
    ['boss is not null', 'DZL191'],
    ['not (status = todo and status = done)', 'DZL191'],
    ['owner = current_user or owner != current_user', 'DZL191'],
  ])('%s is always the same: %s', (condition, code) => {
    expect(codesOf(withCondition(condition))).toEqual([code]);
  });

  it.each([
    'points > 0.1 and points < 0.2',
    'guess < 3 or guess >= 3',
    'phase in [todo, last]',
    'status = todo or points > 3',
    'owner is null or owner.name = "x"',
    'title > "a" and title < "B"',
    'at >= today or at < today',
    'due > yesterday and due < today',
    'owner = current_user or boss = current_user',
  ])('%s may be either', (condition) => {
    expect(codesOf(withCondition(condition))).toEqual([]);
  });
});
