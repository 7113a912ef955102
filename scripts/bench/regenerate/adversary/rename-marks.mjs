/**
 * Makes texts of two versions comparable across renames: in the old one each spelling of an old name, in the new one
 * each spelling of its new name, becomes the same mark.
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
  return { base: side('from'), next: side('to'), isNamed: (text) => old.test(text) };
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
