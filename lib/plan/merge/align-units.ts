import { allLongestRises } from './longest-rise.ts';
import { matchLines } from './match-lines.ts';
import { matchPrints } from './match-prints.ts';

/** What aligning needs of a unit or a list element. */
export interface Keyed {
  readonly key: string;
  readonly named: boolean;
  readonly likeness?: string;
  /** Its tokens: of several that may be what one was changed from, the one that shares most is. */
  readonly print?: string;
  /** What it does, whatever its title: pairs what has likeness only where most of this is the same. */
  readonly children?: readonly { readonly key: string; readonly print: string }[];
  /** Known by what it does, not by its title; may stand in any order with others of its kind. */
  readonly registers?: boolean;
}

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
 * Returns undefined where that would be a guess: both sides reordered, and neither did all that the other did; or, where
 * `ordered`, both sides touch one place. What has a name (a route, a test) may be added by both even there, the new one
 * first.
 */
export function alignUnits<T extends Keyed>(
  base: readonly T[],
  mine: readonly T[],
  next: readonly T[],
  ordered: boolean,
): Alignment<T> | undefined {
  const baseKeys = numberKeys(base.map(({ key }) => key));
  const mineKeys = pairKeys(base, baseKeys, mine, ordered);
  const nextKeys = pairKeys(base, baseKeys, next, ordered);
  const inBase = new Set(baseKeys);
  const inMine = new Set(mineKeys);
  const inNext = new Set(nextKeys);
  const common = (keys: readonly string[]): string[] =>
    keys.filter((key) => inBase.has(key) && inMine.has(key) && inNext.has(key));
  const baseOrder = common(baseKeys).join('\n');
  const mineMoved = common(mineKeys).join('\n') !== baseOrder;
  const nextMoved = common(nextKeys).join('\n') !== baseOrder;
  const isTurned = mineMoved && nextMoved && common(mineKeys).join('\n') !== common(nextKeys).join('\n');
  const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
    isTurned && turnsAll(common(baseKeys), common(wide), common(narrow));
  const isCovered = covers(nextKeys, mineKeys);
  const isSettled = !isTurned || isCovered || covers(mineKeys, nextKeys);
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
  return {
    base: new Map(base.map((unit, index) => [baseKeys[index]!, unit])),
    mine: new Map(mine.map((unit, index) => [mineKeys[index]!, unit])),
    next: new Map(next.map((unit, index) => [nextKeys[index]!, unit])),
    order: (nextMoved && !mineMoved) || isCovered ? weave(nextKeys, mineKeys) : weave(mineKeys, nextKeys),
  };
}

/** Claims that of two new orders the one turns every pair around that the other does, so that it holds both. */
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
 * Puts the keys that only `other` has beside what they stand beside there, of what need not have moved: after what they
 * follow, else before what follows them.
 */
function weave(skeleton: readonly string[], other: readonly string[]): string[] {
  const places = new Map(skeleton.map((key, at) => [key, at]));
  const shared = other.filter((key) => places.has(key));
  const still = allLongestRises(shared.map((key) => places.get(key)!));
  const anchors = new Set(shared.filter((_, at) => still.has(at)));
  const beside = new Map<string, string[]>();
  const put = (place: string, keys: readonly string[]): void =>
    void beside.set(place, [...(beside.get(place) ?? []), ...keys]);
  let anchor = 'start';
  let waiting: string[] = [];
  let isMoved = false;
  for (const key of [...other, undefined]) {
    if (key !== undefined && !places.has(key)) waiting.push(key);
    else {
      const isAnchor = key === undefined || anchors.has(key);
      put(isMoved && isAnchor ? `before ${key ?? ''}` : anchor, waiting);
      waiting = [];
      isMoved = !isAnchor;
      if (key !== undefined && isAnchor) anchor = `after ${key}`;
    }
  }
  const at = (place: string): readonly string[] => beside.get(place) ?? [];
  const woven = skeleton.flatMap((key) => [...at(`before ${key}`), key, ...at(`after ${key}`)]);
  return [...at('start'), ...woven, ...at('before ')];
}

