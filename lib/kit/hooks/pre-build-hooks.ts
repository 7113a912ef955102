import type { Answers, Hook, TreeHookContext } from '../../backend/types.ts';
import { inexactDecimals } from '../inexact-decimals.ts';
import { unusedConstructs, type UnusedConstructs } from '../unused-constructs.ts';
import { initGit } from './init-git.ts';
import { checkPermissions, validateSpec } from './look-hooks.ts';
import { lookAtRows, type RowsDatabase } from '../rows/look-at-rows.ts';
import type { KeptTable } from '../rows/row-checks.ts';
import { backupExisting } from './tree-hooks.ts';
import { validateDependencies } from './validate-dependencies.ts';

/**
 * What an app backend supplies for the checks of its spec and its existing rows before a build. One that cannot tell yet
 * what the last build made leaves out `rows`, and gets the other checks.
 */
export interface PreBuildLook<A extends object = Answers> {
  /** The constructs of the language that the backend does not support yet. */
  readonly unused: UnusedConstructs;
  /** What is needed to check whether the existing rows fit. */
  readonly rows?: RowsLook<A>;
}

/** Where the rows of an application are, and in which tables. */
export interface RowsLook<A extends object = Answers> {
  /** The development database. */
  database(context: TreeHookContext<A>): RowsDatabase;
  /** The tables that the last build made in the development database. */
  keptTables(context: TreeHookContext<A>): readonly KeptTable[];
}

/**
 * The pre-build hooks of an app backend: checks of tools, spec, existing rows (with `rows`) and permissions, then
 * `backup_existing` and `init_git`, which run only where `dazzle.toml` names them.
 */
export function preBuildHooksOf<A extends object = Answers>({
  unused,
  rows,
}: PreBuildLook<A>): readonly Hook<A>[] {
  return [
    validateDependencies<A>(),
    validateSpec<A>(
      ({ spec, backendName, facts }) => [
        ...unusedConstructs(spec, backendName, unused),
        ...(facts.databases.some(({ engine }) => engine === 'sqlite')
          ? inexactDecimals(spec, backendName)
          : []),
      ],
      (context) => (rows === undefined ? [] : lookAtRows(rows.database(context), rows.keptTables(context))),
    ),
    checkPermissions<A>(),
    backupExisting<A>(),
    initGit<A>(),
  ];
}
