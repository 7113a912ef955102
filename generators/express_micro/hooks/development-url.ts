import { snake, type AppSpec } from '../../../lib/index.ts';

/** The database's name on a PostgreSQL server. */
export function databaseName(spec: AppSpec): string {
  return snake(spec.name) || 'app';
}

/** Where PostgreSQL is expected during development. */
export function developmentUrl(spec: AppSpec): string {
  return `postgres://postgres:postgres@localhost:5432/${databaseName(spec)}`;
}
