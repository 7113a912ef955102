import { namesInCode } from '../../code/line-names.ts';
import type { LineName } from '../../code/line-names.ts';
import { groupBy } from '../../group-by.ts';
import type { TakenOut } from './taken-out.ts';

/** Below so many names two lines may be alike by chance. */
const leastNames = 3;

/**
 * Finds lines of the base that the user moved and changed within: of the names in their code, one of the two has all that
 * the other has in its order, and no more than twice as many. A line that fits several others is paired with none.
 *
 * @param path tells where a line holds code
 * @param gone the lines of the base that are not there any more
 * @param own the user's lines that may be one of them
 */
export function findCut(
  path: string,
  base: readonly string[],
  mine: readonly string[],
  gone: readonly number[],
  own: readonly number[],
): TakenOut[] {
  if (gone.length === 0) return [];
  const candidates = own.map((row) => ({ row, names: namesInCode(path, mine[row]!) }));
  const rowsOf = groupBy(candidates, ({ names }) =>
    names.length < leastNames ? undefined : keyOf(names[0]!),
  );
  const found = new Map<number, TakenOut | null>();
  for (const row of gone) {
    const names = namesInCode(path, base[row]!);
    if (names.length < leastNames) continue;
    const alike = (rowsOf.get(keyOf(names[0]!)) ?? []).flatMap((candidate) => {
      const columns = pairNames(names, candidate.names);
      return columns === undefined ? [] : [{ row, inMine: candidate.row, columns }];
    });
    if (alike.length > 1) for (const { inMine } of alike) found.set(inMine, null);
    const [only] = alike;
    if (only && alike.length === 1) found.set(only.inMine, found.has(only.inMine) ? null : only);
  }
  return [...found.values()].filter((pair) => pair !== null);
}

/** A name as it is told apart: in quotes, as a member or alone. */
function keyOf({ contexts, word }: LineName): string {
  return contexts.at(-1)! + word;
}

/** The columns of the names that two lines share; undefined where neither has all of the other's. */
function pairNames(old: readonly LineName[], now: readonly LineName[]): TakenOut['columns'] | undefined {
  const [fewer, more] = old.length < now.length ? [old, now] : [now, old];
  if (fewer.length * 2 < more.length) return undefined;
  const places: number[] = [];
  for (let at = 0; at < more.length && places.length < fewer.length; at++) {
    if (keyOf(more[at]!) === keyOf(fewer[places.length]!)) places.push(at);
  }
  if (places.length < fewer.length) return undefined;
  return places.map((at, index) =>
    fewer === old ? [now[at]!.at, old[index]!.at] : [now[index]!.at, old[at]!.at],
  );
}
