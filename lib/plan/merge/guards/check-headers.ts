import { plainLine } from '../../lines/match-lines.ts';
import { indentOf } from '../by-lines/wrappers.ts';

/** The lines of a text with the block headers that each stands under. */
interface Rooted {
  /** By line, each of its chains of headers, the outermost first. */
  readonly chains: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The headers that there are once. */
  readonly once: ReadonlySet<string>;
}

/**
 * Guards what each line belongs to, where indentation tells: it stands under the headers under which a side has it, apart
 * from those that the other side added or removed. So an attribute of a class does not end up in an `if` beside it.
 *
 * Looks at lines outside of brackets, and at headers that there are once in a text. Returns a line that would stand under
 * others, or undefined.
 */
export function findUprooted(mine: string, next: string, result: string): string | undefined {
  const sides = [readHeaders(mine), readHeaders(next)];
  const merged = readHeaders(result);
  for (const [line, found] of merged.chains) {
    const known = sides.filter(({ chains }) => chains.has(line));
    if (known.length === 0) continue;
    const isRooted = (chain: readonly string[]): boolean =>
      known.some((side) =>
        side.chains.get(line)!.some((own) => {
          const both = (header: string): boolean => side.once.has(header) && merged.once.has(header);
          return own.filter(both).join('\n') === chain.filter(both).join('\n');
        }),
      );
    if (!found.every(isRooted)) return line;
  }
  return undefined;
}

function readHeaders(text: string): Rooted {
  const chains = new Map<string, Map<string, readonly string[]>>();
  const counts = new Map<string, number>();
  let open: { readonly header: string; readonly depth: number }[] = [];
  let brackets = 0;
  for (const line of text.split('\n')) {
    const words = plainLine(line);
    if (words === '' || words.startsWith('#')) continue;
    const isInside = brackets > 0;
    brackets = Math.max(0, brackets + countBrackets(words));
    if (isInside) continue;
    const depth = indentOf(line).length;
    open = open.filter((above) => above.depth < depth);
    const chain = open.map(({ header }) => header);
    const known = chains.get(words);
    if (known === undefined) chains.set(words, new Map([[chain.join('\n'), chain]]));
    else known.set(chain.join('\n'), chain);
    if (!/:(?:\s*#.*)?$/.test(words)) continue;
    counts.set(words, (counts.get(words) ?? 0) + 1);
    open.push({ header: words, depth });
  }
  return {
    chains: new Map([...chains].map(([line, found]) => [line, [...found.values()]])),
    once: new Set([...counts].filter(([, count]) => count === 1).map(([header]) => header)),
  };
}

/** How many brackets a line leaves open; strings and comments apart. */
function countBrackets(words: string): number {
  const marks = words.replace(/(["'])(?:\\.|(?!\1).)*\1|#.*$/g, '').match(/[[({})\]]/g) ?? [];
  return marks.reduce((count, mark) => count + (/[[({]/.test(mark) ? 1 : -1), 0);
}
