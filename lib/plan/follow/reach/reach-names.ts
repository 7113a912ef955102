import { codeIn, findNames, namePattern } from '../../code/line-names.ts';
import { lineStarts, rowOf } from '../../lines/line-starts.ts';
import { saysQuery } from './name-place.ts';
import type { NamePlace } from './name-place.ts';
import { OldWords } from './old-words.ts';
import { ownedBy } from './reach.ts';
import type { LanguageReach, NameEdit, ReachLanguage, ReachRequest } from './reach.ts';

/** An old name that a line of the user's own still says, and what became of it. */
interface LeftWord {
  readonly word: string;
  readonly became: string;
  readonly row: number;
}

/** The names in the user's own lines that follow a rename, and those that are left. */
export interface Reach {
  readonly edits: readonly NameEdit[];
  readonly left: readonly LeftWord[];
  readonly own: LanguageReach['own'];
  /** False where the text does not parse. */
  readonly isRead: boolean;
}

const languages: readonly (readonly [RegExp, () => Promise<ReachLanguage>])[] = [
  [/\.py$/, async () => (await import('./reach-python.ts')).reachPython()],
  [/\.[cm]?js$/, async () => (await import('./reach-javascript.ts')).reachJavaScript()],
  [/\.ejs$/, async () => (await import('./reach-javascript.ts')).reachEjs()],
  [/\.html?$/, async () => (await import('./reach-template.ts')).reachTemplate],
];

/** Finds the names in lines that only the user wrote which are reached from a binding of dazzle's. */
export async function reachNames(request: ReachRequest): Promise<Reach> {
  const load = languages.find(([pattern]) => pattern.test(request.path))?.[1];
  if (load === undefined) return { edits: [], left: [], own: [], isRead: true };
  const found = (await load())(request);
  const { edits = [], settled = new Set<number>(), own = [] } = found ?? {};
  const done = new Set(edits.map(({ at }) => at));
  const isTheirs = ownedBy(request.became, own);
  const places = found?.places ?? guessPlaces(request);
  const left = listLeft(request, places, (at) => isTheirs(at) && !done.has(at) && !settled.has(at));
  return { edits, left, own, isRead: found !== undefined };
}

/** The old names that a text still says, one a line and word. */
function listLeft(
  request: ReachRequest,
  places: Iterable<NamePlace>,
  isLeft: (at: number) => boolean,
): LeftWord[] {
  const { mine } = request;
  const words = new OldWords(request);
  if (words.isEmpty) return [];
  const starts = lineStarts(mine);
  const left = new Map<string, LeftWord>();
  for (const { start, end, as } of places) {
    const isText = as === 'text' || as === 'query' || as === 'prose';
    for (const { index, 0: name } of mine.slice(start, end).matchAll(isText ? namePattern : /[^]+/g)) {
      const at = start + index;
      const word =
        (isText ? words.findAddress(mine, at, name) : undefined) ??
        words.find(name, as === 'text' && isPart(mine, at, name) ? 'path' : as);
      if (word === undefined) continue;
      const row = rowOf(starts, at);
      if (isLeft(wholeNameAt(mine, starts[row]!, at))) {
        left.set(`${row} ${word}`, { word, became: words.describe(word), row });
      }
    }
  }
  return [...left.values()].sort((one, other) => one.row - other.row);
}

/** Claims that a name in a text is a part of a path. */
function isPart(text: string, at: number, name: string): boolean {
  return text[at - 1] === '/' || text[at + name.length] === '/';
}

/** Where the name starts that an offset is in, dashes included. */
function wholeNameAt(text: string, lineStart: number, at: number): number {
  const before = /[\w$-]*$/.exec(text.slice(lineStart, at))![0];
  const name = before === '' ? null : /[A-Za-z_$][\w$-]*$/.exec(before);
  return name === null ? at : at - before.length + name.index;
}

/** Where names stand in the lines of a text that does not parse. */
function* guessPlaces({ path, mine }: ReachRequest): Generator<NamePlace> {
  let start = 0;
  for (const line of mine.split('\n')) {
    const isCode = saysQuery(line) ? () => true : codeIn(path, line);
    for (const { at, word } of findNames(line)) {
      if (isCode(at)) yield { start: start + at, end: start + at + word.length, as: 'member' };
    }
    start += line.length + 1;
  }
}
