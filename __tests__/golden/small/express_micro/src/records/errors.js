import { refusalOf } from '../db/dialect.js';

/** Claims that the database refused a change because of one of its rules: `UNIQUE`, `FOREIGN KEY`, `CHECK`, `NOT NULL`. */
export function isRefusal(error, rule = null) {
  for (let cause = error; cause; cause = cause.cause) {
    const refusal = refusalOf(cause);
    if (refusal !== null) return rule === null || refusal === rule;
  }
  return false;
}

/** Claims that the database cannot hold or compare a value that it was given: one out of range, for instance. */
export function isInvalid(error) {
  for (let cause = error; cause; cause = cause.cause) {
    // PostgreSQL's class of data exceptions; SQLite takes any value.
    if (/^22\w{3}$/.test(cause.code)) return true;
  }
  return false;
}
