import type { BackendFacts, VariableFact } from '../../backend/facts.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import { kebab, snake } from '../../words/spellings.ts';

/** The application's address during development: `http://localhost:8000/`; empty where it is no server. */
export function localAddress({ port }: Pick<BackendFacts, 'port'>): string {
  return port === null ? '' : `http://localhost:${port}/`;
}

/** The name of the application's database on a server, e.g. `support_desk`. */
export function databaseName(spec: AppSpec): string {
  return snake(spec.name) || 'app';
}

/** The value of `DATABASE_URL` for a PostgreSQL database during development. */
export function developmentUrl(database: string): string {
  return `postgres://postgres:postgres@localhost:5432/${database}`;
}

/** The application's name where only small letters, digits and hyphens are taken: packages, hosts. */
export function packageName(spec: AppSpec): string {
  return kebab(spec.name) || 'app';
}

/** The development value of an environment variable; empty where the facts do not name the variable. */
export function developmentValue(
  { environment }: { readonly environment: readonly VariableFact[] },
  name: string,
): string {
  return environment.find((variable) => variable.name === name)?.development ?? '';
}
