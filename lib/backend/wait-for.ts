import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';

/** A function for each running `waitFor` that makes it reject, the innermost one last. */
const waits = new Set<() => void>();

/** Rejects the innermost wait. Node emits `beforeExit` each time it has nothing left to do, so the outer waits get their turn. */
function giveUpInnermost(): void {
  const giveUp = [...waits].at(-1);
  if (giveUp !== undefined) setImmediate(giveUp);
}

/**
 * Starts code of a backend or plug-in and waits for its promise. `who` names that code at the start of a message.
 * @throws DazzleError DZL335 where nothing is left that could settle the promise; without this, Node would exit silently.
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
