// What becomes of files and of hand edits when the spec renames things. Reads the new output with its own small
// rules, so that it shares no code with what it judges.
import { diffArrays } from 'diff';

const snake = (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

/** Where a file of the version without the renames is in the one with them; undefined where that is not plain. */
export function findMoved(path, { plain, files, moves }) {
  if (files[path] !== undefined) return path;
  const spelled = new Set([path]);
  for (const { from, to } of moves) {
    for (const each of [...spelled]) {
      for (const join of ['_', '-', '']) {
        const [old, fresh] = [from, to].map((name) => snake(name).replaceAll('_', join));
        spelled.add(each.replace(new RegExp(`(?<![a-z])${old}(?![a-z])`, 'g'), fresh));
        spelled.add(each.replaceAll(old, fresh));
      }
    }
  }
  const found = [...spelled].filter((one) => files[one] !== undefined && plain[one] === undefined);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Carries renames into a text that was made from `plain`: each word that `plain` and `moved` have in the same place
 * follows, and so do the words that the edit added in code, if the output has them renamed throughout.
 *
 * Undefined where the two outputs differ in more than names.
 */
export function carryNames(path, text, plain, moved) {
  const [old, fresh, mine] = [plain, moved, text].map((one) => splitWords(path, one));
  if (old.length !== fresh.length) return undefined;
  const becomes = new Map();
  for (const [at, { key, inCode }] of old.entries()) {
    if (inCode) becomes.set(key, (becomes.get(key) ?? new Set()).add(fresh[at].word));
  }
  const parts = [];
  let done = 0;
  let inOld = 0;
  let inMine = 0;
  const push = ({ start, word }, name) => {
    parts.push(text.slice(done, start), name);
    done = start + word.length;
  };
  const words = (list) => list.map(({ word }) => word);
  const isOwn = findOwn(plain, text);
  for (const { value, added, removed } of diffArrays(words(old), words(mine))) {
    if (removed) inOld += value.length;
    for (let count = removed ? 0 : value.length; count > 0; count--) {
      const { key, inCode, inText, start } = mine[inMine];
      const names = [...(becomes.get(key) ?? [])];
      const stays = inText && isOwn(start);
      const kept = added ? undefined : fresh[inOld++].word;
      if (stays) push(mine[inMine], mine[inMine].word);
      else if (kept !== undefined) push(mine[inMine], kept);
      else if (names.length === 1 && inCode) push(mine[inMine], names[0]);
      inMine++;
    }
  }
  return parts.join('') + text.slice(done);
}

/** Tells whether an offset is in a line that the edit adds, of which no line is like it. */
function findOwn(plain, text) {
  const known = new Set(plain.split('\n').map((line) => line.trim()));
  const own = [];
  let at = 0;
  let replaces = false;
  for (const { value, added, removed } of diffArrays(plain.split('\n'), text.split('\n'))) {
    if (!removed) {
      for (const line of value) {
        if (added && !replaces && !known.has(line.trim())) own.push([at, at + line.length]);
        at += line.length + 1;
      }
    }
    replaces = Boolean(removed);
  }
  return (start) => own.some(([from, to]) => start >= from && start <= to);
}

/**
 * The words of a text, and whether each stands in code: no comment, no sentence in quotes or between tags. The key of
 * a word that is alone in quotes names the word before it too: `ForeignKey("Task"` is another matter than a title.
 */
function splitWords(path, text) {
  const prose = /\.(html|ejs)$/.test(path)
    ? /(?<=^|[>%}])[^<>{}%]*(?=$|[<{])/g
    : /(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1|(?:^|\s)(?:#|\/\/).*$|^\s*\*.*$|\/\*.*?\*\//gm;
  const found = [...text.matchAll(prose)];
  const spansOf = (list) => list.map(({ 0: whole, index }) => [index, index + whole.length]);
  const isProse = ({ 2: quoted }) => quoted === undefined || /\s/.test(quoted);
  const spans = spansOf(found.filter(isProse));
  const texts = spansOf(found.filter(({ 2: quoted }) => quoted !== undefined && !quoted.includes('{')));
  let next = 0;
  let nextText = 0;
  let before = '';
  return [...text.matchAll(/\w+/g)].map(({ 0: word, index: start }) => {
    while (next < spans.length && spans[next][1] <= start) next++;
    const inCode = !(next < spans.length && spans[next][0] <= start);
    while (nextText < texts.length && texts[nextText][1] <= start) nextText++;
    const inText = nextText < texts.length && texts[nextText][0] <= start;
    const isQuoted = /["'`]/.test(text[start - 1]) && text[start - 1] === text[start + word.length];
    const key = isQuoted ? `${before}"${word}` : word;
    before = word;
    return { word, key, start, inCode, inText };
  });
}
