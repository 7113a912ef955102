import { databaseFact, developmentUrl, variableFact } from '../../lib/index.ts';
import type {
  BackendFacts,
  CommandFact,
  DatabaseFact,
  FactsContext,
  ToolFact,
  VariableFact,
} from '../../lib/index.ts';
import type { ExpressAnswers } from './prompting.ts';

const port = 3000;

/** The facts of the Express application, which the rest of the stack, the README and the hooks read. */
export function facts({ spec, answers }: FactsContext<ExpressAnswers>): Partial<BackendFacts> {
  const database = databaseFact(spec, answers.database, (folder) => `file:${folder}/app.sqlite3`);
  return {
    port,
    healthPath: '/health',
    commands,
    environment: environment(answers, database),
    databases: [database],
    tools,
    migrations: [{ folder: 'drizzle', pattern: '^\\d{4}_\\w+\\.sql$', takeBack: null }],
  };
}

/** `start` also migrates the database, and creates the administrator on its first run. */
const commands: readonly CommandFact[] = [
  { name: 'install', development: 'npm install', production: 'npm install --omit=dev' },
  { name: 'migrate', development: null, production: 'node src/db/migrate.js' },
  { name: 'start', development: 'npm start', production: 'node src/server.js' },
  { name: 'test', development: 'npm test', production: null },
];

const tools: readonly ToolFact[] = [
  {
    name: 'Node.js',
    commands: ['node'],
    args: ['--version'],
    atLeast: '20.19',
    install: 'install Node.js from https://nodejs.org/ or with your package manager',
    neededBy: ['install_dependencies', 'initialize_database', 'run_tests', 'lint_code'],
  },
];

/** The environment variables that the application reads, most of them in `src/config.js`. */
function environment(answers: ExpressAnswers, database: DatabaseFact): readonly VariableFact[] {
  const isServer = answers.database === 'postgresql';
  return [
    {
      name: 'NODE_ENV',
      meaning: 'development: plain HTTP, views read anew; anything else: production',
      development: 'development',
      production: 'production',
    },
    { name: 'SESSION_SECRET', meaning: 'Signs the session cookies', isSecret: true },
    {
      name: 'ADMIN_SECRET',
      meaning: 'Pepper of the password hashes: without it no password of this database works',
      isSecret: true,
    },
    { name: 'PORT', meaning: 'Port to listen on', development: String(port) },
    {
      name: 'DATABASE_URL',
      meaning: 'Database: postgres://user:password@host:5432/name, or a libSQL file or server',
      development: isServer ? developmentUrl(database.name) : 'file:data.sqlite3',
      production: isServer ? developmentUrl(database.name) : database.volumeUrl,
    },
    { name: 'DATABASE_AUTH_TOKEN', meaning: 'Token of a libSQL server', isOptional: true },
    {
      name: 'TIME_ZONE',
      meaning: 'Time zone in which times are shown',
      development: answers.time_zone,
    },
    {
      name: 'TRUST_PROXY',
      meaning: 'How many proxies stand in front of the application',
      development: '0',
      production: '1',
    },
    {
      name: 'LOG_LEVEL',
      meaning: 'debug, info, warn or error',
      development: 'info',
      isOptional: true,
    },
  ].map(variableFact);
}
