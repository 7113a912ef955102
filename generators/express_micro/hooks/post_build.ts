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
  type Hook,
} from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { lookAtPackages, missingPackages, npmRegistry } from '../code/installed-packages.ts';

/** The post-build hooks: first those that add to the tree and format it, then those on the disk, after the commit. */
export const postBuildHooks: readonly Hook<ExpressAnswers>[] = [
  createSuperuser({
    logIn: ({ facts }) => [
      `Log in at ${localAddress(facts)}login/ or, for the admin area, at ${localAddress(facts)}admin/.`,
      'The first `npm start` makes this user; `npm run init-admin -- --reset` gives its password back.',
    ],
  }),
  createEnv(),
  createGitignore([
    'node_modules/',
    '*.sqlite3',
    '*.sqlite3-*',
    '*.sqlite3.*',
    '*.dump',
    'coverage/',
    '*.log',
  ]),
  formatCode(),
  installDependencies({
    inputs: ({ folder }) => ({ files: ['package.json'], look: () => lookAtPackages(folder) }),
    missing: missingPackages,
    source: npmRegistry,
    steps: () => [
      {
        command: 'npm',
        args: ['install', '--include=dev', '--no-audit', '--no-fund'],
        env: { npm_config_loglevel: 'http' },
        fix: 'look whether the npm registry can be reached, then build again',
      },
    ],
  }),
  initializeDatabase({
    inputs: () => ({
      files: ['drizzle', 'src/db', '.admin_credentials'],
      mustExist: [],
      loads: (path) => path.startsWith('src/') && !path.startsWith('src/db/'),
    }),
    tell: tellOfCopy,
    steps: ({ answers }) => [
      {
        command: 'node',
        args: ['src/auth/init-admin.js'],
        fix:
          answers.database === 'postgresql'
            ? 'start the PostgreSQL server that DATABASE_URL in .env names, or mend what the last lines say; then build again'
            : 'read what the migration says above; the database is as it was',
      },
    ],
  }),
  runTests({
    inputs: () => ({ files: ['package.json', 'src', 'views', 'test', 'drizzle'] }),
    steps: () => [
      { command: 'npm', args: ['test'], fix: 'mend what the failing test names, then run `npm test`' },
    ],
  }),
  lintCode({ steps: () => [{ command: 'npm', args: ['run', 'lint'], fix: 'mend what the linter names' }] }),
  deploy({ after: ['run_tests'] }),
  displayInstructions(),
];

/** The message of a JSON log line about a copy of the database or a migration that drops data; null for other lines. */
function tellOfCopy(line: string): string | null {
  if (!/"msg":"(?:copied the database|no copy of the database|[^"]* drops a table)/.test(line)) return null;
  const { msg } = JSON.parse(line) as { readonly msg: string };
  return msg;
}
