import { capitalize } from './spellings.ts';

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

/** The plural by rule, with -s, -es or -ies: `comments`, `boxes`, `stories`; of irregular nouns too (`childs`). */
export function regularPlural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** The plurals that a person may write for a noun in small letters, the right one first: `children`, `childs`. */
export function pluralForms(word: string): string[] {
  const compound = word.replace(/person$/, 'people').replace(/child$/, 'children');
  const forms = [compound, plural(word), regularPlural(word), `${word}s`, word.replace(/fe?$/, 'ves')];
  return [...new Set(forms)].filter((form) => form !== word);
}

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
  return regularPlural(word);
}
