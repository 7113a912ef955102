import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import type { CommandContext } from '../../command.ts';

/** A spec that is named on the command line and belongs to no project; `path` as a person reads it. */
interface LooseSpec {
  readonly path: string;
  /** Absolute, behind symlinks. */
  readonly file: string;
  readonly text: string;
}

/** Claims that a path of the command line names a `.dsl` file, wherever it lies. */
export function isSpecFile(context: CommandContext, path: string): boolean {
  const file = resolve(context.cwd, path);
  return file.endsWith('.dsl') && existsSync(file) && statSync(file).isFile();
}

/**
 * Reads specs that belong to no project; a BOM is left out.
 * @throws DazzleError DZL222 where one is not UTF-8.
 */
export async function readLooseSpecs(
  context: CommandContext,
  paths: readonly string[],
): Promise<LooseSpec[]> {
  return Promise.all(
    paths.map(async (path) => {
      const file = realpathSync(resolve(context.cwd, path));
      const shown = relative(context.terminal.streams.cwd, resolve(context.cwd, path));
      try {
        return {
          path: shown,
          file,
          text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)),
        };
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new DazzleError(
          diagnose('DZL222', {
            message: `${shown} is not UTF-8`,
            fix: 'save it as UTF-8',
          }),
        );
      }
    }),
  );
}

/** Replaces a file in one step; its mode stays. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode: (await stat(file)).mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new DazzleError(
      diagnose('DZL520', {
        message: `${file} cannot be written: ${(error as Error).message}`,
        fix: 'make the file and its folder writable',
      }),
    );
  }
}
