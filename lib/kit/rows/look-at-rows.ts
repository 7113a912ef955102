import type { TreeHookContext } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rowChecks } from './row-checks.ts';
import type { KeptTable } from './row-checks.ts';
import type { RowsDialect } from './value-conditions.ts';

/**
 * What some queries of a database counted, in their order: a number each, null where one could not be run (the
 * table may not be there yet). In words why none could be run at all; null where there is no database yet.
 */
export type RowCounts = readonly (number | null)[] | string | null;

/** What finding the development database, and counting in it, takes. */
export type RowsContext = Pick<
  TreeHookContext<object>,
  'backendName' | 'environment' | 'existing' | 'outputDir' | 'projectDir' | 'run'
>;

/** The development database, as far as it is looked at before a build; nothing in it is changed. */
export interface RowsDatabase {
  /** The backend whose application it is. */
  readonly backend: string;
  readonly dialect: RowsDialect;
  count(queries: readonly string[]): Promise<RowCounts>;
}

/**
 * What the rows of the development database mean for the changes since the last build: DZL371 and DZL372 where a migration
 * would fail or leave rows that do not fit, DZL373 where it fills a value in, DZL374 where nobody could look. The
 * database is asked only where a change needs it.
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

/** The counts in what a command printed: a JSON list; otherwise the last thing it said. */
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

/** A variable of a `.env`, by its text; empty where it is not set there. */
export function variableIn(env: string | undefined, name: string): string {
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s#]*)`, 'm');
  return line.exec(env ?? '')?.[1] ?? '';
}
