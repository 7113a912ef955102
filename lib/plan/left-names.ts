import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { matchLines } from './merge/match-lines.ts';
import type { MergeOutcome } from './merge/regions.ts';
import type { SpecNames } from './merge/names-to-follow.ts';

/** How many places a warning names. */
const placeLimit = 8;

/** Gathers, in one plan, where lines that only the user wrote still say an old name. */
export class LeftNames {
  private readonly places = new Map<string, Map<string, readonly [path: string, line: number]>>();
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
    const lines = splitLines(text);
    const own = new Set(lines.keys());
    for (const [, at, length] of matchLines(splitLines(next), lines)) {
      for (let row = at; row < at + length; row++) own.delete(row);
    }
    for (const { word, line } of left) {
      let found = this.places.get(word);
      if (found === undefined) this.places.set(word, (found = new Map()));
      for (const row of own) {
        const place = `${path}:${row + 1}`;
        if (lines[row] !== line || found.has(place)) continue;
        found.set(place, [path, row + 1]);
        break;
      }
    }
  }

  /** One warning for each old word (DZL414), and one for all files that do not parse (DZL415). */
  report(names: SpecNames): Diagnostic[] {
    const words = [...this.places].filter(([, places]) => places.size > 0);
    words.sort(([one], [other]) => (one < other ? -1 : 1));
    const diagnostics = words.map(([word, places]) => warnOfWord(word, [...places.values()], names));
    if (this.unread.size > 0) diagnostics.push(warnOfUnread([...this.unread].sort()));
    return diagnostics;
  }
}

function warnOfWord(
  word: string,
  places: readonly (readonly [path: string, line: number])[],
  names: SpecNames,
): Diagnostic {
  const sorted = [...places].sort(([path, line], [other, otherLine]) =>
    path === other ? line - otherLine : path < other ? -1 : 1,
  );
  const shown = sorted.slice(0, placeLimit).map(([path, line]) => `${path}:${line}`);
  return {
    code: 'DZL414',
    severity: 'warning',
    message: `lines that only you wrote still say "${word}" (${describe(word, names)}): ${listSome(shown, sorted.length)}`,
    fix: 'look whether they mean what was renamed, and rename it there; what is yours stays as it is',
  };
}

function warnOfUnread(paths: readonly string[]): Diagnostic {
  const [is, it] = paths.length === 1 ? ['does', 'it'] : ['do', 'them'];
  return {
    code: 'DZL415',
    severity: 'warning',
    message: `${listSome(paths.slice(0, placeLimit), paths.length)} ${is} not parse: old names in lines that only you wrote were left`,
    fix: `mend what you wrote in ${it}, and rename there by hand`,
  };
}

/** What became of a word: `Offer.price is now Offer.fee`. */
function describe(word: string, { entities, surfaces }: SpecNames): string {
  const changes: string[] = [];
  for (const { from, to, fields } of entities.values()) {
    if (from === word && from !== to) changes.push(`${from} is now ${to}`);
    const field = fields.get(word);
    if (field && field.to !== word) changes.push(`${from}.${word} is now ${to}.${field.to}`);
  }
  const surface = surfaces.get(word);
  if (surface && surface.to !== word) changes.push(`${word} is now ${surface.to}`);
  return changes.join(', ');
}

function listSome(shown: readonly string[], all: number): string {
  return all > shown.length ? `${shown.join(', ')} and ${all - shown.length} more` : shown.join(', ');
}

function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}
