import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DazzleError, diagnose, fitName, ownerNote, splitBranches } from '../../../../lib/index.ts';
import type { Diagnostic, ExistingFiles, Rename } from '../../../../lib/index.ts';
import type { SchemaDialect } from './dialect.ts';
import { makeStatements, type FillValue } from './make-statements.ts';
import { mergeSnapshots } from './merge-snapshots.ts';
import type { SchemaRename } from './rename-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import type { TableModel } from './table-model.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** drizzle-kit's list of migrations. `when` orders them; dazzle writes the last `when` plus 1, not the current time. */
interface Journal {
  readonly version: string;
  readonly dialect: string;
  readonly entries: readonly {
    readonly idx: number;
    readonly version: string;
    readonly when: number;
    readonly tag: string;
    readonly breakpoints: boolean;
  }[];
}

/** The migration files of one dialect, by path in the backend's folder. */
export interface MigrationFiles {
  /** Migrations and snapshots that are on the disk already; they belong to the user since they were written. */
  readonly kept: ReadonlyMap<string, string>;
  /** A migration and its snapshot that this build adds; empty where the schema did not change. */
  readonly added: ReadonlyMap<string, string>;
  /** Files that each build writes again: `_journal.json`, `written.json`, and kept files that had git's conflict markers. */
  readonly lists: ReadonlyMap<string, string>;
  /** Name of the added migration, or null. */
  readonly tag: string | null;
}

/** The content of `written.json`: the schema of the last build. */
interface WrittenSchema extends Pick<Snapshot, 'tables'> {
  readonly fingerprint?: string;
  /** All renames that the spec declared then, in its own names; absent in files of early versions of dazzle. */
  readonly renames?: readonly Rename[];
}

/** The `prevId` of the first snapshot, as drizzle-kit writes it. */
const noSnapshot = '00000000-0000-0000-0000-000000000000';

/**
 * Reads the migrations that exist and adds the one that leads from them to `tables`.
 *
 * @param renames those since the last build, in the database's names
 * @param declared all that the spec declares, to be kept in `written.json`
 *
 * Throws DazzleError DZL375 where one of the files is not JSON, or where two merged branches each added a migration and
 * `hasMore` finds a table or column that nothing explains.
 */
export async function planMigration(
  dialect: SchemaDialect,
  existing: ExistingFiles,
  tables: readonly TableModel[],
  renames: readonly SchemaRename[],
  declared: readonly Rename[],
  fill: FillValue,
): Promise<MigrationFiles> {
  const { folder } = dialect;
  const listPath = `${folder}/meta/_journal.json`;
  const writtenPath = `${folder}/written.json`;
  const journal = readJson<Journal>(existing, listPath) ?? {
    ...ownerNote,
    version: '7',
    dialect: dialect.name,
    entries: [],
  };
  const isBranched = splitBranches(existing.read(listPath) ?? '') !== null;
  if (!Array.isArray(journal.entries)) throw new DazzleError(unreadable(listPath, isBranched));
  const { kept, mended } = readKept(existing, folder, journal);
  const last = journal.entries.at(-1);
  const newest =
    last === undefined ? undefined : readJson<Snapshot>(existing, snapshotPath(folder, last.idx));
  const fingerprint = fingerprintOf(tables);
  const before = isBranched ? undefined : readJson<WrittenSchema>(existing, writtenPath);
  const isSame = before?.fingerprint === fingerprint && isDeepStrictEqual(before.renames, declared);
  if (newest !== undefined && isSame) {
    const texts = [writtenPath, listPath].map((path) => [path, existing.read(path)!] as const);
    return { kept, added: new Map(), lists: new Map(texts), tag: null };
  }
  const wanted = await takeSnapshot(dialect, tables);
  const origin = newest ?? (await takeSnapshot(dialect, []));
  if (isBranched && hasMore(origin, wanted, renames)) throw new DazzleError(unreadable(listPath, true));
  const written = (before as Snapshot | undefined) ?? origin;
  const target = mergeSnapshots(written, origin, wanted);
  const statements = await makeStatements(dialect, origin, target, renames, fill);
  const lists = new Map<string, string>([
    ...mended,
    [
      writtenPath,
      writeJson({
        ...ownerNote,
        version: wanted.version,
        dialect: wanted.dialect,
        fingerprint,
        renames: declared,
        tables: wanted.tables,
      }),
    ],
  ]);
  if (statements.length === 0 && last !== undefined) {
    return {
      kept,
      added: new Map(),
      lists: lists.set(listPath, writeJson({ ...ownerNote, ...journal })),
      tag: null,
    };
  }
  const idx = last === undefined ? 0 : last.idx + 1;
  const tag = `${String(idx).padStart(4, '0')}_${fitName(nameMigration(origin, target, renames), 150)}`;
  const entry = { idx, version: target.version, when: (last?.when ?? 0) + 1, tag, breakpoints: true };
  const snapshot = { ...target, id: contentId(target.tables, tag), prevId: newest?.id ?? noSnapshot };
  return {
    kept,
    added: new Map([
      [`${folder}/${tag}.sql`, `${statements.join('\n--> statement-breakpoint\n')}\n`],
      [snapshotPath(folder, idx), writeJson(snapshot)],
    ]),
    lists: lists.set(listPath, writeJson({ ...ownerNote, ...journal, entries: [...journal.entries, entry] })),
    tag,
  };
}

