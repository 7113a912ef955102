import type { DatabaseFact } from '../../backend/facts.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import { databaseName } from './names-and-addresses.ts';

/**
 * The fact that describes the application's database. `fileUrl` returns the value of `DATABASE_URL` for a
 * database file in the given folder.
 */
export function databaseFact(
  spec: AppSpec,
  engine: DatabaseFact['engine'],
  fileUrl: (folder: string) => string,
): DatabaseFact {
  const volume = '/data';
  return { engine, name: databaseName(spec), variable: 'DATABASE_URL', volume, volumeUrl: fileUrl(volume) };
}
