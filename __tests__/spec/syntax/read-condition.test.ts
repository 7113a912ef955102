import { describe, expect, it } from '@jest/globals';
import { itemsOf } from './report.ts';

/** A condition as a region's filter. */
function conditionOf(text: string): unknown {
  const [region] = itemsOf(`workspace w:\n  r:\n    filter: ${text}`) as [
    { items: [{ condition: unknown }] },
  ];
  return region.items[0].condition;
}

const path = (text: string): unknown => ({
  kind: 'path',
  path: { text, parts: text.split('.').map((part) => ({ text: part })) },
});
const number = (text: string): unknown => ({
  kind: 'literal',
  value: { kind: 'number', value: Number(text), text },
});
const compare = (left: unknown, operator: string, right: unknown): unknown => ({
  kind: 'compare',
  left,
  operator,
  right,
});

describe('conditions', () => {
  it('read "<-5" as a comparison, and a mapping reads "<-" as an arrow', () => {
    expect(conditionOf('stock <-5')).toEqual(compare(path('stock'), '<', number('-5')));
    const [action] = itemsOf(
      'integration i:\n  action a:\n    call s.o with:\n      x <-5\n      y ←form.z',
    ) as [{ items: [{ items: unknown[] }] }];
    expect(action.items[0].items).toMatchObject([
      { name: { text: 'x' }, value: { kind: 'number', text: '5' } },
      { name: { text: 'y' }, value: path('form.z') },
    ]);
  });

  it('bind not before and before or, and make flat lists', () => {
    const a = compare(path('a'), '=', number('1'));
    expect(conditionOf('a = 1 or a = 1 and not a = 1 or (a = 1 or a = 1)')).toEqual({
      kind: 'or',
      parts: [a, { kind: 'and', parts: [a, { kind: 'not', part: a }] }, a, a],
    });
  });

  it('know every comparison and operand, in any case', () => {
    const rows: readonly (readonly [string, unknown])[] = [
      ['a.b != NULL', compare(path('a.b'), '!=', { kind: 'literal', value: { kind: 'null' } })],
      ['a IS NOT None', compare(path('a'), 'is not', { kind: 'literal', value: { kind: 'null' } })],
      ['a is true', compare(path('a'), 'is', { kind: 'literal', value: { kind: 'bool', value: true } })],
      [
        'a NOT IN ["x", y, -1]',
        compare(path('a'), 'not in', {
          kind: 'list',
          values: [
            { kind: 'string', value: 'x' },
            { kind: 'name', value: 'y' },
            { kind: 'number', value: -1, text: '-1' },
          ],
        }),
      ],
      ['a >= 7_days_ago', compare(path('a'), '>=', { kind: 'ago', amount: 7, unit: 'days' })],
      ['a <= 3_hours_ago', compare(path('a'), '<=', { kind: 'ago', amount: 3, unit: 'hours' })],
      [
        'a = current_user.team.id',
        compare(path('a'), '=', { kind: 'current_user', path: [{ text: 'team' }, { text: 'id' }] }),
      ],
      ['a = current_user', compare(path('a'), '=', { kind: 'current_user', path: [] })],
      [
        'Days_Since(a.b) > 3',
        compare(
          { kind: 'elapsed', measure: 'days_since', path: (path('a.b') as { path: unknown }).path },
          '>',
          number('3'),
        ),
      ],
      [
        'COUNT(DISTINCT T.a WHERE b = 1) > 0',
        compare(
          {
            kind: 'aggregate',
            measure: 'count',
            distinct: true,
            argument: (path('T.a') as { path: unknown }).path,
            where: compare(path('b'), '=', number('1')),
          },
          '>',
          number('0'),
        ),
      ],
    ];
    for (const [text, condition] of rows) expect(conditionOf(text)).toEqual(condition);
  });

  it('take words of the language as names where a name stands', () => {
    expect(conditionOf('not = 1 and in in [is] and count = count')).toMatchObject({
      parts: [
        { left: path('not') },
        { left: path('in'), operator: 'in', right: { values: [{ value: 'is' }] } },
        { left: path('count'), right: path('count') },
      ],
    });
  });

  it('of sorting orders may stand in any case', () => {
    expect(itemsOf('surface s:\n  ux:\n    sort: a DESC, asc, b asc')).toMatchObject([
      {
        items: [
          {
            keys: [
              { field: { text: 'a' }, direction: 'desc' },
              { field: { text: 'asc' }, direction: null },
              { field: { text: 'b' }, direction: 'asc' },
            ],
          },
        ],
      },
    ]);
  });
});
