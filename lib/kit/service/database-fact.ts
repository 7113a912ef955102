import type { DatabaseFact } from '../../backend/facts.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import { databaseName } from './names-and-addresses.ts';

/** The application's database as its facts state it; `fileUrl` is what `DATABASE_URL` is for a file in a folder. */
export function databaseFact(
  spec: AppSpec,
  engine: DatabaseFact['engine'],
  fileUrl: (folder: string) => string,
): DatabaseFact {
  const volume = '/data';
  return { engine, name: databaseName(spec), variable: 'DATABASE_URL', volume, volumeUrl: fileUrl(volume) };
}
