import { describe, expect, it } from '@jest/globals';
import { isNumber, isText, maxLength, numberStep } from '../../../lib/kit/fields/field-limits.ts';
import { fieldOf } from './fields-of.ts';

describe('limits of a field', () => {
  it.each([
    ['code: str(7)', 7, null],
    ['notes: text', null, null],
    ['mail: email', 254, null],
    ['site: url', 2000, null],
    ['count: int', null, '1'],
    ['weight: float', null, 'any'],
    ['price: decimal(6,2)', null, '0.01'],
    ['dozens: decimal(6,0)', null, '1'],
    ['day: date', null, null],
  ])('follow from its type: %s', (line, length, step) => {
    const field = fieldOf(line);
    expect([maxLength(field), numberStep(field)]).toEqual([length, step]);
  });

  it('bound numbers by value and texts by length', () => {
    const claims = ['n: int', 'code: str(7)', 'day: date'].map((line) => {
      const field = fieldOf(line);
      return [isNumber(field), isText(field)];
    });
    expect(claims).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});
