import { mkdir } from 'node:fs/promises';
import { commitOperations } from '../../commit/commit-operations.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';

/** A file of the project that `init` writes; `path` is POSIX, relative to the project. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** It replaces a file that was read before. */
  readonly existed: boolean;
}

/**
 * Makes the project's folder and writes all files in one step, or none.
 * @throws DazzleError DZL514 where the folder cannot be made, and as `commitOperations` does.
 */
export async function writeFiles(projectDir: string, files: readonly NewFile[]): Promise<void> {
  try {
    await mkdir(projectDir, { recursive: true });
  } catch (error) {
    const { code = 'an unknown reason' } = error as NodeJS.ErrnoException;
    throw new DazzleError({
      code: 'DZL514',
      severity: 'error',
      message: `the folder ${projectDir} cannot be made (${code})`,
      fix: 'choose another folder, or make the one above it writable',
    });
  }
  await commitOperations(
    projectDir,
    files.map(({ path, text, existed }) => ({
      kind: 'write',
      path,
      contents: Buffer.from(text),
      mode: 0o644,
      expect: existed ? 'any' : null,
    })),
  );
}
