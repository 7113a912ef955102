import type { Reader } from './reader.ts';

/** Parentheses and aggregates may be nested this deep, and so many operators stand in a row. */
const DEPTH_LIMIT = 100;

/** Reports nesting beyond the limit, and leaves the line. */
export function isTooDeep(reader: Reader): boolean {
  if (reader.depth < DEPTH_LIMIT) return false;
  reader.report(
    'DZL124',
    reader.spanOf(reader.at),
    `parentheses and operators go deeper than ${DEPTH_LIMIT} here${reader.describeSubject()}`,
    'say it with fewer of them',
  );
  reader.leaveLine();
  return true;
}
