import { numberKeys, pairKeys } from './align-units.ts';
import type { Unit } from './unit.ts';

/** The path that a unit has in the base, by its path under another title. */
export type Titles = ReadonlyMap<string, string>;

/** Finds units that a side gave another title: the paths of their new keys, each with the old one. */
export function pairTitles(base: Unit, sides: readonly Unit[]): Titles {
  const titles = new Map<string, string>();
  for (const side of sides) pairInside(base, side, '', titles);
  return titles;
}

function pairInside(base: Unit, side: Unit, path: string, titles: Map<string, string>): void {
  const [children, others] = [base.children, side.children];
  if (!children || !others || base === side || base.print === side.print) return;
  const baseKeys = numberKeys(children.map(({ key }) => key));
  const byKey = new Map(children.map((child, at) => [baseKeys[at]!, child]));
  const sideKeys = pairKeys(children, baseKeys, others, base.ordered ?? false);
  for (const [at, other] of others.entries()) {
    const child = byKey.get(sideKeys[at]!);
    if (!child?.named || !other.named || !child.children) continue;
    const own = `${path}\n${child.key}`;
    if (child.key !== other.key && child.registers) titles.set(`${path}\n${other.key}`, own);
    pairInside(child, other, own, titles);
  }
}
