import type { Origins } from './find-origins.ts';
import { namePattern } from './exchange-names.ts';
import { codeIn, findNames } from './line-names.ts';
import type { LineName } from './line-names.ts';

/**
 * The renamed base, but for lines that the user changed and in whose place an old name still stands: there both sides
 * changed the same, and the rename must not pass as settled.
 */
export function keepUnfollowed(
  path: string,
  base: string,
  renamed: string,
  mine: readonly string[],
  { replaced }: Origins,
): string {
  const [old, fresh] = [base, renamed].map((text) => text.split('\n'));
  for (const [row, [from, to]] of replaced) {
    const line = old![row]!;
    if (fresh![row] === line) continue;
    const now = new Set(fresh![row]!.match(namePattern));
    const isCode = codeIn(path, line);
    const gone = [...findNames(line)]
      .filter(({ at, word }) => isCode(at) && !now.has(word))
      .flatMap(inContext);
    const place = mine.slice(from, to);
    const there = new Set(place.flatMap((text) => [...findNames(text)].flatMap(inContext)));
    const texts = new Set(place.flatMap(listTexts));
    const kept = new Set(listTexts(fresh![row]!));
    const isLeft = listTexts(line).some((text) => !kept.has(text) && texts.has(text));
    if (isLeft || gone.some((name) => there.has(name))) fresh![row] = line;
  }
  return fresh!.join('\n');
}

function inContext({ contexts, word }: LineName): string[] {
  return contexts.map((context) => context + word);
}

/** The user's lines that hold nothing but texts of the lines in whose place they stand: parts of a line laid out anew. */
export function findStandIns(
  mine: readonly string[],
  base: readonly string[],
  { replaced }: Origins,
): ReadonlySet<number> {
  const standIns = new Set<number>();
  for (const [row, [from, to]] of replaced) {
    const texts = new Set(listTexts(base[row]!));
    for (let at = from; at < to; at++) {
      const here = listTexts(mine[at]!);
      if (here.length > 0 && here.every((text) => texts.has(text))) standIns.add(at);
    }
  }
  return standIns;
}

/** What stands in quotes or between tags in a line. */
function listTexts(line: string): string[] {
  return [...line.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1|>([^<>]+)</g)].map(
    ([, , text, between]) => text ?? between ?? '',
  );
}
