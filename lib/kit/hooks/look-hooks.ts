import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Answers, HookResult, PhaseContext, TreeHook, TreeHookContext } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { DiagnosticCode } from '../../diagnostics/severities.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** A check that returns what it finds wrong; an empty list where nothing is. `C` is what it is given to look at. */
export type Check<C> = (context: C) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;

/**
 * `validate_spec`: reports what this backend cannot do with this spec (`check`), and what on this machine
 * does not fit it, such as existing rows (`look`); an error stops the build. `dazzle validate` runs `check`
 * alone.
 */
export function validateSpec<A extends object = Answers>(
  check: Check<PhaseContext<A>>,
  look: Check<TreeHookContext<A>> = () => [],
): TreeHook<A> {
  return {
    name: 'validate_spec',
    description: 'looks for what this backend cannot do with this spec',
    phase: 'pre_build',
    runsOn: 'tree',
    checkSpec: check,
    async execute(context) {
      const diagnostics = [...(await check(context)), ...(await look(context))];
      const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
      const message =
        diagnostics.length === 0
          ? 'the spec fits'
          : errors === 0
            ? 'the spec fits, with warnings'
            : `${errors} ${errors === 1 ? 'thing' : 'things'} in the spec cannot be built`;
      return { success: errors === 0, message, diagnostics };
    },
  };
}

/**
 * `check_permissions`: checks that the backend's folder can be created and written to, and changes nothing.
 * DZL344 where a file is in its place, DZL345 where the permission is missing.
 */
export function checkPermissions<A extends object = Answers>(): TreeHook<A> {
  return {
    name: 'check_permissions',
    description: 'looks whether the output folder can be written',
    phase: 'pre_build',
    runsOn: 'tree',
    execute: ({ projectDir, outputDir }) => checkFolder(projectDir, join(projectDir, outputDir)),
  };
}

function checkFolder(projectDir: string, folder: string): HookResult {
  let existing = folder;
  let about = statOrNothing(existing);
  while (about === undefined && dirname(existing) !== existing) {
    existing = dirname(existing);
    about = statOrNothing(existing);
  }
  const name = relative(projectDir, existing) || '.';
  if (about !== undefined && !about.isDirectory()) {
    return refuse(
      'DZL344',
      `${name} is a file, but generated files go into a folder of that name`,
      `move ${name} away, or choose another folder with dir below [output]`,
    );
  }
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    return refuse('DZL345', `you may not write into ${name}`, `give yourself the right: chmod u+rwx ${name}`);
  }
  return { success: true, message: 'the output folder can be written' };
}

/** Undefined where nothing is at the path, or where a parent is a file (`statSync` throws ENOTDIR). */
function statOrNothing(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function refuse(code: DiagnosticCode, message: string, fix: string): HookResult {
  return { success: false, message, diagnostics: [diagnose(code, { message, fix })] };
}

/**
 * `init_directories`: adds folders that the application needs, but for which nothing is generated, to the
 * tree, with a `.gitkeep` in each.
 */
export function initDirectories<A extends object = Answers>(folders: readonly string[]): TreeHook<A> {
  return {
    name: 'init_directories',
    description: 'makes the folders that the application needs',
    phase: 'pre_build',
    runsOn: 'tree',
    execute({ tree }) {
      for (const folder of folders) tree.write(`${folder}/.gitkeep`, '');
      return { success: true, message: folders.length === 0 ? 'no folder needed' : folders.join(', ') };
    },
  };
}