export function numberKeys(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/**
 * Gives each element of a side the key of the base element that it is a version of, or a new one.
 */
export function pairKeys<T extends Keyed>(
  base: readonly T[],
  baseKeys: readonly string[],
  side: readonly T[],
  ordered: boolean,
): string[] {
  const sideKeys: (string | undefined)[] = side.map(() => undefined);
  const taken = new Set<number>();
  const runs = matchLines(
    base.map(({ key }) => key),
    side.map(({ key }) => key),
  );
  for (const [inBase, inSide, length] of runs) {
    for (let offset = 0; offset < length; offset++) {
      sideKeys[inSide + offset] = baseKeys[inBase + offset]!;
      taken.add(inBase + offset);
    }
  }
  pairMoved(base, baseKeys, side, sideKeys, taken, ordered);
  const mayChange = ({ named, likeness }: T): boolean => !named || likeness !== undefined;
  let [fromBase, fromSide] = [0, 0];
  for (const [inBase, inSide, length] of [...runs, [base.length, side.length, 0] as const]) {
    const left = range(fromBase, inBase).filter((at) => !taken.has(at) && mayChange(base[at]!));
    const added = range(fromSide, inSide).filter((at) => sideKeys[at] === undefined && mayChange(side[at]!));
    for (const [at, place] of pairAlike(base, left, side, added)) sideKeys[place] = baseKeys[at]!;
    [fromBase, fromSide] = [inBase + length, inSide + length];
  }
  const used = new Set(baseKeys);
  return side.map(({ key }, index) => {
    const paired = sideKeys[index];
    if (paired !== undefined) return paired;
    let fresh = `+${key}`;
    for (let count = 2; used.has(fresh); count++) fresh = `+${key}#${count}`;
    used.add(fresh);
    return fresh;
  });
}

/** Pairs what was taken out of one place with what was put there: first what is alike, then the rest in order. */
function pairAlike<T extends Keyed>(
  base: readonly T[],
  left: readonly number[],
  side: readonly T[],
  added: readonly number[],
): [number, number][] {
  const runs =
    (left.length === added.length
      ? undefined
      : matchPrints(
          left.map((at) => base[at]!),
          added.map((at) => side[at]!),
        )) ??
    matchLines(
      left.map((at) => base[at]!.likeness ?? ''),
      added.map((at) => side[at]!.likeness ?? ''),
    );
  const pairs: [number, number][] = [];
  let [fromLeft, fromAdded] = [0, 0];
  for (const [inLeft, inAdded, length] of [...runs, [left.length, added.length, 0] as const]) {
    const unlike = left.slice(fromLeft, inLeft).filter((at) => !base[at]!.named);
    const fresh = added.slice(fromAdded, inAdded).filter((at) => !side[at]!.named);
    unlike.slice(0, fresh.length).forEach((at, index) => pairs.push([at, fresh[index]!]));
    for (let offset = 0; offset < length; offset++) {
      const [at, place] = [left[inLeft + offset]!, added[inAdded + offset]!];
      if (!base[at]!.registers || doesTheSame(base[at]!, side[place]!)) pairs.push([at, place]);
    }
    [fromLeft, fromAdded] = [inLeft + length, inAdded + length];
  }
  return pairs;
}

/** Tells whether most of what two units hold is the same, their heads apart. */
function doesTheSame(one: Keyed, other: Keyed): boolean {
  const [prints, others] = [one, other].map(({ children = [] }) =>
    children.filter(({ key }) => key !== '<head>' && key !== '<foot>').map(({ print }) => print),
  );
  const same = matchLines(prints!, others!).reduce((sum, [, , length]) => sum + length, 0);
  return same > 0 && same * 8 >= (prints!.length + others!.length) * 3;
}

function pairMoved<T extends Keyed>(
  base: readonly T[],
  baseKeys: readonly string[],
  side: readonly T[],
  sideKeys: (string | undefined)[],
  taken: Set<number>,
  ordered: boolean,
): void {
  const free = new Map<string, number[]>();
  base.forEach(({ key, registers }, at) => {
    if (!taken.has(at) && (!ordered || registers)) free.set(key, [...(free.get(key) ?? []), at]);
  });
  side.forEach(({ key }, at) => {
    const places = free.get(key);
    if (sideKeys[at] !== undefined || places?.length !== 1) return;
    sideKeys[at] = baseKeys[places[0]!]!;
    taken.add(places[0]!);
    free.delete(key);
  });
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

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
