import type { Expression, ListItem } from '../../code/expression.ts';
import { numberKeys, pairKeys } from '../by-units/pair-keys.ts';
import { shareOfTokens } from '../outlines/unit.ts';
import type { Unit } from '../outlines/unit.ts';

/** The path that a unit has in the base, by its path under another title. */
export type Titles = ReadonlyMap<string, string>;

/**
 * Finds units that a side gave another title: the paths of their new keys, each with the old one. Where another version has
 * the new title beside the old one, it is not a new title.
 */
export function pairTitles(base: Unit, sides: readonly Unit[]): Titles {
  const titles = new Map<string, string>();
  for (const side of sides) {
    const found = new Map<string, string>();
    pairInside(base, side, '', found);
    for (const [fresh, old] of found) {
      const isBeside = sides.some((other) => other !== side && hasUnit(other, fresh) && hasUnit(other, old));
      if (!isBeside) titles.set(fresh, old);
    }
  }
  return titles;
}

function hasUnit(root: Unit, path: string): boolean {
  const keys = path.split('\n').slice(1);
  let unit: Unit | undefined = root;
  for (const key of keys) unit = unit?.children?.find((child) => child.key === key);
  return unit !== undefined;
}

function pairInside(base: Unit, side: Unit, path: string, titles: Map<string, string>): void {
  const [children, others] = [base.children, side.children];
  if (base === side || base.print === side.print) return;
  if (!children || !others) {
    if (base.expression && side.expression) pairItems(base.expression(), side.expression(), path, titles);
    return;
  }
  const baseKeys = numberKeys(children.map(({ key }) => key));
  const byKey = new Map(children.map((child, at) => [baseKeys[at]!, child]));
  const sideKeys = pairKeys(children, baseKeys, others, base.ordered ?? false, true);
  const pairs = others.map((_, at) => byKey.get(sideKeys[at]!));
  pairRenamed(
    children.filter((_, at) => !sideKeys.includes(baseKeys[at]!)),
    others,
    pairs,
  );
  for (const [at, other] of others.entries()) {
    const child = pairs[at];
    if (!child?.named || !other.named || child.kind === 'lines') continue;
    const own = `${path}\n${child.key}`;
    if (child.key !== other.key && child.kind !== 'element') titles.set(`${path}\n${other.key}`, own);
    pairInside(child, other, own, titles);
  }
}

/** Pairs what is left of the base with units of another name that hold mostly the same. */
function pairRenamed(left: readonly Unit[], others: readonly Unit[], pairs: (Unit | undefined)[]): void {
  for (const child of left) {
    if (!child.named || child.kind === 'element' || child.kind === 'import') continue;
    let [best, place] = [0.6, -1];
    for (const [at, other] of others.entries()) {
      if (pairs[at] || !other.named || other.kind !== child.kind) continue;
      const likeness = shareOfTokens(child.print, other.print);
      if (likeness > best) [best, place] = [likeness, at];
    }
    if (place >= 0) pairs[place] = child;
  }
}

/** Pairs the named elements of lists in an expression: by name, then what holds mostly the same. */
function pairItems(base: Expression, side: Expression, path: string, titles: Map<string, string>): void {
  if (base.print === side.print) return;
  const [items, others] = [listNamed(base), listNamed(side)];
  const known = new Set(items.map(({ key }) => key));
  const left = new Set(items.filter(({ key }) => !others.some((other) => other.key === key)));
  for (const other of others) {
    const own = known.has(other.key)
      ? items.find(({ key }) => key === other.key)
      : [...left].find(({ expression }) => shareOfTokens(expression.print, other.expression.print) > 0.6);
    if (!own) continue;
    left.delete(own);
    if (own.key !== other.key) titles.set(`${path}\n${other.key}`, `${path}\n${own.key}`);
    pairItems(own.expression, other.expression, `${path}\n${own.key}`, titles);
  }
}

/** The outermost named elements below an expression. */
function listNamed({ parts, items = [] }: Expression): ListItem[] {
  return parts.flatMap((part) => {
    const item = items.find(({ expression }) => expression === part);
    return item?.named ? [item] : listNamed(part);
  });
}
