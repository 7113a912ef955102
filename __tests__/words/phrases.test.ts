import { describe, expect, it } from '@jest/globals';
import { asTitle, inSentence, inWords, listNames, withArticle } from '../../lib/words/phrases.ts';

describe('inWords and asTitle', () => {
  it.each([
    ['created_by', 'Created by', 'Created By'],
    ['vatNumber', 'VAT number', 'Vat Number'],
    ['VATNumber', 'VAT number', 'VAT Number'],
    ['url', 'URL', 'Url'],
    ['_', '_', '_'],
  ])('turn %s into a label and a title', (name, label, title) => {
    expect([inWords(name), asTitle(name)]).toEqual([label, title]);
  });
});

describe('inSentence', () => {
  it.each([
    ['Support Ticket', 'support Ticket'],
    ['VAT number', 'VAT number'],
    ['A', 'a'],
    ['', ''],
  ])('fits %p into a sentence', (text, expected) => {
    expect(inSentence(text)).toBe(expected);
  });
});

describe('withArticle', () => {
  it.each(['an Order', 'a User', 'a Ticket', 'an hour', 'a uuid', 'an entity', 'an url'])(
    'puts the article as in "%s"',
    (expected) => {
      expect(withArticle(expected.split(' ')[1]!)).toBe(expected);
    },
  );
});

describe('listNames', () => {
  it('counts the names beyond the fifth where there are more than six', () => {
    expect(listNames([...'abcdef'])).toBe('a, b, c, d, e, f');
    expect(listNames([...'abcdefg'])).toBe('a, b, c, d, e and 2 more');
  });
});
