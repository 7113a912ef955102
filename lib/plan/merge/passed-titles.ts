import type { Titles } from './pair-titles.ts';
import { tokenSeparator } from './unit.ts';
import type { Unit } from './unit.ts';

/**
 * Finds registrations (routes, tests) that a side has under another title, where something else has taken theirs: by the
 * path in the side, the path in the base. What took a title is new, and gets a path of its own.
 *
 * They are told by what they do, which is the very same and is there once: none is found where the side changed it.
 */
export function findPassedTitles(base: Unit, side: Unit): Titles {
  const titles = new Map<string, string>();
  findInside(base, side, '', titles);
  return titles;
}

function findInside(base: Unit, side: Unit, path: string, titles: Map<string, string>): void {
  const byKey = new Map(side.children?.map((child) => [child.key, child]));
  const changed = base.children?.filter((child) => {
    const other = byKey.get(child.key);
    return other?.children && child.children && other !== child && other.print !== child.print;
  });
  if (!changed || changed.length === 0) return;
  const [here, there] = [unitsByBody(base), unitsByBody(side)];
  const known = new Set([...here].flatMap(([body, unit]) => (unit && there.get(body)?.key) ?? []));
  for (const child of changed) {
    const body = bodyOf(child);
    const other = here.get(body) && there.get(body);
    if (!other || other.key === child.key) {
      findInside(child, byKey.get(child.key)!, `${path}\n${child.key}`, titles);
      continue;
    }
    titles.set(`${path}\n${other.key}`, `${path}\n${child.key}`);
    if (!known.has(child.key)) titles.set(`${path}\n${child.key}`, `${path}\n+${child.key}`);
  }
}

/** The registrations in a unit by what they do; null for what two of them do. */
function unitsByBody({ children = [] }: Unit): ReadonlyMap<string, Unit | null> {
  const units = new Map<string, Unit | null>();
  for (const unit of children) {
    if (!unit.registers || !unit.children) continue;
    const body = bodyOf(unit);
    units.set(body, units.has(body) ? null : unit);
  }
  return units;
}

/** What a registration does, and as what it is registered, whatever its title. */
function bodyOf({ likeness = '', children = [] }: Unit): string {
  const inside = children.filter(({ key }) => key !== '<head>').map(({ print }) => print);
  return [likeness, ...inside].join(tokenSeparator);
}
