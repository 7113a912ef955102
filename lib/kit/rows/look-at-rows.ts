import type { TreeHookContext } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rowChecks } from './row-checks.ts';
import type { KeptTable } from './row-checks.ts';
import type { RowsDialect } from './value-conditions.ts';

/**
 * The numbers that counting queries returned, in the order of the queries; null in the list where a query
 * failed, perhaps for a table that does not exist yet. A text says why no query could be run; null instead of
 * a list: there is no database yet.
 */
export type RowCounts = readonly (number | null)[] | string | null;

/** The parts of a hook's context that are needed to find the development database and to count its rows. */
export type RowsContext = Pick<
  TreeHookContext<object>,
  'backendName' | 'environment' | 'existing' | 'outputDir' | 'projectDir' | 'run'
>;

/** Read-only access to the development database. */
export interface RowsDatabase {
  /** The name of the backend whose application uses the database. */
  readonly backend: string;
  readonly dialect: RowsDialect;
  count(queries: readonly string[]): Promise<RowCounts>;
}

/**
 * Checks whether the rows of the development database fit the changes since the last build: DZL371 and DZL372
 * where a migration would fail or leave rows that break a rule, DZL373 where it fills a value in, DZL374
 * where the rows could not be checked. The database is queried only where a change needs it.
 */
export async function lookAtRows(
  database: RowsDatabase,
  kept: readonly KeptTable[],
): Promise<readonly Diagnostic[]> {
  const checks = rowChecks(database.dialect, kept);
  if (checks.length === 0) return [];
  const where = `the database of ${database.backend}`;
  const counts = await database.count(checks.map(({ sql }) => sql));
  if (counts === null) return [];
  if (typeof counts === 'string')
    return [notLooked(where, counts, 'start or install what is missing, then build')];
  const told = checks.flatMap(({ tell }, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [tell(count, where)] : [];
  });
  if (!counts.includes(null)) return told;
  const reason = 'it lacks tables or columns that the last build had';
  return [...told, notLooked(where, reason, 'migrate it, then build')];
}

function notLooked(where: string, reason: string, fix: string): Diagnostic {
  return diagnose('DZL374', {
    message: `nobody could look whether all rows of ${where} fit what changed: ${reason}`,
    fix: `${fix}; or see to it yourself that the rows fit`,
  });
}

/** Reads the JSON list of counts that a command printed; where it failed, returns its last line of output. */
export function readCounts({
  status,
  stdout,
  lastLines,
}: {
  readonly status: number;
  readonly stdout: string;
  readonly lastLines: readonly string[];
}): RowCounts {
  if (status === 0) return JSON.parse(stdout) as RowCounts;
  return lastLines.at(-1) ?? `the command that looks ended with status ${status}`;
}

/** The value of a variable in the text of a `.env` file; empty where the text does not set it. */
export function variableIn(env: string | undefined, name: string): string {
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s#]*)`, 'm');
  return line.exec(env ?? '')?.[1] ?? '';
}
