import { describe, expect, it } from '@jest/globals';
import { questions } from '../../../generators/django_micro/prompting.ts';

describe('questions', () => {
  it('all have a default, so that --yes works', () => {
    expect(questions(null).map(({ name, default: value }) => [name, value])).toEqual([
      ['database', 'sqlite'],
      ['time_zone', 'UTC'],
    ]);
  });
});
