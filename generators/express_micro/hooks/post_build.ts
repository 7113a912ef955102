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
  runTests,
  type Hook,
} from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { developmentUrl } from './development-url.ts';
import { lookAtPackages, missingPackages, npmRegistry } from './installed-packages.ts';

const address = 'http://localhost:3000/';

/** What completes the tree, and what is done on the disk after the commit. */
export const postBuildHooks: readonly Hook<ExpressAnswers>[] = [
  createSuperuser({
    logIn: () => [
      `Log in at ${address}login/ or, for the admin area, at ${address}admin/.`,
      'The first `npm start` makes this user; `npm run init-admin -- --reset` gives its password back.',
    ],
  }),
  createEnv(({ spec, answers }) => [
    {
      name: 'NODE_ENV',
      description: 'development: plain HTTP, views read anew; anything else: production',
      value: 'development',
      example: 'production',
    },
    { name: 'SESSION_SECRET', description: 'Signs the session cookies', secret: true },
    {
      name: 'ADMIN_SECRET',
      description: 'Pepper of the password hashes: without it no password of this database works',
      secret: true,
    },
    { name: 'PORT', description: 'Port to listen on', value: '3000' },
    {
      name: 'DATABASE_URL',
      description: 'Database: postgres://user:password@host:5432/name, or a libSQL file or server',
      value: answers.database === 'postgresql' ? developmentUrl(spec) : 'file:data.sqlite3',
      example: answers.database === 'postgresql' ? developmentUrl(spec) : 'file:/data/app.sqlite3',
    },
    {
      name: 'DATABASE_AUTH_TOKEN',
      description: 'Token of a libSQL server',
      value: '',
      optional: true,
    },
    { name: 'TIME_ZONE', description: 'Time zone in which times are shown', value: answers.time_zone },
    {
      name: 'TRUST_PROXY',
      description: 'How many proxies stand in front of the application',
      value: '0',
      example: '1',
    },
    { name: 'LOG_LEVEL', description: 'debug, info, warn or error', value: 'info', optional: true },
  ]),
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
  displayInstructions(({ spec, answers, outputDir }) => ({
    title: `The Express application is in ${outputDir}`,
    steps: [
      { hook: 'install_dependencies', done: 'the dependencies are installed', commands: ['npm install'] },
      { hook: 'initialize_database', done: 'the database is migrated and has its admin user', commands: [] },
      { hook: 'run_tests', done: 'its tests pass', commands: ['npm test'], optional: true },
    ],
    start: 'npm start',
    address,
    notes:
      answers.database === 'postgresql'
        ? [`the database is ${developmentUrl(spec)} (DATABASE_URL in .env)`]
        : [],
  })),
];

/** What the log says of a copy of the database, or of one that could not be made. */
function tellOfCopy(line: string): string | null {
  if (!/"msg":"(?:copied the database|no copy of the database|[^"]* drops a table)/.test(line)) return null;
  const { msg } = JSON.parse(line) as { readonly msg: string };
  return msg;
}
