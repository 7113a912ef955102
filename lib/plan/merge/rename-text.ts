import type { LineTexts } from './merge-structure.ts';
import { makeRespell, spellPhrases } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';

/**
 * Carries renames of the spec into the base and the user's text, so that edits inside `Client` meet `Customer`.
 *
 * Only names that were in the base and that the next version renamed throughout are touched. In lines that the
 * user wrote or changed, prose and comments stay as they are, on both sides alike. Gives the texts unchanged where renaming brings the base no
 * closer to the next version.
 *
 * @param path tells where a line holds prose
 */
export function renameTexts(path: string, texts: LineTexts, renames: readonly SpecRename[]): LineTexts {
  const { base, mine, next } = texts;
  if (renames.length === 0) return texts;
  const known = { base: countNames(base), next: countNames(next) };
  const respells = renames.map(makeRespell);
  const newNames = new Map<string, string>();
  for (const name of known.base.keys()) {
    const [, context, word] = /^(.*?)([^.]+)$/s.exec(name)!;
    const fresh = respells.flatMap((respell) => {
      const contexts = context === '' || context === '.' ? [context!] : [context!, ...respell(context!)];
      return contexts.flatMap((before) => respell(word!).map((after) => before + after));
    });
    const found = fresh.find((candidate) => known.next.has(candidate));
    if (found !== undefined && !known.next.has(name))
      newNames.set(name, found.slice(found.lastIndexOf('.') + 1));
  }
  const phrases = renames
    .flatMap(spellPhrases)
    .filter(
      ([old, fresh]) =>
        old.includes(' ') && base.includes(old) && next.includes(fresh) && !next.includes(old),
    );
  const inNext = new Set(next.split('\n'));
  const [inBase, inMine] = [base, mine].map((text) => new Set(text.split('\n').map(plainLine)));
  const isCode = (line: string): ((at: number) => boolean) => {
    const spans = codeSpans(path, line);
    return (at) => spans.some(([from, to]) => at >= from && at < to);
  };
  const renameShared = (line: string): string => {
    if (inNext.has(line)) return line;
    const renamed = replaceNames(line, known.base, newNames, () => true);
    return phrases.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), renamed);
  };
  const renameOwn = (line: string): string => {
    const renamed = replaceNames(line, known.base, newNames, isCode(line));
    return phrases.reduce((text, [old, fresh]) => replaceWhole(text, old, fresh), renamed);
  };
  const renameLines = (text: string, others: ReadonlySet<string>): string =>
    mapLines(text, (line) => (others.has(plainLine(line)) ? renameShared(line) : renameOwn(line)));

  const renamedBase = renameLines(base, inMine!);
  if (countShared(renamedBase, inNext) <= countShared(base, inNext)) return texts;
  return { base: renamedBase, mine: renameLines(mine, inBase!), next };
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

/** A name in a text, with what stands before it: alone, after a dot, after a name and a dot. */
function* findNames(text: string): Generator<{ at: number; word: string; contexts: readonly string[] }> {
  const words = /[A-Za-z_$][\w$]*(?:-[A-Za-z_$][\w$]*)*/g;
  let before: { word: string; end: number } | undefined;
  for (const found of text.matchAll(words)) {
    const at = found.index;
    const dotted = text[at - 1] === '.';
    const owner = dotted && before?.end === at - 1 ? before.word : undefined;
    const contexts = dotted ? (owner === undefined ? ['.'] : [`${owner}.`, '.']) : [''];
    yield { at, word: found[0], contexts };
    before = { word: found[0], end: at + found[0].length };
  }
}

function countNames(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, contexts } of findNames(text)) {
    for (const context of contexts) counts.set(context + word, (counts.get(context + word) ?? 0) + 1);
  }
  return counts;
}

function replaceNames(
  line: string,
  inBase: ReadonlyMap<string, number>,
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
  const quoted = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|(?:^|\s)(?:#|\/\/).*$|^\s*\*.*$/g;
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

function mapLines(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

function countShared(text: string, lines: ReadonlySet<string>): number {
  return text.split('\n').filter((line) => line.trim() !== '' && lines.has(line)).length;
}
