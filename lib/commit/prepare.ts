import { dirname, join, sep } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { FileOperation } from '../plan/types.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import { sha256 } from './journal.ts';
import { runPool } from './run-pool.ts';

/** Thrown where files changed between plan and commit. Nothing was written; the caller plans again. */
export class ReplanNeeded extends Error {
  /** POSIX, relative to the project. */
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`changed since they were planned: ${paths.join(', ')}`);
    this.name = 'ReplanNeeded';
    this.paths = paths;
  }
}

/** An operation that changes something, with what is at its path now. */
export interface ReadyOperation {
  readonly operation: FileOperation;
  readonly book: boolean;
  readonly stat: FileStat | null;
  /** sha256 of the file that is there; null: no file. */
  readonly before: string | null;
}

/**
 * Looks once more at every path that will be replaced.
 *
 * Throws ReplanNeeded where a file is not as it was planned, DazzleError (DZL401, DZL403) where a path leads out of
 * the project or something is in the way.
 *
 * @returns the operations that change anything
 */
export async function checkOperations(
  fs: FileSystem,
  projectDir: string,
  operations: readonly { readonly operation: FileOperation; readonly book: boolean }[],
): Promise<ReadyOperation[]> {
  const diagnostics = await checkFolders(
    fs,
    projectDir,
    operations.map(({ operation }) => operation.path),
  );
  if (diagnostics.length > 0) throw new DazzleError(diagnostics);
  const changed: string[] = [];
  const ready: (ReadyOperation | null)[] = operations.map(() => null);
  await runPool(operations, async ({ operation, book }, index) => {
    const path = join(projectDir, operation.path);
    const stat = await fs.stat(path);
    if (stat !== null && stat.kind !== 'file') {
      if (operation.kind === 'write') diagnostics.push(inTheWay(operation.path, stat.kind));
      return;
    }
    const contents = stat === null ? null : await fs.read(path);
    const before = contents === null ? null : sha256(contents);
    if (operation.expect !== 'any' && operation.expect !== before) {
      changed.push(operation.path);
    } else if (operation.kind === 'delete' ? before !== null : isChange(operation, stat, before)) {
      ready[index] = { operation, book, stat: contents === null ? null : stat, before };
    }
  });
  if (diagnostics.length > 0) throw new DazzleError(diagnostics);
  if (changed.length > 0) throw new ReplanNeeded(changed.sort());
  return ready.filter((each) => each !== null);
}

function isChange(
  operation: Extract<FileOperation, { kind: 'write' }>,
  stat: FileStat | null,
  before: string | null,
): boolean {
  return (
    before === null || stat === null || stat.mode !== operation.mode || sha256(operation.contents) !== before
  );
}

/** The permission bits of a file that replaces one: those of the old file, unless only one of the two is executable. */
export function finalMode(wanted: number, present: number): number {
  return (wanted & 0o100) === (present & 0o100) ? present : wanted;
}

/** Finds the paths that lead out of the project or whose parents are no folders (DZL401, DZL403). */
async function checkFolders(
  fs: FileSystem,
  projectDir: string,
  paths: readonly string[],
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const folders = new Set<string>();
  for (const path of paths) {
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\0')) {
      diagnostics.push(leadsOut(path));
      continue;
    }
    for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  const root = await fs.realPath(projectDir);
  await runPool([...folders].sort(), async (folder) => {
    const path = join(projectDir, folder);
    const stat = await fs.stat(path);
    if (stat === null || stat.kind === 'folder') return;
    if (stat.kind !== 'symlink') diagnostics.push(inTheWay(folder, stat.kind));
    else if (!`${await fs.realPath(path)}${sep}`.startsWith(root + sep)) diagnostics.push(leadsOut(folder));
  });
  return diagnostics;
}

function leadsOut(path: string): Diagnostic {
  return diagnose('DZL403', {
    message: `${JSON.stringify(path)} leads out of the project; nothing was written`,
    fix: 'make it a folder of the project',
  });
}

function inTheWay(path: string, kind: string): Diagnostic {
  return diagnose('DZL401', {
    message: `a ${kind === 'special' ? 'special file' : kind} is in the way: ${path}; nothing was written`,
    fix: `move it away, or name ${path} in .dazzleignore to have it left alone`,
  });
}
