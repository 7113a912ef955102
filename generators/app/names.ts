import { pascal } from '../../lib/index.ts';

/** Letters that are no plain letter with a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
};

/** Makes a name that can be an application, a module and a package of what a person or a folder is called; empty where nothing is left. */
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

/** Claims that a text can be the name of an application. */
export function isAppName(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}

/** `purchase order` or `purchase_orders` as `PurchaseOrder…`; empty where no letter is left. */
export function toEntityName(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return pascal(plain.replaceAll(/[^A-Za-z0-9]+/g, ' ').replace(/^[^A-Za-z]+/, ''));
}
