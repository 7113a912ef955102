import { snake } from '../../../lib/index.ts';
import type { DeclaredVariable, TreeHookContext } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Where PostgreSQL is expected during development. */
export function developmentUrl(database: string): string {
  return `postgres://postgres:postgres@localhost:5432/${database}`;
}

/** The variables that `config/settings.py` reads. */
export function environment({ spec, answers }: TreeHookContext<DjangoAnswers>): readonly DeclaredVariable[] {
  const postgres = developmentUrl(snake(spec.name) || 'app');
  return [
    {
      name: 'DEBUG',
      description: 'Shows errors in the browser and relaxes HTTPS: true for development only.',
      value: 'true',
      example: 'false',
    },
    {
      name: 'SECRET_KEY',
      description:
        'Signs sessions: long and random. python -c "import secrets; print(secrets.token_urlsafe(50))"',
      secret: true,
    },
    {
      name: 'ALLOWED_HOSTS',
      description: 'Host names that the site is reached under, separated by commas.',
      value: 'localhost,127.0.0.1',
      example: 'example.com',
    },
    {
      name: 'CSRF_TRUSTED_ORIGINS',
      description: 'Origins that forms are sent from where a proxy changes the host: https://example.com',
      value: '',
    },
    {
      name: 'DATABASE_URL',
      description: 'sqlite:///db.sqlite3 (beside manage.py) or postgres://user:password@host:5432/name',
      value: answers.database === 'postgresql' ? postgres : 'sqlite:///db.sqlite3',
    },
    {
      name: 'TIME_ZONE',
      description: 'Where times are shown; they are stored in UTC.',
      value: answers.time_zone,
      optional: true,
    },
    {
      name: 'BEHIND_PROXY',
      description: 'true behind a proxy that ends TLS and sets X-Forwarded-Proto itself.',
      value: 'false',
      optional: true,
    },
    { name: 'LOG_FORMAT', description: 'json or text.', value: 'text', example: 'json' },
    { name: 'LOG_LEVEL', description: 'DEBUG, INFO, WARNING or ERROR.', value: 'INFO', optional: true },
    {
      name: 'SECURE_SSL_REDIRECT',
      description:
        'Only to switch off what DEBUG=false switches on; so are SECURE_HSTS_SECONDS and the *_COOKIE_SECURE.',
      value: 'false',
      optional: true,
    },
    {
      name: 'ADMIN_PASSWORD',
      description:
        'With ADMIN_USERNAME and ADMIN_EMAIL: for init_admin where there is no .admin_credentials.',
      value: '',
      optional: true,
    },
  ];
}
