import { expect, it } from '@jest/globals';
import { fitsDecimal, isLess } from '../../../lib/spec/link/decimal-text.ts';

it.each([
  ['1', '2'],
  ['9', '10'],
  ['-2', '-1'],
  ['-10', '-9'],
  ['-1', '0'],
  ['0.09', '0.1'],
  ['1.5', '1.50001'],
  ['12345678901234567890.01', '12345678901234567890.02'],
])('%s is less than %s, and not the other way round', (less, more) => {
  expect([isLess(less, more), isLess(more, less)]).toEqual([true, false]);
});

it.each([
  ['1', '1.0'],
  ['01', '1'],
  ['-0', '0'],
  ['+5', '5'],
])('%s and %s are the same number', (one, other) => {
  expect([isLess(one, other), isLess(other, one)]).toEqual([false, false]);
});

it.each([
  ['999.99', 5, 2, true],
  ['999.990', 5, 2, true],
  ['1000', 5, 2, false],
  ['1.005', 5, 2, false],
  ['-0.5', 1, 1, true],
  ['1', 1, 1, false],
  ['00012', 2, 0, true],
])('that %s fits decimal(%i,%i) is %s', (text, precision, scale, fits) => {
  expect(fitsDecimal(text, precision, scale)).toBe(fits);
});
