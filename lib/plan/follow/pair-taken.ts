import { splitNumbers } from '../../words/split-words.ts';
import type { SpecNames } from './spec-names.ts';
import { makeRespell } from './spell-renames.ts';
import type { Respell } from './spell-renames.ts';

/** What the spec names, with how its new name is spelled. */
interface Namesake {
  readonly words: number;
  readonly isRenamed: boolean;
  readonly respell: Respell;
}

/**
 * Pairs definitions whose names other definitions have now, as where two entities are swapped: the entity or surface that
 * each is named for tells which is which.
 *
 * @param before what was defined
 * @param after what is defined now
 */
export function pairTaken(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  spec: Pick<SpecNames, 'entities' | 'surfaces'>,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const surfaces = [...spec.surfaces].map(([from, { to }]) => ({ from, to }));
  if (![[...spec.entities.values()], surfaces].some(haveChain)) return pairs;
  const namesakes = [...spec.entities.values(), ...surfaces].map((name): Namesake => ({
    words: splitNumbers(name.from).length,
    isRenamed: name.from !== name.to,
    respell: makeRespell(name),
  }));
  namesakes.sort((one, other) => other.words - one.words);
  for (const name of before) {
    const namesake = namesakes.find(({ respell }) => respell(name).length > 0);
    const fresh = namesake?.isRenamed && namesake.respell(name).find((each) => after.has(each));
    if (fresh) pairs.set(name, fresh);
  }
  for (;;) {
    const taken = new Set(pairs.values());
    const wrong = [...pairs].filter(
      ([from, to]) => (before.has(to) && !pairs.has(to)) || (after.has(from) && !taken.has(from)),
    );
    if (wrong.length === 0) return pairs;
    for (const [from] of wrong) pairs.delete(from);
  }
}

/** Claims that something is renamed to what something else was called. */
function haveChain(names: readonly { readonly from: string; readonly to: string }[]): boolean {
  const renamed = names.filter(({ from, to }) => from !== to);
  return renamed.some(({ to }) => renamed.some(({ from }) => from === to));
}
