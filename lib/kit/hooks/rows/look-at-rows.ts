import type { TreeHookContext } from '../../../backend/types.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { rowChecks } from './row-checks.ts';
import type { KeptTable } from './row-checks.ts';
import type { RowsDialect } from './value-conditions.ts';

/**
 * What a database says to some questions, in their order: a number each, null where it could not be asked that (the
 * table may not be there yet). In words why nothing could be asked at all; null where there is no database yet.
 */
export type RowAnswers = readonly (number | null)[] | string | null;

/** What finding and asking the development database takes. */
export type RowsContext = Pick<
  TreeHookContext<object>,
  'backendName' | 'environment' | 'existing' | 'outputDir' | 'projectDir' | 'run'
>;

/** The development database, as far as it is looked at before a build; nothing in it is changed. */
export interface RowsDatabase {
  /** The backend whose application it is. */
  readonly backend: string;
  readonly dialect: RowsDialect;
  ask(questions: readonly string[]): Promise<RowAnswers>;
}

/**
 * What the rows of the development database mean for the changes since the last build: DZL371 and DZL372 where a migration
 * would fail or leave rows that do not fit, DZL373 where it fills a value in, DZL374 where nobody could look. A database is
 * asked only where a change needs it.
 */
export async function lookAtRows(
  database: RowsDatabase,
  kept: readonly KeptTable[],
): Promise<readonly Diagnostic[]> {
  const checks = rowChecks(database.dialect, kept);
  if (checks.length === 0) return [];
  const where = `the database of ${database.backend}`;
  const answers = await database.ask(checks.map(({ sql }) => sql));
  if (answers === null) return [];
  if (typeof answers === 'string')
    return [notLooked(where, answers, 'start or install what is missing, then build')];
  const told = checks.flatMap(({ tell }, index) => {
    const count = answers[index] ?? 0;
    return count > 0 ? [tell(count, where)] : [];
  });
  if (!answers.includes(null)) return told;
  const reason = 'it lacks tables or columns that the last build had';
  return [...told, notLooked(where, reason, 'migrate it, then build')];
}

function notLooked(where: string, reason: string, fix: string): Diagnostic {
  return diagnose('DZL374', {
    message: `nobody could look whether all rows of ${where} fit what changed: ${reason}`,
    fix: `${fix}; or see to it yourself that the rows fit`,
  });
}

/** The answers in what a command printed: a JSON list; otherwise the last thing it said. */
export function readAnswers({
  status,
  stdout,
  lastLines,
}: {
  readonly status: number;
  readonly stdout: string;
  readonly lastLines: readonly string[];
}): RowAnswers {
  if (status === 0) return JSON.parse(stdout) as RowAnswers;
  return lastLines.at(-1) ?? `the command that looks ended with status ${status}`;
}

/** A variable of a `.env`, by its text; empty where it is not set there. */
export function variableIn(env: string | undefined, name: string): string {
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s#]*)`, 'm');
  return line.exec(env ?? '')?.[1] ?? '';
}
