import { describe, expect, it } from '@jest/globals';
import { timeZoneQuestion } from '../../lib/index.ts';

describe('timeZoneQuestion', () => {
  it.each([
    ['UTC', true],
    ['Europe/Berlin', true],
    ['America/Argentina/Buenos_Aires', true],
    ['Berlin', false],
    ['+02:00', false],
    ['', false],
  ])('takes %j: %j', (name, isTaken) => {
    const problem = timeZoneQuestion().check?.(name);
    expect(problem).toEqual(isTaken ? undefined : expect.stringContaining(`"${name}" is no time zone`));
  });
});
