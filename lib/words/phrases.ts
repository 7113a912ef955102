import { capitalize } from './spellings.ts';
import { splitWords } from './split-words.ts';

/** A name as a label, with common abbreviations in capitals: `Created by`, `Is active`, `Image URL`. */
export function inWords(name: string): string {
  const words = splitWords(name).map((word) => word.toLowerCase());
  const text = words.map((word) => (abbreviations.has(word) ? word.toUpperCase() : word)).join(' ');
  return text === '' ? name : capitalize(text);
}

/** A name as a title, as the language words a label that the spec leaves out: `Created By`, `Is Active`, `VAT Number`. */
export function asTitle(name: string): string {
  const text = splitWords(name).map(capitalize).join(' ');
  return text === '' ? name : text;
}

/** A label as it is written inside a sentence: `created by`, `URL`. */
export function inSentence(text: string): string {
  const second = text[1];
  const isWord = second === undefined || second !== second.toUpperCase() || !/\p{L}/u.test(second);
  return isWord ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** A noun with `a` or `an` before it, chosen by its sound: `an entity`, `a uuid`. */
export function withArticle(noun: string): string {
  const isConsonant = /^(?:uni|use|uti|uu|eu|one)/i.test(noun);
  return `${!isConsonant && /^(?:[aeiou]|hour|honest)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Lists up to six names; of more than six, five and the number of the others: `a, b, c, d, e and 3 more`. */
export function listNames(names: readonly string[]): string {
  if (names.length <= 6) return names.join(', ');
  return `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}

const abbreviations = new Set(
  'api cpu csv dns faq html http https iban id ip isbn json pdf qr sku sla sql ssl ui uri url uuid vat vrn xml zip'.split(
    ' ',
  ),
);
