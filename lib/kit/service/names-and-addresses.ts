import type { BackendFacts, VariableFact } from '../../backend/facts.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import { kebab, snake } from '../../words/spellings.ts';

/** Where the application is seen on the machine of whoever works on it: `http://localhost:8000/`; empty for no server. */
export function localAddress({ port }: Pick<BackendFacts, 'port'>): string {
  return port === null ? '' : `http://localhost:${port}/`;
}

/** What the application's database is called on a server. */
export function databaseName(spec: AppSpec): string {
  return snake(spec.name) || 'app';
}

/** Where a database on PostgreSQL is expected during development. */
export function developmentUrl(database: string): string {
  return `postgres://postgres:postgres@localhost:5432/${database}`;
}

/** The application's name where only small letters, digits and hyphens are taken: packages, hosts. */
export function packageName(spec: AppSpec): string {
  return kebab(spec.name) || 'app';
}

/** What a variable is during development; empty where the facts do not have it. */
export function developmentValue(
  { environment }: { readonly environment: readonly VariableFact[] },
  name: string,
): string {
  return environment.find((variable) => variable.name === name)?.development ?? '';
}
