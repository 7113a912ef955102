import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { matchLines } from './lines/match-lines.ts';
import { linesOf } from './lines/text-style.ts';
import type { MergeOutcome } from './merge/index.ts';
import { sayPlaces } from './say-places.ts';

/** Where an old word is left. */
interface LeftWord {
  readonly became: Set<string>;
  readonly places: Map<string, readonly [path: string, line: number]>;
}

/** Gathers, in one plan, where lines that only the user wrote still say an old name. */
export class LeftNames {
  private readonly words = new Map<string, LeftWord>();
  private readonly unread = new Set<string>();

  /**
   * Notes what a merge left in one file.
   *
   * @param text what the file will hold
   * @param next what dazzle would write: lines of it are not the user's
   */
  note(
    path: string,
    { left = [], isUnread }: Pick<MergeOutcome, 'left' | 'isUnread'>,
    text: string,
    next: string,
  ): void {
    if (isUnread) this.unread.add(path);
    if (left.length === 0) return;
    const lines = linesOf(text);
    const own = new Set(lines.keys());
    for (const [, at, length] of matchLines(linesOf(next), lines)) {
      for (let row = at; row < at + length; row++) own.delete(row);
    }
    for (const { word, became, line } of left) {
      let found = this.words.get(word);
      if (found === undefined) this.words.set(word, (found = { became: new Set(), places: new Map() }));
      for (const row of own) {
        const place = `${path}:${row + 1}`;
        if (lines[row] !== line || found.places.has(place)) continue;
        found.became.add(became);
        found.places.set(place, [path, row + 1]);
        break;
      }
    }
  }

  /** One warning for each old word (DZL414), and one for all files that do not parse (DZL415). */
  report(): Diagnostic[] {
    const words = [...this.words].filter(([, { places }]) => places.size > 0);
    words.sort(([one], [other]) => (one < other ? -1 : 1));
    const diagnostics = words.map(([word, left]) => warnOfWord(word, left));
    if (this.unread.size > 0) diagnostics.push(warnOfUnread([...this.unread].sort()));
    return diagnostics;
  }
}

function warnOfWord(word: string, { became, places }: LeftWord): Diagnostic {
  const sorted = [...places.values()].sort(([path, line], [other, otherLine]) =>
    path === other ? line - otherLine : path < other ? -1 : 1,
  );
  return diagnose('DZL414', {
    ...sayPlaces(
      sorted.map(([path, line]) => `${path}:${line}`),
      (list) => `lines that only you wrote still say "${word}" (${[...became].join(', ')}): ${list}`,
    ),
    fix: 'look whether they mean what was renamed, and rename it there; what is yours stays as it is',
  });
}

function warnOfUnread(paths: readonly string[]): Diagnostic {
  const [is, it] = paths.length === 1 ? ['does', 'it'] : ['do', 'them'];
  return diagnose('DZL415', {
    ...sayPlaces(
      paths,
      (list) => `${list} ${is} not parse: old names in lines that only you wrote were left`,
    ),
    fix: `mend what you wrote in ${it}, and rename there by hand`,
  });
}
