import { describe, expect, it } from '@jest/globals';
import { tests } from '../../../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from '../../generate.ts';
import { offers } from '../../specs.ts';

describe('the generator of page tests', () => {
  it('has tests for every surface and experience', async () => {
    const { files } = await generate(specOf(offers), [tests]);
    const classes = [...files].flatMap(([path, text]) =>
      /pages|site/.test(path) ? [...text.matchAll(/^class (\w+)\(/gm)].map((match) => match[1]) : [],
    );
    expect(classes).toEqual([
      'OfferListTests',
      'OfferNewTests',
      'IntakeExperienceTests',
      'SiteTests',
      'LoginTests',
    ]);
  });
});
