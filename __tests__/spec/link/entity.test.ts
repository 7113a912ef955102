import { describe, expect, it } from '@jest/globals';
import { codesOf, problemsOf, withField } from './check-spec.ts';

describe('the former name of an entity or a surface', () => {
  const entity = (name: string, was: string): string => `entity ${name} "T" was ${was}:\n  id: uuid pk\n`;
  const surface = (name: string, was: string): string =>
    `surface ${name} "S" was ${was}:\n  uses entity Task\n  mode: list\n`;
  it.each<[string, string, string[]]>([
    ['may be that of another that has a new one', surface('a', 'b') + surface('b', 'c'), []],
    ['may be changed for another’s', surface('a', 'b') + surface('b', 'a'), []],
    ['is not its own', surface('a', 'a'), ['DZL199']],
    ['is not that of another that kept it', surface('a', 'b') + surface('b', 'b'), ['DZL199', 'DZL199']],
    ['is that of one surface only', surface('a', 'c') + surface('b', 'c'), ['DZL199']],
    ['is that of one entity only', entity('A', 'C') + entity('B', 'C'), ['DZL199']],
  ])('%s', (_title, lines, codes) => {
    expect(codesOf(lines).filter((code) => code === 'DZL199')).toEqual(codes);
  });
});

describe('a constraint', () => {
  it.each([
    ['x: json\n  unique: x', 'names "x", a json, which the database cannot keep unique (name other fields)'],
    ['x: many User\n  index: x', 'names "x", a many, which the database cannot index (name other fields)'],
    ['x: int\n  index: x, x', 'names "x" twice (remove one of the two)'],
  ])('with %j %s', (lines, said) => {
    expect(problemsOf(withField(lines))).toEqual([expect.stringContaining(said)]);
  });

  it('may name several fields', () => {
    expect(problemsOf(withField('x: int\n  y: int\n  unique: x, y\n  index: y desc'))).toEqual([]);
  });
});
