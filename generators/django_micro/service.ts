import { databaseFact, developmentUrl, variableFact } from '../../lib/index.ts';
import type {
  BackendFacts,
  CommandFact,
  DatabaseFact,
  FactsContext,
  ToolFact,
  VariableFact,
} from '../../lib/index.ts';
import type { DjangoAnswers } from './prompting.ts';

/** The facts of the Django application, which hooks and the other backends of the stack read. */
export function facts({ spec, answers }: FactsContext<DjangoAnswers>): Partial<BackendFacts> {
  const database = databaseFact(spec, answers.database, (folder) => `sqlite:///${folder}/db.sqlite3`);
  return {
    port: 8000,
    healthPath: '/health',
    commands,
    environment: environment(answers, database),
    databases: [database],
    tools,
    migrations: [
      {
        folder: '**/migrations',
        pattern: '^\\d.*\\.py$',
        takeBack: 'python manage.py migrate {parent} {target}',
      },
    ],
  };
}

const commands: readonly CommandFact[] = [
  {
    name: 'install',
    development: 'pip install -r requirements-dev.txt',
    production: 'pip install -r requirements.txt',
  },
  { name: 'build', development: null, production: 'python manage.py collectstatic --noinput' },
  { name: 'make_migrations', development: 'python manage.py makemigrations', production: null },
  {
    name: 'migrate',
    development: 'python manage.py migrate',
    production: 'python manage.py migrate --noinput',
  },
  {
    name: 'make_admin',
    development: 'python manage.py init_admin',
    production: 'python manage.py init_admin',
  },
  { name: 'start', development: 'python manage.py runserver', production: 'gunicorn config.wsgi' },
  { name: 'test', development: 'python manage.py test', production: null },
];

const tools: readonly ToolFact[] = [
  {
    name: 'Python',
    commands: ['python3', 'python'],
    args: ['--version'],
    atLeast: '3.10',
    install: 'install Python from https://www.python.org/downloads/ or with your package manager',
    neededBy: ['install_dependencies', 'initialize_database', 'run_tests', 'lint_code'],
  },
  {
    name: "Python's venv",
    commands: ['python3', 'python'],
    args: ['-c', 'import ensurepip, venv, sys; print("%d.%d" % sys.version_info[:2])'],
    atLeast: '3.10',
    install: 'install it with your package manager (on Debian and Ubuntu: apt install python3-venv)',
    neededBy: ['install_dependencies'],
  },
];

/** The variables that `config/settings.py` reads. */
function environment(answers: DjangoAnswers, database: DatabaseFact): readonly VariableFact[] {
  return [
    {
      name: 'DEBUG',
      meaning: 'Shows errors in the browser and relaxes HTTPS: true for development only.',
      development: 'true',
      production: 'false',
    },
    {
      name: 'SECRET_KEY',
      meaning:
        'Signs sessions: long and random. python -c "import secrets; print(secrets.token_urlsafe(50))"',
      isSecret: true,
    },
    {
      name: 'ALLOWED_HOSTS',
      meaning: 'Host names that the site is reached under, separated by commas.',
      development: 'localhost,127.0.0.1',
      production: 'example.com',
    },
    {
      name: 'CSRF_TRUSTED_ORIGINS',
      meaning: 'Origins that forms are sent from where a proxy changes the host: https://example.com',
    },
    {
      name: 'DATABASE_URL',
      meaning: 'sqlite:///db.sqlite3 (beside manage.py) or postgres://user:password@host:5432/name',
      development: answers.database === 'postgresql' ? developmentUrl(database.name) : 'sqlite:///db.sqlite3',
    },
    {
      name: 'TIME_ZONE',
      meaning: 'Where times are shown; they are stored in UTC.',
      development: answers.time_zone,
      isOptional: true,
    },
    {
      name: 'BEHIND_PROXY',
      meaning: 'true behind a proxy that ends TLS and sets X-Forwarded-Proto itself.',
      development: 'false',
      isOptional: true,
    },
    { name: 'LOG_FORMAT', meaning: 'json or text.', development: 'text', production: 'json' },
    {
      name: 'LOG_LEVEL',
      meaning: 'DEBUG, INFO, WARNING or ERROR.',
      development: 'INFO',
      isOptional: true,
    },
    {
      name: 'SECURE_SSL_REDIRECT',
      meaning:
        'Only to switch off what DEBUG=false switches on; so are SECURE_HSTS_SECONDS and the *_COOKIE_SECURE.',
      development: 'false',
      isOptional: true,
    },
    {
      name: 'ADMIN_PASSWORD',
      meaning: 'With ADMIN_USERNAME and ADMIN_EMAIL: for init_admin where there is no .admin_credentials.',
      isOptional: true,
    },
  ].map(variableFact);
}
