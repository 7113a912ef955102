import { capitalize } from './spellings.ts';
import { splitWords } from './split-words.ts';

/** A name as a label: `Created by`, `URL`, `Is active`; words that are written in capitals stay so. */
export function inWords(name: string): string {
  const words = splitWords(name).map((word) => word.toLowerCase());
  const text = words.map((word) => (abbreviations.has(word) ? word.toUpperCase() : word)).join(' ');
  return text === '' ? name : capitalize(text);
}

/** A name as a title, as the language itself words a label that was not written: `Created By`, `Is Active`, `VAT Number`. */
export function asTitle(name: string): string {
  const text = splitWords(name).map(capitalize).join(' ');
  return text === '' ? name : text;
}

/** A label inside a sentence: `created by`, `URL`. */
export function inSentence(text: string): string {
  const second = text[1];
  const isWord = second === undefined || second !== second.toUpperCase() || !/\p{L}/u.test(second);
  return isWord ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** A noun behind `a` or `an`, as it sounds: `an entity`, `a uuid`. */
export function withArticle(noun: string): string {
  const isConsonant = /^(?:uni|use|uti|uu|eu|one)/i.test(noun);
  return `${!isConsonant && /^(?:[aeiou]|hour|honest)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Up to six names, of more than six five and the number of the others: `a, b, c, d, e and 3 more`. */
export function listNames(names: readonly string[]): string {
  if (names.length <= 6) return names.join(', ');
  return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}

const abbreviations = new Set(
  'api cpu csv dns faq html http https iban id ip isbn json pdf qr sku sla sql ssl ui uri url uuid vat vrn xml zip'.split(
    ' ',
  ),
);
