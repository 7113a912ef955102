import { longestRises } from '../../lines/longest-rise.ts';
import type { Keyed } from './keyed.ts';
import { findWrappers, numberKeys, pairKeys } from './pair-keys.ts';

/** Three versions of a sequence, each element paired by key. */
export interface Alignment<T> {
  readonly base: ReadonlyMap<string, T>;
  readonly mine: ReadonlyMap<string, T>;
  readonly next: ReadonlyMap<string, T>;
  /** Every key of the three versions, in the order to write. */
  readonly order: readonly string[];
}

/**
 * Pairs the elements of three versions and decides their order.
 *
 * Returns undefined where the order would be a guess: both sides reordered, and neither order contains the other; or, where
 * `ordered`, both sides touch one place. What has a name (a route, a test) may be added by both even there; the new
 * version's comes first.
 *
 * @param far whether an element without a name may have been moved and changed
 */
export function alignUnits<T extends Keyed>(
  base: readonly T[],
  mine: readonly T[],
  next: readonly T[],
  ordered: boolean,
  far = true,
): Alignment<T> | undefined {
  const baseKeys = numberKeys(base.map(({ key }) => key));
  const ownKeys = pairKeys(base, baseKeys, mine, ordered, far);
  const nextKeys = pairKeys(base, baseKeys, next, ordered, far);
  const [inBase, inNext] = [new Set(baseKeys), new Set(nextKeys)];
  const wrappers = findWrappers(base, baseKeys, mine, ownKeys);
  // An element that the new version removes and the user wrapped is changed by both sides.
  const mineKeys = ownKeys.map((key) => wrappers.get(key)?.find((inside) => !inNext.has(inside)) ?? key);
  const placed = ordered ? mineKeys : mineKeys.map((key) => wrappers.get(key)?.[0] ?? key);
  const inMine = new Set(placed);
  const common = (keys: readonly string[]): string[] =>
    keys.filter((key) => inBase.has(key) && inMine.has(key) && inNext.has(key));
  const baseOrder = common(baseKeys).join('\n');
  const mineMoved = common(placed).join('\n') !== baseOrder;
  const nextMoved = common(nextKeys).join('\n') !== baseOrder;
  const isTurned = mineMoved && nextMoved && common(placed).join('\n') !== common(nextKeys).join('\n');
  const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
    isTurned && turnsAll(common(baseKeys), common(wide), common(narrow));
  const isCovered = covers(nextKeys, placed);
  const isSettled = !isTurned || isCovered || covers(placed, nextKeys);
  if (!isSettled && !common(baseKeys).every((key) => base[baseKeys.indexOf(key)]!.registers))
    return undefined;
  const inPlace = (keys: readonly string[], side: readonly T[]): string[] =>
    keys.filter((key, index) => inBase.has(key) || !side[index]!.named);
  if (ordered) {
    const registered = new Set(baseKeys.filter((_, index) => base[index]!.registers));
    const fixed = (keys: readonly string[]): string[] => keys.filter((key) => !registered.has(key));
    const fixedOrder = fixed(common(baseKeys)).join('\n');
    if ([mineKeys, nextKeys].some((keys) => fixed(common(keys)).join('\n') !== fixedOrder)) return undefined;
    if (meetsAtOnePlace(fixed(baseKeys), fixed(inPlace(mineKeys, mine)), fixed(inPlace(nextKeys, next))))
      return undefined;
  }
  const order =
    (nextMoved && !mineMoved) || isCovered
      ? weave(nextKeys, placed, inBase)
      : weave(placed, nextKeys, inBase);
  const wrapperOf = new Map(mineKeys.map((key, at) => [placed[at]!, key]));
  return {
    base: new Map(base.map((unit, index) => [baseKeys[index]!, unit])),
    mine: new Map(mine.map((unit, index) => [mineKeys[index]!, unit])),
    next: new Map(next.map((unit, index) => [nextKeys[index]!, unit])),
    order: order.flatMap((key) => [...new Set([key, wrapperOf.get(key) ?? key])]),
  };
}

