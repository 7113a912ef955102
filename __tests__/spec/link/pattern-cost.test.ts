import { describe, expect, it } from '@jest/globals';
import { patternCost } from '../../../lib/spec/link/pattern-cost.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

describe('The time that a pattern takes', () => {
  it.each([
    ['^[a-z]+$', 1],
    ['[a-z]+', 1],
    ['^[A-Z]{2}-\\d{4}$', 1],
    ['^(\\d+\\.)*\\d+$', 1],
    ['^(?:[a-z0-9]+-)*[a-z0-9]+$', 1],
    ['^(https?:\\/\\/)?([\\w-]+\\.)+[\\w-]+$', 1],
    ['^[A-Z]{2,4}-\\d{1,40}[a-z_]{0,200}$', 1],
    ['^(?=.*\\d).{8,}$', 1],
    ['\\d+-\\d+', 2],
    ['^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', 2],
    ['.*x.*y', 3],
    ['^.+,.+,.+$', 3],
    ['a*a*a*b', 4],
    [`^${'.*x'.repeat(8)}$`, 4],
    ['(a+)+$', Infinity],
    ['^(a|a)*$', Infinity],
    ['^(a|b|ab)*c$', Infinity],
    ['^(a*)*$', Infinity],
    ['^([a-z]+-?)+$', Infinity],
    ['^(.*a){12}$', Infinity],
    ['(x+x+)+y', Infinity],
  ])('of %s grows with the power %s of the length', (pattern, cost) => {
    expect(patternCost(pattern)).toBe(cost);
  });

  it('is not told of a pattern that is too large', () => {
    expect(
      patternCost(`^(?:${Array.from({ length: 60 }, (_, index) => `word${index}`).join('|')})$`),
    ).toBeNull();
  });
});

it('warns of a pattern that stops an application, at its place', () => {
  const text = `app a "A"
entity Page "Page":
  id: uuid pk
  slug: str(80) pattern="^([a-z]+-?)+$"
  triple: str(80) pattern="^.+,.+,.+$"
  code: str(80) pattern="^[^@]+@[^@]+\\\\.[^@]+$"
`;
  const { diagnostics } = loadSpec([{ file: 'a.dsl', text }]);
  const found = diagnostics.filter(({ code }) => code === 'DZL383');
  expect(found.map(({ severity, message, place }) => [severity, message, place?.line])).toEqual([
    [
      'warning',
      'the time that the pattern of field "slug" of entity Page takes doubles with each character of some texts that do not fit, so that whoever sends one stops the application',
      4,
    ],
    [
      'warning',
      'the time that the pattern of field "triple" of entity Page takes grows with the cube of the length of some texts that do not fit, or faster, so that whoever sends one stops the application',
      5,
    ],
  ]);
});
