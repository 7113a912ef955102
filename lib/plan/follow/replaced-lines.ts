import { codeIn, findNames, namePattern } from '../code/line-names.ts';
import type { LineName } from '../code/line-names.ts';
import { countEach } from '../group-by.ts';
import type { Origins } from './origins/find-origins.ts';
import { hideNames } from './spell-renames.ts';
import type { SpecRename } from './spell-renames.ts';

/**
 * The renamed base, in which those lines keep their old names that the user changed without following the rename: there the
 * user and the rename changed the same line, and it must not pass as settled.
 */
export function keepUnfollowed(
  path: string,
  base: string,
  renamed: string,
  mine: readonly string[],
  { replaced }: Origins,
): string {
  const [old, fresh] = [base, renamed].map((text) => text.split('\n'));
  const renamedIn = groupRows(replaced, fresh!);
  for (const [row, [from, to]] of replaced) {
    const line = old![row]!;
    if (fresh![row] === line) continue;
    const names = [...findNames(line)];
    const now: readonly string[] = fresh![row]!.match(namePattern) ?? [];
    const isCode = codeIn(path, line);
    const isGone = ({ word }: LineName, at: number): boolean =>
      names.length === now.length ? now[at] !== word : !now.includes(word);
    const gone = names.filter((name, at) => isCode(name.at) && isGone(name, at)).flatMap(inContext);
    const place = mine.slice(from, to);
    const [there, settled] = [place, renamedIn.get(from)!].map(countNames);
    const [texts, settledTexts] = [place, renamedIn.get(from)!].map((lines) =>
      countEach(lines.flatMap(listTexts)),
    );
    const kept = new Set(listTexts(fresh![row]!));
    const isLeft = listTexts(line).some((text) => !kept.has(text) && isMore(text, texts!, settledTexts!));
    if (isLeft || gone.some((name) => isMore(name, there!, settled!))) fresh![row] = line;
  }
  return fresh!.join('\n');
}

/** The renamed lines of the base, by the place of the user's lines that stand for them. */
function groupRows(replaced: Origins['replaced'], fresh: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const [row, [from]] of replaced) {
    const group = groups.get(from);
    if (group === undefined) groups.set(from, [fresh[row]!]);
    else group.push(fresh[row]!);
  }
  return groups;
}

type Counts = ReadonlyMap<string, number>;

function countNames(lines: readonly string[]): Counts {
  return countEach(lines.flatMap((text) => [...findNames(text)].flatMap(inContext)));
}

function isMore(word: string, counts: Counts, others: Counts): boolean {
  return (counts.get(word) ?? 0) > (others.get(word) ?? 0);
}

/**
 * The lines of the base that the user took out, as the next version has them where it renames and does nothing else:
 * nothing stands in their place, and no line of the user's own says a name that is not there any more.
 */
export function findGone(
  { base, mine, next }: Readonly<Record<'base' | 'mine' | 'next', readonly string[]>>,
  { lines, replaced }: Origins,
  renames: readonly SpecRename[],
): ReadonlyMap<number, string> {
  const gone = new Map<number, string>();
  const rows = [...replaced].filter(([, [from, to]]) => from === to).map(([row]) => row);
  if (rows.length === 0) return gone;
  const own = new Set(
    mine.flatMap((line, at) => (lines[at] === null ? (line.match(namePattern) ?? []) : [])),
  );
  const hide = hideNames(renames);
  const inBase = new Set(base);
  const hidden = new Map(next.filter((line) => !inBase.has(line)).map((line) => [hide(line), line]));
  for (const row of rows) {
    const line = hidden.get(hide(base[row]!));
    if (line === undefined) continue;
    const now = new Set(line.match(namePattern));
    const left = (base[row]!.match(namePattern) ?? []).filter((name) => !now.has(name));
    if (!left.some((name) => own.has(name))) gone.set(row, line);
  }
  return gone;
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
