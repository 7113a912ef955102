/** The words of a name in any spelling (`created_by`, `HTTPLog`, `line-item2`), in lower case. */
export function words(name: string): readonly string[] {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** `InProgress`. */
export function pascal(name: string): string {
  return words(name).map(capitalize).join('');
}

/** `inProgress`. */
export function camel(name: string): string {
  const [first = '', ...rest] = words(name);
  return first + rest.map(capitalize).join('');
}

/** `in_progress`. */
export function snake(name: string): string {
  return words(name).join('_');
}

/** `in-progress`. */
export function kebab(name: string): string {
  return words(name).join('-');
}

/** A name as a label: `Created by`, `URL`, `Is active`; words that are written in capitals stay so. */
export function inWords(name: string): string {
  const text = words(name)
    .map((word) => (abbreviations.has(word) ? word.toUpperCase() : word))
    .join(' ');
  return text === '' ? name : text[0]!.toUpperCase() + text.slice(1);
}

/** A name as a title, as the language itself words a label that was not written: `Created By`, `Is Active`. */
export function asTitle(name: string): string {
  const text = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.]+/)
    .filter((word) => word !== '')
    .map(capitalize)
    .join(' ');
  return text === '' ? name : text;
}

/** The same inside a sentence: `created by`, `URL`. */
export function inSentence(text: string): string {
  const second = text[1];
  const isWord = second === undefined || second !== second.toUpperCase() || !/\p{L}/u.test(second);
  return isWord ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** The plural of an English noun, the last word of `phrase`: `people`, `Support Tickets`, `news`. */
export function plural(phrase: string): string {
  const match = /^(.*?)(\p{L}+|\p{L}*\p{N}+)$/u.exec(phrase);
  if (match === null) return `${phrase}s`;
  const [, before = '', word = ''] = match;
  const isUpper = word.length > 1 && word === word.toUpperCase();
  const many = pluralOfWord(word.toLowerCase());
  if (isUpper)
    return `${before}${word}${many.startsWith(word.toLowerCase()) ? many.slice(word.length) : 's'}`;
  const cased = word[0] === word[0]!.toUpperCase() ? capitalize(many) : many;
  // Capitals inside the word survive where the plural only adds an ending.
  return many.startsWith(word.toLowerCase()) ? before + word + many.slice(word.length) : before + cased;
}

/** `a` or `an`, as the noun sounds. */
export function article(noun: string): string {
  if (/^(?:uni|use|uti|eu|one)/i.test(noun)) return 'a';
  return /^(?:[aeiou]|hour|honest)/i.test(noun) ? 'an' : 'a';
}

const abbreviations = new Set(
  'api cpu csv dns faq html http https iban id ip isbn json pdf qr sku sla sql ssl ui uri url uuid vat vrn xml zip'.split(
    ' ',
  ),
);

const irregular: Readonly<Record<string, string>> = {
  alumnus: 'alumni',
  analysis: 'analyses',
  appendix: 'appendices',
  axis: 'axes',
  basis: 'bases',
  calf: 'calves',
  child: 'children',
  crisis: 'crises',
  criterion: 'criteria',
  diagnosis: 'diagnoses',
  echo: 'echoes',
  foot: 'feet',
  goose: 'geese',
  half: 'halves',
  hero: 'heroes',
  hypothesis: 'hypotheses',
  index: 'indexes',
  knife: 'knives',
  leaf: 'leaves',
  life: 'lives',
  loaf: 'loaves',
  louse: 'lice',
  man: 'men',
  matrix: 'matrices',
  mouse: 'mice',
  ox: 'oxen',
  parenthesis: 'parentheses',
  person: 'people',
  phenomenon: 'phenomena',
  potato: 'potatoes',
  quiz: 'quizzes',
  shelf: 'shelves',
  stimulus: 'stimuli',
  synthesis: 'syntheses',
  thesis: 'theses',
  thief: 'thieves',
  tomato: 'tomatoes',
  tooth: 'teeth',
  vertex: 'vertices',
  veto: 'vetoes',
  wife: 'wives',
  wolf: 'wolves',
  woman: 'women',
};

const unchanging = new Set(
  (
    'aircraft advice baggage bison cattle clothing data deer equipment feedback fish furniture hardware headquarters ' +
    'homework information inventory_data knowledge luggage media metadata money moose music news offspring people ' +
    'police rice salmon series sheep software species staff swine traffic trout weather'
  ).split(' '),
);

function pluralOfWord(word: string): string {
  if (unchanging.has(word)) return word;
  const exception = irregular[word];
  if (exception !== undefined && Object.hasOwn(irregular, word)) return exception;
  if (Object.values(irregular).includes(word)) return word;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
