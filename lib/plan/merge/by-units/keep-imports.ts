import { fullText, isSameUnit } from '../outlines/unit.ts';
import type { Unit } from '../outlines/unit.ts';
import type { MergeRegion } from '../regions.ts';

/**
 * The user's outline, with `kept` on each import that only the user's side of a conflict still needs: the text to keep in
 * its place as long as that side may stay. The outline itself where there is no such import.
 *
 * An import that the user changed is merged like any other line.
 */
export function keepImports(regions: readonly MergeRegion[], base: Unit, mine: Unit, next: Unit): Unit {
  const own = regions.map((region) => (region.kind === 'conflict' ? region.mine : '')).join('\n');
  const words = new Set(own.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  if (words.size === 0 || !mine.children) return mine;
  const defined = new Set(next.children?.flatMap(({ defines }) => defines));
  const [before, now] = [importsOf(base), importsOf(next)];
  const children = mine.children.map((unit): Unit => {
    const old = before.get(unit.key);
    if (unit.kind !== 'import' || !old || !isSameUnit(old, unit)) return unit;
    const needed = unit.defines.filter((name) => words.has(name) && !defined.has(name));
    if (needed.length === 0) return unit;
    const there = now.get(unit.key);
    const kept = there === undefined ? fullText(unit) : addNames(there, unit, needed);
    return kept === undefined ? unit : { ...unit, kept };
  });
  return children.some(({ kept }) => kept !== undefined) ? { ...mine, children } : mine;
}

/** The imports of a file by key; those of which there are two alike are left out. */
function importsOf({ children = [] }: Unit): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>();
  const twice = new Set<string>();
  for (const unit of children) {
    if (unit.kind !== 'import') continue;
    if (found.has(unit.key)) twice.add(unit.key);
    found.set(unit.key, unit);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** An import with more names at the end of its list; undefined where they cannot be told by their spelling alone. */
export function addNames(unit: Unit, source: Unit, names: readonly string[]): string | undefined {
  if (/\bas\b/.test(source.text)) return undefined;
  const { lead, text } = unit;
  const lines = /^([ \t]+)[^\n]*?(,?)\n[ \t]*[)}][^\n]*\n$/m.exec(text);
  if (lines) {
    const at = lines.index + lines[0].indexOf('\n');
    const start = lines[2] === '' ? ',' : '';
    const more = names.map((name) => `\n${lines[1]}${name}`).join(',');
    return `${lead}${text.slice(0, at)}${start}${more}${lines[2]}${text.slice(at)}`;
  }
  const line = /^(?:import \{ ?|from \S+ import \(?)[\w$, ]*[\w$](?=,? ?[})]|\n$)/.exec(text);
  if (!line) return undefined;
  return `${lead}${line[0]}, ${names.join(', ')}${text.slice(line[0].length)}`;
}
