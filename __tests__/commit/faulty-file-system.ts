import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';

/** Thrown by each call of a process that has been killed. */
export class Killed extends Error {}

/** What happens at a call: an error code, the end of the process, or the end in the midst of a write. */
export type Fault = 'ENOSPC' | 'EACCES' | 'EIO' | 'EMFILE' | 'kill' | 'tear';

/** The real disk, with one fault at the call of the given number (from 0); counts the calls. */
export function makeFaulty(
  fault: Fault | null,
  at: number,
  lasting = false,
): { fs: FileSystem; calls: () => number } {
  let calls = 0;
  let dead = false;
  const wrapped: Record<string, unknown> = {};
  for (const [name, call] of Object.entries(realFileSystem)) {
    wrapped[name] = async (...values: unknown[]) => {
      const index = calls++;
      if (dead) throw new Killed();
      if (fault !== null && (index === at || (lasting && index > at))) {
        if (fault === 'kill' || fault === 'tear') {
          dead = true;
          if (fault === 'tear' && name === 'write') {
            const [path, contents, options] = values as Parameters<FileSystem['write']>;
            await realFileSystem.write(path, contents.subarray(0, contents.length >> 1), options);
          }
          throw new Killed();
        }
        throw Object.assign(new Error(`${fault}: ${name}`), { code: fault, path: String(values[0]) });
      }
      return (call as (...args: unknown[]) => unknown)(...values);
    };
  }
  return { fs: wrapped as unknown as FileSystem, calls: () => calls };
}

/** The real disk for a process that is killed at the first call for which `stops` holds. */
export function makeStopping(stops: (name: string, values: readonly unknown[]) => boolean): FileSystem {
  let dead = false;
  const wrapped = Object.entries(realFileSystem).map(([name, call]) => [
    name,
    async (...values: unknown[]) => {
      dead ||= stops(name, values);
      if (dead) throw new Killed();
      return (call as (...args: unknown[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(wrapped) as FileSystem;
}
