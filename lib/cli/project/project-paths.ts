import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { covers } from '../../plan/covers.ts';
import type { CommandContext } from '../command.ts';

/** A path of the command line (relative to the current folder) as POSIX, relative to the project. */
export function toProjectPath(context: CommandContext, projectDir: string, path: string): string {
  return relative(projectDir, resolve(context.cwd, path)).split(sep).join('/');
}

/** A path that may be given from the current folder or, as dazzle prints it, from the project's. */
export function chooseProjectPath(context: CommandContext, projectDir: string, path: string): string {
  const [first = ''] = path.split('/');
  const fromProject = !['', '.', '..'].includes(first) && existsSync(join(projectDir, first));
  return fromProject ? path.replace(/\/$/, '') : toProjectPath(context, projectDir, path);
}

/**
 * Gives a predicate for the files that the command line names, by file or by folder; where it names none, all are meant.
 * Paths are read from the current folder, and, where that names nothing, from the project's.
 * @throws DazzleError DZL512 for one that names none of `known`.
 */
export function matchPaths(
  context: CommandContext,
  projectDir: string,
  paths: readonly string[],
  known: readonly { readonly path: string }[],
): (file: { readonly path: string }) => boolean {
  if (paths.length === 0) return () => true;
  const isNamed = (wanted: string, path: string): boolean => wanted === '' || covers(wanted, path);
  const wanted = paths.map((path) => {
    const spellings = [
      toProjectPath(context, projectDir, path),
      path.replace(/^\.\//, '').replace(/\/$/, ''),
    ];
    const match = spellings.find((spelling) => known.some((file) => isNamed(spelling, file.path)));
    if (match !== undefined) return match;
    const names = known.map((file) => file.path);
    const near = spellings.map((spelling) => suggest(spelling, names)).find((name) => name !== undefined);
    throw new DazzleError(
      diagnose('DZL512', {
        message: `"${path}" is none of the files in question`,
        fix: near === undefined ? 'leave the path out to see them all' : `did you mean "${near}"?`,
      }),
    );
  });
  return ({ path }) => wanted.some((each) => isNamed(each, path));
}
