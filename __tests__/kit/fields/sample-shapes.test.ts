import { describe, expect, it } from '@jest/globals';
import { fieldKinds } from '../../../lib/kit/fields/field-kinds.ts';
import { sampleShapes } from '../../../lib/kit/fields/sample-shapes.ts';
import type { SampleShape } from '../../../lib/kit/fields/sample-shapes.ts';

/** The types of whose samples `claim` holds. */
function typesWith(claim: (shape: SampleShape) => boolean): string[] {
  return Object.entries(fieldKinds).flatMap(([type, { samples }]) =>
    claim(sampleShapes[samples]) ? [type] : [],
  );
}

describe('samples', () => {
  it.each<[string, (shape: SampleShape) => boolean, readonly string[]]>([
    ['hold a word', ({ wordForm }) => wordForm !== null, ['str', 'text', 'email', 'url']],
    ['can never be written wrong', ({ wrong }) => wrong === null, ['str', 'text', 'bool', 'ref', 'many']],
    ['are known by two values', ({ pair }) => pair !== null, ['bool', 'date', 'time', 'datetime', 'uuid']],
  ])('of some types %s', (_, claim, types) => {
    expect(typesWith(claim)).toEqual(types);
  });

  it('have the lower value of a pair first', () => {
    const pairs = Object.values(sampleShapes).flatMap(({ pair }) => (pair === null ? [] : [pair]));
    expect(pairs.filter(([lower, upper]) => !(lower < upper))).toEqual([]);
  });
});
