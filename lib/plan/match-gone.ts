import { capitalize, pascal, snake } from '../words/spellings.ts';
import { splitNumbers } from '../words/split-words.ts';
import type { NameUse } from './code/name-use.ts';
import type { GoneName, GoneNames } from './gone-names.ts';

/** Tells what a use says of a name that is gone, as a warning spells it; null where it says something else. */
type MatchGone = (use: NameUse, line: string) => string | null;

/** Claims that a text speaks of an entity, in any spelling. */
export type Mentions = (text: string) => boolean;

/** Makes what finds the uses of a name that is gone. */
export function matchGone(name: GoneName, gone: GoneNames): MatchGone {
  switch (name.kind) {
    case 'field':
      return matchField(name);
    case 'value':
      return matchValue(name);
    case 'entity':
      return matchEntity(name, gone.entities.get(name.word)!);
    case 'surface':
      return matchSurface(name);
  }
}

/** Makes what finds an entity's name, in the singular and in the plural, and as a part of other names. */
export function mentionOf(entity: string, plural: string): Mentions {
  const spellings = [entity, plural].map((words) => {
    const [first = '', ...rest] = splitNumbers(words);
    const others = rest.map((word) => `[-_ ]?${anyCase(word)}`).join('');
    return `(?:(?<![A-Za-z])${anyCase(first)}|(?<=[a-z])${capitalize(first)})${others}`;
  });
  const pattern = new RegExp(`(?:${spellings.join('|')})(?![a-z])`);
  return (text) => pattern.test(text);
}

function anyCase(word: string): string {
  return `[${word.slice(0, 1)}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`;
}

/** Functions of Django, and the entity's own class, that take its fields as keywords. */
const queries = new Set('filter exclude get create update get_or_create update_or_create Q'.split(' '));

function matchField({ word, entity }: GoneName): MatchGone {
  const forms = new Set([word, `${word}_id`, `get_${word}_display`]);
  const [choices, holders] = [pascal(word), new Set([entity, 'self', 'cls'])];
  const says = (text: string): boolean => text.split('__').some((part) => forms.has(part));
  return ({ kind, text, owner, isCalled = false }) => {
    const isSaid =
      kind === 'member'
        ? (forms.has(text) && (!isCalled || text !== word)) || (text === choices && holders.has(owner ?? ''))
        : kind === 'key'
          ? text === word
          : kind === 'keyword'
            ? says(text) && (text.includes('__') || owner === entity || queries.has(owner ?? ''))
            : kind === 'quoted' && says(text.replace(/^[-+]/, ''));
    return isSaid ? word : null;
  };
}

function matchValue({ word, field }: GoneName): MatchGone {
  const upper = word.toUpperCase().replace(/^_+|_+$/g, '');
  const constant = /^[A-Z]/.test(upper) ? upper : `VALUE_${upper}`;
  const choices = pascal(field!);
  const speaksOfField = new RegExp(`\\b${field}\\b`);
  return ({ kind, text, owner }, line) => {
    const isMember = kind === 'member' && text === constant && (owner ?? '').endsWith(choices);
    return isMember || (kind === 'quoted' && text === word && speaksOfField.test(line)) ? word : null;
  };
}

/** What takes the name of a model in quotes. */
const modelTakers = new Set(
  'ForeignKey OneToOneField ManyToManyField get_model make to model sender'.split(' '),
);

function matchEntity({ word }: GoneName, plural: string): MatchGone {
  const back = snake(plural);
  const path = new RegExp(`^/(?:.*/)?${back.replaceAll('_', '[-_]')}(?=[/?#]|$)`);
  const model = new RegExp(`^(?:\\w+\\.)?${word}$`);
  return ({ kind, text, owner, isCalled = false }) => {
    if (kind === 'bare') return text === word ? word : null;
    if (kind === 'quoted' && modelTakers.has(owner ?? '') && model.test(text)) return word;
    if ((kind === 'quoted' || kind === 'path') && path.test(text)) return path.exec(text)![0];
    const isBack =
      kind === 'member'
        ? text === back && !isCalled
        : kind === 'keyword'
          ? text.includes('__') && text.split('__').includes(back)
          : kind === 'quoted' && back.includes('_') && text.split('__').includes(back);
    return isBack ? back : null;
  };
}

/** What takes the name of a page. */
const pageTakers = new Set('reverse reverse_lazy redirect url render'.split(' '));

function matchSurface({ word }: GoneName): MatchGone {
  const page = new RegExp(`^(?:[\\w/-]+[:/])?${word}$`);
  return ({ kind, text, owner }) =>
    kind === 'quoted' && page.test(text) && (word.includes('_') || pageTakers.has(owner ?? '')) ? word : null;
}
