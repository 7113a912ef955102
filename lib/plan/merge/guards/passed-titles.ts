import { tokenSeparator } from '../../code/expression.ts';
import type { Unit } from '../outlines/unit.ts';
import type { Titles } from './pair-titles.ts';

/**
 * Finds registrations (routes, tests) that a side has under another title, where something else has taken theirs: by the
 * path in the side, the path in the base. What took a title is new, and gets a path of its own.
 *
 * A registration is known again by its words: it has no word that it did not have before, and has every word that what took
 * its title lacks.
 */
export function findPassedTitles(base: Unit, side: Unit): Titles {
  const titles = new Map<string, string>();
  findInside(base, side, '', titles);
  return titles;
}

function findInside(base: Unit, side: Unit, path: string, titles: Map<string, string>): void {
  const [units, others] = [base.children ?? [], side.children ?? []];
  const [before, after] = [unitsByKey(units), unitsByKey(others)];
  const isChanged = ({ key }: Unit): boolean => before.get(key)?.print !== after.get(key)?.print;
  const passed = new Map<Unit, Unit>();
  const fresh = others.filter((other) => other.registers && isChanged(other));
  for (const unit of units) {
    const taker = after.get(unit.key);
    if (!taker || taker === unit || !isChanged(unit)) continue;
    const found = unit.registers ? fresh.filter((other) => goesOn(unit, other, taker)) : [];
    if (found.length !== 1 || passed.has(found[0]!)) findInside(unit, taker, `${path}\n${unit.key}`, titles);
    else passed.set(found[0]!, unit);
  }
  for (const [other, { key }] of passed) {
    titles.set(`${path}\n${other.key}`, `${path}\n${key}`);
    if (!passed.has(after.get(key)!)) titles.set(`${path}\n${key}`, `${path}\n+${key}`);
  }
}

/** Claims that a unit is now `other`, and not what has its title. */
function goesOn(unit: Unit, other: Unit, taker: Unit): boolean {
  if (other === taker || other.likeness !== unit.likeness) return false;
  const [was, is, taken] = [unit, other, taker].map(wordsInside) as [Words, Words, Words];
  const own = [...was].filter((word) => !taken.has(word));
  return own.length > 0 && own.every((word) => is.has(word)) && [...is].every((word) => was.has(word));
}

type Words = ReadonlySet<string>;

/** The words of what a registration does, without its title. */
function wordsInside({ children = [] }: Unit): Words {
  return new Set(
    children.filter(({ key }) => key !== '<head>').flatMap(({ print }) => print.split(tokenSeparator)),
  );
}

function unitsByKey(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.key, unit]));
}
