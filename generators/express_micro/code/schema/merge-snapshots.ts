import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from './snapshot.ts';

type Json = Record<string, unknown>;

/**
 * A three-way merge: applies to `newest`, the snapshot of the last migration, what changed between `written`, the schema of
 * dazzle's last build, and `next`, that of this one. Tables and columns that people added by migrations of their own stay.
 */
export function mergeSnapshots(written: Snapshot, newest: Snapshot, next: Snapshot): Snapshot {
  if (isDeepStrictEqual(written.tables, newest.tables)) return withOthers(next, newest);
  const tables = mergeKeys(written.tables as Json, newest.tables as Json, next.tables as Json);
  return withOthers({ ...next, tables: tables as Snapshot['tables'] }, newest);
}

/** The next snapshot, with the newest one's enums, views and sequences, which dazzle never makes itself. */
function withOthers(next: Snapshot, newest: Snapshot): Snapshot {
  const { version, dialect, tables, internal, _meta } = next;
  return { ...newest, version, dialect, tables, internal, _meta };
}

function mergeKeys(written: Json, newest: Json, next: Json): Json {
  const merged: Json = {};
  for (const key of new Set([...Object.keys(next), ...Object.keys(newest)])) {
    const [was, is, wanted] = [written[key], newest[key], next[key]];
    if (isDeepStrictEqual(was, wanted)) {
      if (is !== undefined) merged[key] = is;
    } else if (isTree(is) && isTree(wanted)) {
      merged[key] = mergeKeys(isTree(was) ? was : {}, is, wanted);
    } else if (wanted !== undefined) {
      merged[key] = wanted;
    }
  }
  return merged;
}

function isTree(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
