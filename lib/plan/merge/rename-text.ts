import { exchangeNames, followLines, namePattern } from './follow-lines.ts';
import { matchLines } from './match-lines.ts';
import type { LineTexts } from './merge-structure.ts';
import { makeRespell, spellPhrases } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';

/**
 * Carries renames of the spec into the base and the user's text, so that edits inside `Client` meet `Customer`.
 *
 * A line that the next version has with other names only takes them over, in the user's text too. In other lines
 * only names are touched that were in the base's code and that the next version's code has renamed throughout; in
 * lines that the user wrote or changed, prose and comments stay as they are. Gives the texts unchanged where
 * renaming brings the base no closer to the next version.
 *
 * @param path tells where a line holds prose
 */
export function renameTexts(path: string, texts: LineTexts, renames: readonly SpecRename[]): LineTexts {
  const { base, mine, next } = texts;
  if (renames.length === 0) return texts;
  const known = { base: listNames(path, base), next: listNames(path, next) };
  const respells = renames.map(makeRespell);
  const newNames = new Map<string, string>();
  for (const name of known.base) {
    const [, context, word] = /^(.*?)([^."]+)$/s.exec(name)!;
    const fresh = respells.flatMap((respell) =>
      [context!, ...respell(context!)].flatMap((before) => respell(word!).map((after) => before + after)),
    );
    const found = fresh.find((candidate) => known.next.has(candidate));
    if (found !== undefined && !known.next.has(name)) newNames.set(name, /[^."]+$/.exec(found)![0]);
  }
  const phrases = renames
    .flatMap(spellPhrases)
    .filter(
      ([old, fresh]) =>
        old.includes(' ') && base.includes(old) && next.includes(fresh) && !next.includes(old),
    );
  const [baseLines, mineLines, nextLines] = [base, mine, next].map((text) => text.split('\n'));
  const inNext = new Set(nextLines);
  const [plainBase, plainMine] = [baseLines!, mineLines!].map((lines) => lines.map(plainLine));
  const became = followLines(baseLines!, nextLines!, respells, phrases);
  const renameShared = (line: string): string => {
    if (inNext.has(line)) return line;
    const renamed = replaceNames(line, known.base, newNames, () => true);
    return phrases.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), renamed);
  };
  const renameOwn = (line: string): string => {
    const renamed = replaceNames(line, known.base, newNames, codeIn(path, line));
    return phrases.reduce((text, [old, fresh]) => replaceWhole(text, old, fresh), renamed);
  };
  const origins = findOrigins(plainBase!, plainMine!);
  const kept = new Set(origins);
  const renamedBase = baseLines!.map((line, at) =>
    kept.has(at) ? (became[at] ?? renameShared(line)) : renameOwn(line),
  );
  if (countShared(renamedBase, inNext) <= countShared(baseLines!, inNext)) return texts;
  const renamedMine = mineLines!.map((line, at) => {
    const origin = origins[at]!;
    if (origin === null) return renameOwn(line);
    if (line === baseLines![origin]) return renamedBase[origin]!;
    return exchangeNames(line, baseLines![origin]!, renamedBase[origin]!) ?? renameShared(line);
  });
  return { base: renamedBase.join('\n'), mine: renamedMine.join('\n'), next };
}

/** The line of the base that each line of the user's is, in its place or moved; null for lines of the user's own. */
function findOrigins(base: readonly string[], mine: readonly string[]): (number | null)[] {
  const origins: (number | null)[] = mine.map(() => null);
  const left = new Set(base.keys());
  for (const [inBase, inMine, length] of matchLines(base, mine)) {
    for (let at = 0; at < length; at++) {
      origins[inMine + at] = inBase + at;
      left.delete(inBase + at);
    }
  }
  const moved = new Map<string, number[]>();
  for (const at of new Set([...left, ...base.keys()])) {
    const places = moved.get(base[at]!);
    if (places === undefined) moved.set(base[at]!, [at]);
    else places.push(at);
  }
  return origins.map((origin, at) => {
    if (origin !== null || mine[at] === '') return origin;
    const places = moved.get(mine[at]!) ?? [];
    const [place = null] = places;
    if (places.length > 1) places.shift();
    return place;
  });
}

function codeIn(path: string, line: string): (at: number) => boolean {
  const spans = codeSpans(path, line);
  return (at) => spans.some(([from, to]) => at >= from && at < to);
}

/** A line without what a formatter may change. */
function plainLine(line: string): string {
  return line
    .replace(/['`]/g, '"')
    .replace(/[,;\s]+/g, ' ')
    .trim();
}

/** Replaces a phrase where it is all of a string or of the text between two tags. */
function replaceWhole(line: string, old: string, fresh: string): string {
  return ['""', "''", '``', '><'].reduce(
    (text, [open, close]) => text.replaceAll(`${open}${old}${close}`, `${open}${fresh}${close}`),
    line,
  );
}

/** A name in a line, with what stands before it: alone, in quotes, after a dot, after a name and one of these. */
function* findNames(line: string): Generator<{ at: number; word: string; contexts: readonly string[] }> {
  let before: { word: string; end: number } | undefined;
  for (const found of line.matchAll(namePattern)) {
    const at = found.index;
    const [word] = found;
    const mark = line[at - 1] ?? '';
    const isQuoted = /["'`]/.test(mark) && line[at + word.length] === mark;
    const owner = before === undefined ? '' : before.word;
    if (isQuoted) yield { at, word, contexts: [`${owner}"`, '"'] };
    else if (mark === '.') yield { at, word, contexts: before?.end === at - 1 ? [`${owner}.`, '.'] : ['.'] };
    else yield { at, word, contexts: [''] };
    before = { word, end: at + word.length };
  }
}

/** The names in a text's code, each alone and in its contexts. */
function listNames(path: string, text: string): Set<string> {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    const isCode = codeIn(path, line);
    for (const { at, word, contexts } of findNames(line)) {
      if (isCode(at)) for (const context of contexts) names.add(context + word);
    }
  }
  return names;
}

function replaceNames(
  line: string,
  inBase: ReadonlySet<string>,
  newNames: ReadonlyMap<string, string>,
  isCode: (at: number) => boolean,
): string {
  let text = '';
  let done = 0;
  for (const { at, word, contexts } of findNames(line)) {
    const name = contexts.map((context) => context + word).find((candidate) => inBase.has(candidate));
    const fresh = name === undefined || !isCode(at) ? undefined : newNames.get(name);
    if (fresh === undefined) continue;
    text += line.slice(done, at) + fresh;
    done = at + word.length;
  }
  return text + line.slice(done);
}

/** The stretches of a user's line that are code: no comment, no prose in quotes or between tags. */
function codeSpans(path: string, line: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  if (/\.(html?|ejs)$/i.test(path)) {
    for (const found of line.matchAll(/\{%.*?%\}|\{\{.*?\}\}|<%.*?%>|<[^>]*>|(?<=>)\s*[\w-]+\s*(?=<)/g)) {
      spans.push([found.index, found.index + found[0].length]);
    }
    return spans;
  }
  let from = 0;
  const quoted = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|(?:^|\s)(?:#|\/\/).*$|^\s*\*.*$|\/\*.*?(?:\*\/|$)/g;
  for (const found of line.matchAll(quoted)) {
    if (found[2] !== undefined && !/\s/.test(found[2])) continue;
    spans.push([from, found.index], ...filledIn(line, found));
    from = found.index + found[0].length;
  }
  return [...spans, [from, line.length]];
}

/** What a string takes from the code around it: the braces of Python's f-strings, `${}` in a template literal. */
function filledIn(
  line: string,
  { 0: whole, 1: quote, index }: RegExpMatchArray,
): (readonly [number, number])[] {
  const braces =
    quote === '`'
      ? /\$\{[^{}]*\}/g
      : /\b(?:[rR]?[fF]|[fF][rR])$/.test(line.slice(0, index))
        ? /(?<!\{)\{[^{}]+\}/g
        : undefined;
  if (braces === undefined || index === undefined) return [];
  return [...whole.matchAll(braces)].map((found) => [
    index + found.index,
    index + found.index + found[0].length,
  ]);
}

function countShared(lines: readonly string[], others: ReadonlySet<string>): number {
  return lines.filter((line) => line.trim() !== '' && others.has(line)).length;
}
