import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commitOperations } from '../../../commit/commit-operations.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';

/** A file of the project that `init` writes; `path` is POSIX, relative to the project. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** It replaces a file that was read before. */
  readonly existed: boolean;
}

/** What `writeFiles` has done. */
export interface WrittenFiles {
  /** Leaves the folder as it was before; false, and nothing done, where an unfinished commit is in it. */
  takeBack(): Promise<boolean>;
}

/**
 * Makes the project's folder and writes all files in one step, or none.
 * @throws DazzleError DZL514 where the folder cannot be made, and as `commitOperations` does.
 */
export async function writeFiles(projectDir: string, files: readonly NewFile[]): Promise<WrittenFiles> {
  const before = await lookAround(projectDir, files);
  try {
    await mkdir(projectDir, { recursive: true });
  } catch (error) {
    const { code = 'an unknown reason' } = error as NodeJS.ErrnoException;
    throw new DazzleError(
      diagnose('DZL514', {
        message: `the folder ${projectDir} cannot be made (${code})`,
        fix: 'choose another folder, or make the one above it writable',
      }),
    );
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
  return { takeBack: () => takeBack(projectDir, files, before) };
}

interface Before {
  readonly hadDazzle: boolean;
  readonly texts: ReadonlyMap<string, Buffer>;
  /** Folders that had to be made, the innermost first. */
  readonly newFolders: readonly string[];
}

async function lookAround(projectDir: string, files: readonly NewFile[]): Promise<Before> {
  const texts = new Map<string, Buffer>();
  const newFolders = new Set<string>();
  for (const { path, existed } of files) {
    const file = join(projectDir, path);
    if (existed) texts.set(path, await readFile(file));
    for (let folder = dirname(file); !existsSync(folder); folder = dirname(folder)) newFolders.add(folder);
  }
  return {
    hadDazzle: existsSync(join(projectDir, '.dazzle')),
    texts,
    newFolders: [...newFolders].sort((a, b) => b.length - a.length),
  };
}

async function takeBack(projectDir: string, files: readonly NewFile[], before: Before): Promise<boolean> {
  const dazzle = join(projectDir, '.dazzle');
  if (existsSync(join(dazzle, 'journal')) || existsSync(join(dazzle, 'journal.back'))) return false;
  for (const { path } of files) {
    const old = before.texts.get(path);
    if (old === undefined) await unlink(join(projectDir, path)).catch(() => undefined);
    else await writeFile(join(projectDir, path), old);
  }
  if (!before.hadDazzle) await rm(dazzle, { recursive: true, force: true });
  // A folder in which something else has appeared stays.
  for (const folder of before.newFolders) await rmdir(folder).catch(() => undefined);
  return true;
}