/** A hash of the tables: while it stays the same, drizzle need not be loaded. Fields are left out, as they hold line numbers. */
function fingerprintOf(tables: readonly TableModel[]): string {
  const text = JSON.stringify(tables, (key, value: unknown) => (key === 'field' ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

/** The files of the listed migrations; `mended` are those that had git's conflict markers, as the own branch has them. */
function readKept(
  existing: ExistingFiles,
  folder: string,
  journal: Journal,
): { kept: Map<string, string>; mended: Map<string, string> } {
  const kept = new Map<string, string>();
  const mended = new Map<string, string>();
  for (const { idx, tag } of journal.entries) {
    for (const path of [`${folder}/${tag}.sql`, snapshotPath(folder, idx)]) {
      const text = existing.read(path);
      const own = text === undefined ? undefined : splitBranches(text)?.[0];
      if (own !== undefined) mended.set(path, own);
      else if (text !== undefined) kept.set(path, text);
    }
  }
  return { kept, mended };
}

/**
 * Claims that `origin` has a table or column that `wanted` lacks and no rename explains. After two branches were merged, it is
 * unknown whether the other branch removed it or a person added it by hand.
 */
function hasMore(origin: Snapshot, wanted: Snapshot, renames: readonly SchemaRename[]): boolean {
  const isRenamed = (name: string): boolean => renames.some(({ from }) => from === name);
  const tableNow = (name: string): string =>
    renames.find((rename) => rename.kind === 'table' && rename.from === name)?.to ?? name;
  return Object.values(origin.tables).some(({ name, columns }) => {
    const target = Object.values(wanted.tables).find((table) => table.name === tableNow(name));
    return (
      target === undefined ||
      Object.keys(columns).some((column) => !(column in target.columns) && !isRenamed(column))
    );
  });
}

/** The words in a migration's file name, which tell of one change only: `initial`, `add_ticket_priority`. */
function nameMigration(from: Snapshot, to: Snapshot, renames: readonly SchemaRename[]): string {
  if (Object.keys(from.tables).length === 0) return 'initial';
  const missing = (one: Snapshot, other: Snapshot): string[] =>
    Object.entries(one.tables).flatMap(([key, { name }]) => (key in other.tables ? [] : [name]));
  const [added, removed] = [missing(to, from), missing(from, to)];
  const rename = renames.find(({ kind, from: old, to: now }) =>
    kind === 'table' ? removed.includes(old) && !removed.includes(now) : false,
  );
  if (rename !== undefined) return `rename_${rename.from}_to_${rename.to}`;
  if (added.length > 0) return `add_${added[0]}`;
  if (removed.length > 0) return `remove_${removed[0]}`;
  for (const [key, table] of Object.entries(to.tables)) {
    const before = from.tables[key]!;
    const { name } = table;
    const newColumn = Object.keys(table.columns).find((column) => !(column in before.columns));
    const goneColumn = Object.keys(before.columns).find((column) => !(column in table.columns));
    const isRenamed = renames.some(
      (rename) => rename.kind === 'column' && rename.table === name && rename.from === goneColumn,
    );
    if (goneColumn !== undefined && (newColumn !== undefined || isRenamed)) return `change_${name}`;
    if (newColumn !== undefined) return `add_${name}_${newColumn}`;
    if (goneColumn !== undefined) return `remove_${name}_${goneColumn}`;
    if (!isDeepStrictEqual(table, before)) return `change_${name}`;
  }
  return 'change_schema';
}

function snapshotPath(folder: string, idx: number): string {
  return `${folder}/meta/${String(idx).padStart(4, '0')}_snapshot.json`;
}

/** A snapshot's id in the form of a UUID: a hash of its tables and its migration's name, so that equal builds give equal ids. */
function contentId(tables: object, tag: string): string {
  const digest = createHash('sha256').update(tag).update(JSON.stringify(tables)).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function readJson<T>(existing: ExistingFiles, path: string): T | undefined {
  const text = existing.read(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(splitBranches(text)?.[0] ?? text) as T;
  } catch {
    throw new DazzleError(unreadable(path, /^<{7} /m.test(text)));
  }
}

function unreadable(path: string, hasMarkers: boolean): Diagnostic {
  return diagnose('DZL375', {
    message: hasMarkers
      ? `two branches each added a migration, and ${path} has git's conflict markers`
      : `${path} is not JSON any more, so the next migration cannot be told`,
    fix: hasMarkers
      ? "take one branch's files below drizzle/ (git checkout --ours -- drizzle), remove the migrations that only the other has, then build again"
      : 'bring the file back, as from git, then build again',
  });
}

function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
