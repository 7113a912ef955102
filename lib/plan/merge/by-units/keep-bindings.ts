import type { LineTexts } from '../../lines/line-texts.ts';
import { fullText } from '../outlines/unit.ts';
import type { Outline, Unit } from '../outlines/unit.ts';
import { addNames } from './keep-imports.ts';

/**
 * Changes the base so that merging keeps the imports of names that one side's lines use and the other side dropped: such an
 * import stands in the base as the side has it that dropped it, and counts as an addition of the side that needs it.
 *
 * Gives undefined where none of the names comes from an import that can be kept.
 */
export function keepBindings(
  texts: LineTexts,
  outlines: { readonly base: Outline; readonly mine: Outline; readonly next: Outline },
  names: readonly string[],
): LineTexts | undefined {
  let { base, mine } = texts;
  let isChanged = false;
  for (const old of importsOf(outlines.base.root)) {
    const [own, their] = [outlines.mine.root, outlines.next.root].map((root) => findTwin(root, old));
    const needed = names.filter((name) => old.defines.includes(name));
    const isKept = needed.length > 0 && own?.print === old.print;
    const isDropped = needed.some((name) => !their?.defines.includes(name));
    if (isKept && isDropped) {
      if (their === undefined) base = replaceOnce(base, old, '');
      else {
        const missing = needed.filter((name) => !their.defines.includes(name));
        const kept = addNames({ ...their, lead: own!.lead }, own!, missing);
        if (kept === undefined) continue;
        base = replaceOnce(base, old, old.lead + their.text);
        mine = replaceOnce(mine, own!, kept);
      }
      isChanged = true;
    } else if (needed.length > 0 && their?.print === old.print && own?.print !== old.print) {
      base = replaceOnce(base, old, fullText(own));
      isChanged = true;
    }
  }
  return isChanged ? { ...texts, base, mine } : undefined;
}

function importsOf({ children = [] }: Unit): Unit[] {
  return children.filter(({ kind }) => kind === 'import');
}

function findTwin(root: Unit, { key }: Unit): Unit | undefined {
  return importsOf(root).find((unit) => unit.key === key);
}

/** Puts another text where a unit stands; a comment or blank line above the unit stays where nothing takes its place. */
function replaceOnce(text: string, unit: Unit, fresh: string): string {
  const old = fullText(unit);
  const at = text.indexOf(old);
  if (at < 0) return text;
  return text.slice(0, at) + (fresh === '' ? unit.lead : fresh) + text.slice(at + old.length);
}
