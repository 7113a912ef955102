import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process of its own that loads the sources, replaces files, and kills itself at a call to the disk. */
const script = (esbuild: string, lib: string): string => `
import { register } from 'node:module';
import { readFileSync } from 'node:fs';
import { transformSync } from ${JSON.stringify(esbuild)};

export const load = async (url, context, next) =>
  url.endsWith('.ts')
    ? {
        format: 'module',
        shortCircuit: true,
        source: transformSync(readFileSync(new URL(url), 'utf8'), { loader: 'ts' }).code,
      }
    : next(url, context);

const [, , folder, at, ...paths] = process.argv;
if (folder !== undefined) {
  register(import.meta.url);
  const { commitOperations } = await import(${JSON.stringify(lib)} + 'commit/commit-operations.ts');
  const { realFileSystem } = await import(${JSON.stringify(lib)} + 'commit/file-system.ts');
  let calls = 0;
  const fs = Object.fromEntries(
    Object.entries(realFileSystem).map(([name, call]) => [
      name,
      (...values) => {
        if (calls++ === Number(at)) process.kill(process.pid, 'SIGKILL');
        return call(...values);
      },
    ]),
  );
  const contents = Buffer.from('new\\n');
  const operations = paths.map((path) => ({ kind: 'write', path, contents, mode: 0o644, expect: 'any' }));
  await commitOperations(folder, operations, [], { fs, kind: 'build' });
}
`;

/**
 * Writes "new" into the files of a project in a process of its own, which kills itself (SIGKILL) at the call of the
 * given number.
 *
 * @returns false where it came to its end before that call
 */
export async function commitKilled(folder: string, paths: readonly string[], at: number): Promise<boolean> {
  const file = join(folder, 'commit.mjs');
  const lib = new URL('../../lib/', import.meta.url).href;
  writeFileSync(file, script(import.meta.resolve('esbuild'), lib));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', file, folder, String(at), ...paths],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(`the process ended with ${status}`);
  return signal === 'SIGKILL';
}
