import { expect, it } from '@jest/globals';
import { deepFreeze } from '../../../lib/spec/link/deep-freeze.ts';

it('freezes every part of a value, and gives it back', () => {
  const value = { name: 'a', parts: [{ list: [1] }, null] };
  expect(deepFreeze(value)).toBe(value);
  expect([value, value.parts, value.parts[0], value.parts[0]!.list].map(Object.isFrozen)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('leaves what a frozen part holds as it is', () => {
  const inner = { open: true };
  deepFreeze([Object.freeze([inner])]);
  expect(Object.isFrozen(inner)).toBe(false);
});
