import {
  backupExisting,
  checkPermissions,
  inexactDecimals,
  initGit,
  lookAtRows,
  unusedConstructs,
  validateDependencies,
  validateSpec,
} from '../../../lib/index.ts';
import type { Hook } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { keptTables } from './kept-tables.ts';
import { rowsDatabase } from './rows-database.ts';

/** What is looked at before anything is generated. */
export const preBuildHooks: readonly Hook<DjangoAnswers>[] = [
  validateDependencies(),
  validateSpec(
    ({ spec, backendName, answers }) => [
      ...unusedConstructs(spec, backendName, {
        personas: true,
        attention: true,
        workspaces: true,
        integrations: true,
      }),
      ...(answers.database === 'sqlite' ? inexactDecimals(spec, backendName) : []),
    ],
    (context) => lookAtRows(rowsDatabase(context), keptTables(context)),
  ),
  checkPermissions(),
  backupExisting(),
  initGit(),
];