/** Claims that one of two new orders turns around every pair that the other does, so that it contains both. */
function turnsAll(base: readonly string[], wide: readonly string[], narrow: readonly string[]): boolean {
  const [inWide, inNarrow] = [wide, narrow].map((keys) => {
    const places = new Map(keys.map((key, at) => [key, at]));
    return base.map((key) => places.get(key)!);
  });
  for (let first = 0; first < base.length; first++) {
    for (let last = first + 1; last < base.length; last++) {
      if (inNarrow![first]! > inNarrow![last]! && inWide![first]! < inWide![last]!) return false;
    }
  }
  return true;
}

/**
 * Adds the keys that only `other` has to the skeleton. A key goes between the two keys that it stands between in `other`,
 * where these are still neighbours. Else it stays beside a key that has not moved: after the one that it follows, else
 * before the one that follows it. A key that follows something of the base that is gone goes above what comes next.
 */
function weave(skeleton: readonly string[], other: readonly string[], inBase: ReadonlySet<string>): string[] {
  const places = new Map(skeleton.map((key, at) => [key, at]));
  const shared = other.filter((key) => places.has(key));
  const still = longestRises(shared.map((key) => places.get(key)!));
  const anchors = new Set(shared.filter((_, at) => still.some.has(at)));
  const sure = new Set(shared.filter((_, at) => still.all.has(at)));
  const beside = new Map<string, string[]>();
  const put = (place: string, keys: readonly string[]): void =>
    void beside.set(place, [...(beside.get(place) ?? []), ...keys]);
  let anchor: string | undefined;
  let above: string | undefined;
  let waiting: string[] = [];
  let isMoved = false;
  for (const key of [...other, undefined]) {
    if (key !== undefined && !places.has(key)) waiting.push(key);
    else {
      const isAnchor = key === undefined || anchors.has(key);
      const isSurer = (key === undefined || sure.has(key)) && anchor !== undefined && !sure.has(anchor);
      const isBetween = above !== undefined && places.get(key ?? '') === places.get(above)! + 1;
      const gone = waiting.findIndex((each) => inBase.has(each));
      const isBelow = isAnchor && !isBetween;
      let count = waiting.length;
      if (isBelow && (isMoved || isSurer)) count = 0;
      else if (isBelow && gone >= 0) count = gone;
      put(`after ${(isBetween ? above : anchor) ?? ''}`, waiting.slice(0, count));
      put(`before ${key ?? ''}`, waiting.slice(count));
      waiting = [];
      isMoved = !isAnchor;
      if (key !== undefined && isAnchor) anchor = key;
      above = key;
    }
  }
  const at = (place: string): readonly string[] => beside.get(place) ?? [];
  const woven = skeleton.flatMap((key) => [...at(`before ${key}`), key, ...at(`after ${key}`)]);
  return [...at('after '), ...woven, ...at('before ')];
}

/** Both sides add between the same two elements, or one adds beside what the other deletes. */
function meetsAtOnePlace(base: readonly string[], mine: readonly string[], next: readonly string[]): boolean {
  const places = new Map(base.map((key, index) => [key, index]));
  const additions = (keys: readonly string[]): Map<number, string> => {
    const gaps = new Map<number, string>();
    let gap = -1;
    for (const key of keys) {
      const place = places.get(key);
      if (place !== undefined) gap = place;
      else gaps.set(gap, `${gaps.get(gap) ?? ''}\n${key}`);
    }
    return gaps;
  };
  const mineGaps = additions(mine);
  const nextGaps = additions(next);
  const touches = (gaps: Map<number, string>, other: readonly string[]): boolean => {
    const kept = new Set(other);
    return [...gaps.keys()].some((gap) =>
      [base[gap], base[gap + 1]].some((key) => key !== undefined && !kept.has(key)),
    );
  };
  return (
    [...mineGaps].some(([gap, added]) => nextGaps.has(gap) && nextGaps.get(gap) !== added) ||
    touches(mineGaps, next) ||
    touches(nextGaps, mine)
  );
}
