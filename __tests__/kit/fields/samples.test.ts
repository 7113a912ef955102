import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samplePattern } from '../../../lib/kit/fields/sample-pattern.ts';
import { invalidSamples, sampleValue } from '../../../lib/kit/fields/samples.ts';
import type { FieldSpec } from '../../../lib/spec/app-spec.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

function field(line: string): FieldSpec {
  const text = `app a "A"\nentity Thing "Thing":\n  id: uuid pk\n  ${line}\n`;
  const { spec } = loadSpec([{ file: 'a.dsl', text }]);
  return spec!.entities[0]!.fields[1]!;
}

describe('sample values', () => {
  it.each([
    ['name: str(20)', ['Name 1', 'Name 2']],
    ['code: str(2)', ['C1', 'C2']],
    ['n: int min=5 max=6', ['6', '5']],
    ['n: float', ['1.5', '2.5']],
    ['price: decimal(6,2) min=0', ['1.00', '2.00']],
    ['on: bool', ['true', 'false']],
    ['day: date', ['2024-01-01', '2024-02-02']],
    ['at: datetime', ['2024-01-01T01:07', '2024-02-02T02:14']],
    ['mail: email', ['person1@example.com', 'person2@example.com']],
    ['state: enum[open,done]', ['open', 'done']],
    ['owner: ref Thing', [null, null]],
  ])('makes values for %s', (line, values) => {
    expect([1, 2].map((index) => sampleValue(field(line), index))).toEqual(values);
  });

  it.each([
    ['name: str(3)', [{ value: 'xxxx', problem: 'too long' }]],
    [
      'n: int min=1 max=9',
      [
        { value: 'nonsense', problem: 'wrong form' },
        { value: '0', problem: 'too small' },
        { value: '10', problem: 'too large' },
      ],
    ],
    [
      'n: decimal(5,2) min=-0.50',
      [
        { value: 'nonsense', problem: 'wrong form' },
        { value: '-1.50', problem: 'too small' },
      ],
    ],
    ['state: enum[open,done]', [{ value: 'not-a-choice', problem: 'not a choice' }]],
    ['code: text pattern="^[0-9]+$"', [{ value: '?', problem: 'wrong pattern' }]],
  ])('knows what %s refuses', (line, samples) => {
    expect(invalidSamples(field(line))).toEqual(samples);
  });

  it.each([
    '^[A-Z]{2}-\\d{3}(/[A-Z])?$',
    '^(?:red|green)$',
    '[^0-9]+',
    '^\\+?[0-9 ]{6,}$',
    'a|b',
    '^.{3}$',
    'x*',
  ])('makes texts that match %s', (pattern) => {
    for (let variant = 0; variant < 50; variant++) {
      expect(samplePattern(pattern, variant)).toMatch(new RegExp(pattern, 'u'));
    }
  });

  it('gives up on a pattern that it does not understand', () => {
    expect(samplePattern('^(?=x)x$', 0)).toBeNull();
  });

  it('never throws, whatever the pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (pattern, variant) => {
        const text = samplePattern(pattern, variant);
        expect(text === null || new RegExp(pattern, 'u').test(text)).toBe(true);
      }),
    );
  });
});
