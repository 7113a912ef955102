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

const diskHooks = ['install_dependencies', 'initialize_database', 'run_tests', 'lint_code'];

/** What is looked at before anything is generated. */
export const preBuildHooks: readonly Hook<DjangoAnswers>[] = [
  validateDependencies({
    tools: [
      {
        name: 'Python',
        commands: ['python3', 'python'],
        atLeast: '3.10',
        install: 'install Python from https://www.python.org/downloads/ or with your package manager',
        neededBy: diskHooks,
      },
      {
        name: "Python's venv",
        commands: ['python3', 'python'],
        args: ['-c', 'import ensurepip, venv, sys; print("%d.%d" % sys.version_info[:2])'],
        atLeast: '3.10',
        install: 'install it with your package manager (on Debian and Ubuntu: apt install python3-venv)',
        neededBy: ['install_dependencies'],
      },
    ],
  }),
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
