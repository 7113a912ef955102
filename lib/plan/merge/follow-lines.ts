import { matchLines } from './match-lines.ts';
import type { Respell } from './spell-renames.ts';

/** A name as code and prose spell it, dashes included. */
export const namePattern = /[A-Za-z_$][\w$]*(?:-[A-Za-z_$][\w$]*)*/g;

/**
 * Tells what became of each line of the base in the next version where the two differ in renamed names and phrases
 * only; null where a line is gone, or where that is not plain.
 *
 * @param phrases old and new spelling of words in running text
 */
export function followLines(
  base: readonly string[],
  next: readonly string[],
  respells: readonly Respell[],
  phrases: readonly (readonly [old: string, fresh: string])[],
): (string | null)[] {
  const oldNames = listOldNames(base, respells);
  const contested = findContested(base, oldNames);
  const inBase = new Set(base);
  const hide = (line: string): string => line.replace(namePattern, (name) => contested.get(name) ?? name);
  const keys = next.map((line) => {
    const hidden = hide(line);
    if (hidden !== line || inBase.has(line)) return hidden;
    const plain = phrases.reduce((text, [old, fresh]) => text.replaceAll(fresh, old), line);
    return plain.replace(namePattern, (name) => oldNames.get(name) ?? name);
  });
  const baseKeys = base.map(hide);
  const became: (string | null)[] = base.map(() => null);
  const left = new Set(next.keys());
  for (const [inOld, inNew, length] of matchLines(baseKeys, keys)) {
    for (let at = 0; at < length; at++) {
      became[inOld + at] = next[inNew + at]!;
      left.delete(inNew + at);
    }
  }
  const moved = new Map<string, string | null>();
  for (const at of left) {
    const known = moved.get(keys[at]!);
    moved.set(keys[at]!, known === undefined || known === next[at] ? next[at]! : null);
  }
  return became.map((line, at) => line ?? moved.get(baseKeys[at]!) ?? null);
}

/**
 * Names of the base that are also a new name of another, as where two are swapped: with what stands for all of their
 * chain, since only their place tells which is which.
 */
function findContested(base: readonly string[], oldNames: ReadonlyMap<string, string>): Map<string, string> {
  const inBase = new Set(base.flatMap((line) => line.match(namePattern) ?? []));
  const contested = new Map<string, string>();
  for (const [fresh, old] of oldNames) {
    if (!inBase.has(fresh)) continue;
    const chain = [fresh];
    for (let name: string | undefined = old; name !== undefined && !chain.includes(name);) {
      chain.push(name);
      name = oldNames.get(name);
    }
    const sign = `<${[...new Set(chain.map((name) => contested.get(name) ?? name))].sort()[0]}>`;
    for (const name of chain) contested.set(name, sign);
  }
  return contested;
}

/** The old name of each name that a rename may have made of one in the base. */
function listOldNames(base: readonly string[], respells: readonly Respell[]): Map<string, string> {
  const names = new Set(base.flatMap((line) => line.match(namePattern) ?? []));
  const oldNames = new Map<string, string>();
  for (const name of names) {
    for (const fresh of respells.flatMap((respell) => respell(name))) {
      if (!oldNames.has(fresh)) oldNames.set(fresh, name);
    }
  }
  return oldNames;
}

/**
 * Puts the names of one line in the places of another's, in a third that has the names of the first; null where
 * they are not the same.
 */
export function exchangeNames(line: string, from: string, to: string): string | null {
  const [mine, old, fresh] = [line, from, to].map((text) => text.match(namePattern) ?? []);
  if (mine!.length !== old!.length || old!.length !== fresh!.length) return null;
  if (mine!.some((name, at) => name !== old![at])) return null;
  let at = 0;
  return line.replace(namePattern, () => fresh![at++]!);
}
