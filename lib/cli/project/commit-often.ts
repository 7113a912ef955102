import { ReplanNeeded } from '../../commit/prepare.ts';

const attempts = 5;

/** Plans, settles and commits; again, up to five times, where files changed while it did so. */
export async function commitOften<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ReplanNeeded) || count === attempts) throw error;
    }
  }
}
