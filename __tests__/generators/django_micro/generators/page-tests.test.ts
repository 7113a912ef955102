import { describe, expect, it } from '@jest/globals';
import { pageTests } from '../../../../generators/django_micro/generators/page-tests.ts';
import { generate, specOf } from '../generate.ts';
import { offers } from '../specs.ts';

describe('the generator of page tests', () => {
  it('has tests for every surface and experience', async () => {
    const { files } = await generate(specOf(offers), [pageTests]);
    const classes = [...files].flatMap(([path, text]) =>
      path.startsWith('app/tests/') ? [...text.matchAll(/^class (\w+)\(/gm)].map((match) => match[1]) : [],
    );
    expect(classes).toEqual([
      'PageCase',
      'OfferListTests',
      'OfferNewTests',
      'IntakeExperienceTests',
      'SiteTests',
      'LoginTests',
    ]);
  });
});
