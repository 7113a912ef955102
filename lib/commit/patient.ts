import { setTimeout as sleep } from 'node:timers/promises';
import type { FileSystem } from './file-calls.ts';

/** Error codes of Windows while another program (an editor, a virus scanner) has a file open. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** For how long a refused call is tried again, and the wait between two tries, in milliseconds. */
const patience = { total: 1000, step: 50 };

/** Wraps a disk so that calls refused because another program has the file open are tried again for a second. */
export function makePatient(
  fs: FileSystem,
  wait: (milliseconds: number) => Promise<unknown> = sleep,
): FileSystem {
  const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let waited = 0; ; waited += patience.step) {
      try {
        return await call();
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (!passing.has(code ?? '') || waited >= patience.total) throw error;
        await wait(patience.step);
      }
    }
  };
  return {
    ...fs,
    rename: (from, to) => patiently(() => fs.rename(from, to)),
    link: (from, to) => patiently(() => fs.link(from, to)),
    remove: (path) => patiently(() => fs.remove(path)),
    create: (path, contents, options) => patiently(() => fs.create(path, contents, options)),
  };
}
