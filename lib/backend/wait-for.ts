import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';

/** How to give up each wait for foreign code, the innermost last. */
const waits = new Set<() => void>();

/** Node tells that it has nothing left to do, again each time; what is given up may go on from there. */
function giveUpInnermost(): void {
  const giveUp = [...waits].at(-1);
  if (giveUp !== undefined) setImmediate(giveUp);
}

/**
 * Starts foreign code and waits for what it promises. `who` is that code, as a message begins.
 * @throws DazzleError DZL335 where Node has nothing left to do that could settle the promise: it would end without a word.
 */
export async function waitFor<T>(who: string, start: () => T | PromiseLike<T>): Promise<T> {
  let giveUp!: () => void;
  const stuck = new Promise<never>((_, reject) => {
    giveUp = () => reject(neverSettled(who));
  });
  if (waits.size === 0) process.on('beforeExit', giveUpInnermost);
  waits.add(giveUp);
  try {
    return await Promise.race([start(), stuck]);
  } finally {
    waits.delete(giveUp);
    if (waits.size === 0) process.off('beforeExit', giveUpInnermost);
  }
}

function neverSettled(who: string): DazzleError {
  return new DazzleError(
    diagnose('DZL335', {
      message: `${who} waits for a promise that nothing is left to settle`,
      fix: 'this is a mistake in its code, not in your spec: settle the promise in each branch',
    }),
  );
}
