import { tokenSeparator } from '../../code/expression.ts';
import { matchLines } from '../../lines/match-lines.ts';
import type { Keyed } from './keyed.ts';
import { matchPrints } from './match-prints.ts';
import { pairFar } from './pair-far.ts';

/** Gives each key that comes again a number, so that all are different. */
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
 *
 * @param far whether an element without a name may have been moved and changed
 */
export function pairKeys<T extends Keyed>(
  base: readonly T[],
  baseKeys: readonly string[],
  side: readonly T[],
  ordered: boolean,
  far: boolean,
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
  if (far && !ordered) {
    const paired = new Set(sideKeys);
    const mayMove = ({ named, likeness, print }: T): boolean =>
      !named && likeness !== undefined && Boolean(print);
    const left = range(0, base.length).filter((at) => !paired.has(baseKeys[at]) && mayMove(base[at]!));
    const added = range(0, side.length).filter((at) => sideKeys[at] === undefined && mayMove(side[at]!));
    for (const [at, place] of pairFar(base, left, side, added)) sideKeys[place] = baseKeys[at]!;
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

/**
 * Pairs each new element of a side with the elements of the base that are gone and that it holds, or is what is left of: it
 * takes their place in the order.
 */
export function findWrappers<T extends Keyed>(
  base: readonly T[],
  baseKeys: readonly string[],
  side: readonly T[],
  sideKeys: readonly string[],
): Map<string, readonly string[]> {
  const there = new Set(sideKeys);
  const inBase = new Set(baseKeys);
  const gone = baseKeys.flatMap((key, at) => (there.has(key) ? [] : [at]));
  const wrappers = new Map<string, readonly string[]>();
  const wrapped = new Set<number>();
  for (const [at, key] of sideKeys.entries()) {
    if (inBase.has(key)) continue;
    const inside = gone.filter((one) => isOf(side[at]!, base[one]!));
    if (inside.length === 0 || inside.some((one) => wrapped.has(one))) continue;
    for (const one of inside) wrapped.add(one);
    wrappers.set(
      key,
      inside.map((one) => baseKeys[one]!),
    );
  }
  return wrappers;
}

/** Claims that an element holds another, or is most of it: by its tokens, or by all that it defines. */
function isOf(side: Keyed, { print = '', defines = [] }: Keyed): boolean {
  if (!side.named && defines.length > 0 && defines.every((name) => side.defines?.includes(name))) return true;
  if (side.print === undefined || print === '') return false;
  const [one, two] = [side.print, print].map((each) => tokenSeparator + each + tokenSeparator) as [
    string,
    string,
  ];
  return one.includes(two) || (two.includes(one) && one.length * 2 > two.length);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
