import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createEnv,
  createGitignore,
  createSuperuser,
  deploy,
  displayInstructions,
  formatCode,
  initializeDatabase,
  installDependencies,
  lintCode,
  localAddress,
  runTests,
} from '../../../lib/index.ts';
import type { DiskHook, Hook, Step } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { databaseUrl, sqliteFile } from '../code/database-file.ts';
import { lookAtPackages, missingPackages, packageIndex } from '../code/installed-packages.ts';
import { virtualPip, virtualPython as python } from '../code/virtual-python.ts';

const isWindows = process.platform === 'win32';
const requirements = ['requirements.txt', 'requirements-dev.txt'];

function manage(...args: readonly string[]): Omit<Step, 'fix'> {
  return { command: python, args: ['manage.py', ...args] };
}

/** Lines of the commands' output that a person must see after the build. */
const notable = /^(?:Copied the database|No copy of the database|Existing rows of|The password of)/;

/**
 * Makes and runs the migrations, then creates the admin user. Shows the person the `notable` lines, such as
 * where the database was copied to and which values existing rows got.
 */
const database: DiskHook<DjangoAnswers> = initializeDatabase<DjangoAnswers>({
  inputs: ({ answers, existing, environment }) => ({
    files: [
      'app/models.py',
      'app/schema_history.json',
      'requirements.txt',
      '.admin_credentials',
      'app/migrations',
    ],
    mustExist: developmentFiles(answers, existing.read('.env'), environment),
    loads: (path) => path.endsWith('.py') && !path.startsWith('app/tests/'),
  }),
  tell: (line) => (notable.test(line) ? line : null),
  steps: ({ answers }) => {
    const reach =
      answers.database === 'postgresql'
        ? 'start the PostgreSQL server that DATABASE_URL in .env names, then build again'
        : 'mend what the last lines say, then build again';
    return [
      { ...manage('makemigrations', '--noinput'), fix: reach },
      { ...manage('migrate', '--noinput'), fix: reach },
      { ...manage('init_admin'), fix: 'build again without skipping create_superuser' },
    ];
  },
});

/**
 * The development database's SQLite file, without which `initialize_database` must run again. Empty where the
 * database is on a server, and where the shell sets `DATABASE_URL`.
 */
function developmentFiles(
  answers: DjangoAnswers,
  env: string | undefined,
  environment: Readonly<Record<string, string>>,
): string[] {
  if (environment['DATABASE_URL'] !== undefined) return [];
  const isServer = env === undefined && answers.database === 'postgresql';
  const file = isServer ? null : sqliteFile(databaseUrl(env, environment));
  return file === null ? [] : [file];
}

/** Makes `.venv`, only where it holds no Python: an existing one may be a link, or made by another tool. */
const makeEnvironment: Step = {
  command: isWindows ? 'python' : 'python3',
  args: ['-m', 'venv', '.venv'],
  fix: 'install Python 3.10 or newer with its venv module (on Debian and Ubuntu: apt install python3-venv)',
};

/** Adds pip to a `.venv` without it: making it was stopped halfway, or another tool made it. */
const addPip: Step = {
  command: python,
  args: ['-m', 'ensurepip', '--default-pip'],
  fix: 'delete .venv, then build again',
};

const installRequirements: Step = {
  command: python,
  args: ['-m', 'pip', 'install', '--disable-pip-version-check', '-r', 'requirements-dev.txt'],
  fix: 'see that the package index can be reached, then build again; where .venv is broken, delete it first',
};

/** Hooks that add the last files to the tree and format it, then ones that install, migrate, test, deploy. */
export const postBuildHooks: readonly Hook<DjangoAnswers>[] = [
  createSuperuser<DjangoAnswers>({
    logIn: ({ facts }) => [
      `Log in at ${localAddress(facts)}login/ (the pages) or ${localAddress(facts)}admin/ (the admin area).`,
      'The user is made by: python manage.py init_admin',
    ],
  }),
  createEnv<DjangoAnswers>(),
  createGitignore<DjangoAnswers>([
    '.venv/',
    '__pycache__/',
    '*.pyc',
    '*.sqlite3*',
    'backups/',
    'staticfiles/',
    '.ruff_cache/',
  ]),
  formatCode<DjangoAnswers>(),
  installDependencies<DjangoAnswers>({
    inputs: ({ folder }) => ({
      files: requirements,
      mustExist: [python.replaceAll('\\', '/')],
      look: () => lookAtPackages(folder),
    }),
    missing: missingPackages,
    source: packageIndex,
    steps: ({ folder }) => [
      ...(existsSync(join(folder, python)) ? [] : [makeEnvironment]),
      ...(existsSync(join(folder, python)) && !existsSync(join(folder, virtualPip)) ? [addPip] : []),
      installRequirements,
    ],
  }),
  database,
  runTests<DjangoAnswers>({
    after: ['initialize_database'],
    inputs: () => ({ files: [...requirements, 'app', 'config'] }),
    steps: () => [
      { ...manage('test'), fix: 'look at the test that failed; your edits and the spec may disagree' },
    ],
  }),
  lintCode<DjangoAnswers>({
    steps: () => [
      {
        command: python,
        args: ['-m', 'ruff', 'check', '.'],
        fix: 'mend what ruff found, or run: ruff check --fix .',
      },
      { command: python, args: ['-m', 'ruff', 'format', '--check', '.'], fix: 'run: ruff format .' },
    ],
  }),
  deploy<DjangoAnswers>({ after: ['run_tests'] }),
  displayInstructions<DjangoAnswers>(typeCommand),
];

/**
 * How a person types a command of the facts: with the Python of `.venv`, so that nothing needs to be
 * activated. Before a `pip` command stands the one that makes `.venv`.
 */
function typeCommand(command: string): readonly string[] {
  if (command.startsWith('pip ')) return ['python3 -m venv .venv', `${python} -m ${command}`];
  return [command.replace(/^python /, `${python} `)];
}
