import { expect, it } from '@jest/globals';
import { errorTexts } from '../../../lib/kit/screens/error-texts.ts';

it('has texts for each status that are fit for markup and for code as they are', () => {
  expect(Object.keys(errorTexts)).toEqual(['400', '403', '404', '413', '429', '500', 'expired']);
  const texts = Object.values(errorTexts).flatMap(({ title, text }) => [title, text]);
  expect(texts.filter((text) => /^$|[<>&"'`\\]/.test(text))).toEqual([]);
});
