/**
 * Makes texts of two versions comparable across renames: in the old one each spelling of an old name, in the new one
 * each spelling of its new name, becomes the same mark. `agree` tells whether a new text is an old one with each of its
 * names as it was or renamed; `fold` makes texts equal that differ in which of the two names stands where, and `namesIn` lists those names.
 */
export function openMarks(renames) {
  const side = (end) => {
    const spellings = renames.flatMap((rename, at) =>
      spell(rename[end], rename.plurals[end === 'from' ? 0 : 1], at),
    );
    spellings.sort(([one], [other]) => other.length - one.length);
    if (spellings.length === 0) return (text) => text;
    const marks = new Map(spellings);
    const any = new RegExp(
      `(?<![a-z])(?:${[...marks.keys()].join('|')})(?![a-z])|(?<=[a-z])(?:${[...marks.keys()].filter((word) => /^[A-Z]/.test(word)).join('|') || '(?!)'})(?![a-z])`,
      'g',
    );
    return remember((text) => text.replace(any, (word) => marks.get(word)));
  };
  const old = new RegExp(
    renames
      .flatMap((rename, at) =>
        ['from', 'to'].flatMap((end, index) =>
          spell(rename[end], rename.plurals[index], at).map(([word]) => word),
        ),
      )
      .join('|') || '(?!)',
    'i',
  );
  const [base, next] = [side('from'), side('to')];
  return {
    base,
    next,
    isNamed: (text) => old.test(text),
    agree: openAgreement(renames),
    ...openFold(renames),
  };
}

/** Each spelling of an old name with the same spelling of the new one. */
const spellingPairs = (renames) =>
  renames.flatMap((rename) => {
    const [before, after] = ['from', 'to'].map((end, at) => spell(rename[end], rename.plurals[at], 0));
    return before.map(([word], at) => [word, after[at][0]]);
  });

/** A pattern for words of names where they stand by themselves or as a part of a longer name. */
const wordsPattern = (words) =>
  new RegExp(
    [...new Set(words)]
      .sort((one, other) => other.length - one.length)
      .map((word) => `(?<![a-z])${word}(?![a-z])${/^[A-Z]/.test(word) ? `|(?<=[a-z])${word}(?![a-z])` : ''}`)
      .join('|') || '(?!)',
    'g',
  );

function openAgreement(renames) {
  // Where two names change places, only the marks tell which is which.
  if (renames.some(({ from }) => renames.some(({ to }) => to === from))) return () => false;
  const successors = new Map();
  for (const [before, after] of spellingPairs(renames))
    successors.set(before, new Set([...(successors.get(before) ?? [before]), after]));
  const old = wordsPattern([...successors.keys()]);
  return (now, before) => {
    let places = [0];
    let at = 0;
    const pass = (words) => {
      places = [
        ...new Set(
          places.flatMap((place) =>
            words.filter((word) => now.startsWith(word, place)).map((word) => place + word.length),
          ),
        ),
      ];
    };
    for (const { 0: word, index } of before.matchAll(old)) {
      pass([before.slice(at, index)]);
      if (places.length === 0) return false;
      pass([...successors.get(word)]);
      at = index + word.length;
    }
    pass([before.slice(at)]);
    return places.includes(now.length);
  };
}

function openFold(renames) {
  const groups = new Map();
  for (const [before, after] of spellingPairs(renames)) {
    const joined = [...(groups.get(before) ?? [before]), ...(groups.get(after) ?? [after])];
    for (const word of joined) groups.set(word, joined);
  }
  const any = wordsPattern([...groups.keys()]);
  const marks = new Map([...groups].map(([word, joined]) => [word, `§${[...new Set(joined)].sort()[0]}§`]));
  return {
    fold: remember((text) => text.replace(any, (word) => marks.get(word))),
    namesIn: (text) => text.match(any) ?? [],
  };
}

function spell(name, manyWords, at) {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .split(' ');
  const forms = (list, count) => {
    const upper = (word) => word[0].toUpperCase() + word.slice(1);
    const made = {
      snake: list.join('_'),
      camel: list[0] + list.slice(1).map(upper).join(''),
      pascal: list.map(upper).join(''),
      loud: list.join('_').toUpperCase(),
      words: list.join(' '),
      title: upper(list.join(' ')),
      kebab: list.join('-'),
      flat: list.join(''),
    };
    return Object.entries(made).map(([form, text]) => [
      text,
      `§${at}${count}${form === 'words' || form === 'kebab' || form === 'flat' || form === 'camel' ? 'low' : form === 'title' || form === 'pascal' ? 'up' : form === 'loud' ? 'loud' : 'low'}§`,
    ]);
  };
  return [...forms(manyWords.toLowerCase().split(' '), 's'), ...forms(words, '')];
}

/** The same texts are marked again and again, while an edit looks for its place. */
function remember(mark) {
  const known = new Map();
  return (text) => {
    let marked = known.get(text);
    if (marked === undefined) known.set(text, (marked = mark(text)));
    return marked;
  };
}
