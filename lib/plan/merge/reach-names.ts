import { codeIn, findNames } from './line-names.ts';
import { listOldWords } from './names-to-follow.ts';
import type { LanguageReach, NameEdit, ReachLanguage, ReachRequest } from './reach.ts';

/** The names in the user's own lines that follow a rename, and those that are left. */
export interface Reach {
  readonly edits: readonly NameEdit[];
  readonly left: readonly { readonly word: string; readonly row: number }[];
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
  const isTheirs = (at: number): boolean =>
    !request.became.has(at) || own.some(([start, end]) => at >= start && at < end);
  const left = listLeft(request, (at) => isTheirs(at) && !done.has(at) && !settled.has(at));
  return { edits, left, own, isRead: found !== undefined };
}

/** The old names in the code of a text, one a line and word. */
function listLeft(
  { path, mine, names }: ReachRequest,
  isLeft: (at: number) => boolean,
): { word: string; row: number }[] {
  const words = listOldWords(names);
  if (words.size === 0) return [];
  const left: { word: string; row: number }[] = [];
  let start = 0;
  for (const [row, line] of mine.split('\n').entries()) {
    const isCode = sql.test(line) ? () => true : codeIn(path, line);
    const said = new Set<string>();
    for (const { at, word } of findNames(line)) {
      const old = words.has(word) ? word : plainWord(word).find((each) => words.has(each));
      if (old !== undefined && !said.has(old) && isCode(at) && isLeft(start + at)) said.add(old);
    }
    for (const word of said) left.push({ word, row });
    start += line.length + 1;
  }
  return left;
}

/** A line of a query in a string, which is no prose. */
const sql = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|GROUP BY|RETURNING)\b/;

/** The names in a lookup, and the one in what Django makes of a field: `clean_price`, `get_status_display`, `author_id`. */
function plainWord(word: string): string[] {
  return [
    ...word.split('__'),
    /^(?:clean_|get_)(.+?)(?:_display)?$/.exec(word)?.[1] ?? '',
    word.replace(/_id$/, ''),
  ];
}
