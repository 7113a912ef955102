import { pascal } from '../../lib/index.ts';

/**
 * Latin letters that Unicode normalization (NFKD) does not split into a letter and a mark, as it does `é`.
 */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
};

/**
 * Turns any text, such as the name of a folder, into a name for an application, a module or a field:
 * `Café Orders` becomes `cafe_orders`. Empty where the text holds no Latin letter.
 */
export function toAppName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđð]/gi, (letter) => plainLetters[letter.toLowerCase()] ?? letter)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
}

/** Claims that a text can be the name of an application: small letters, digits and `_`, a letter first. */
export function isAppName(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}

/**
 * Turns any text into the name of an entity: `purchase order` becomes `PurchaseOrder`. Empty where no letter
 * from A to Z is left.
 */
export function toEntityName(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return pascal(plain.replaceAll(/[^A-Za-z0-9]+/g, ' ').replace(/^[^A-Za-z]+/, ''));
}
