import { describe, expect, it } from '@jest/globals';
import { isTimeZone, questions } from '../../../generators/django_micro/prompting.ts';

describe('questions', () => {
  it('all have a default, so that --yes works', () => {
    expect(questions(null).map(({ name, default: value }) => [name, value])).toEqual([
      ['database', 'sqlite'],
      ['time_zone', 'UTC'],
    ]);
  });
});

describe('isTimeZone', () => {
  it.each([
    ['UTC', true],
    ['Europe/Berlin', true],
    ['America/Argentina/Buenos_Aires', true],
    ['Berlin', false],
    ['+02:00', false],
    ['', false],
  ])('takes %j: %j', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
