import type { BaseEntry, BookChange } from '../types.ts';
import { parsePack, printPack, unknownBase } from './pack-format.ts';
import { shapePath, shardOf } from './shard.ts';
import { reopenSpec } from './spec-file.ts';

/**
 * Makes the packs of a commit in which some paths could not be written: such a path keeps its old base, with the new version
 * pending. Needs the bytes of the packs alone, so that an interrupted commit can be finished without a plan.
 *
 * @returns the packs that differ from what the commit would have written; null: no file
 */
export function reopenPaths(
  books: readonly BookChange[],
  open: readonly string[],
): Promise<Map<string, Uint8Array | null>> {
  const wanted = new Set(open);
  const before = readEntries(books, (book) => book.before);
  const after = readEntries(books, (book) => book.after);
  const packs = new Map<string, Map<string, BaseEntry>>();
  for (const { path } of books) packs.set(path, new Map());
  for (const [path, { entry, pack }] of after) packs.get(pack)!.set(path, entry);
  const changed = new Set<string>();
  const reopened: BaseEntry[] = [];
  for (const path of wanted) {
    const old = before.get(path);
    const fresh = after.get(path);
    const entry = reopen(old?.entry ?? null, fresh?.entry ?? null);
    if (entry === null) continue;
    const pack = [shardOf(entry), fresh?.pack, old?.pack].find(
      (each) => each !== undefined && packs.has(each),
    )!;
    if (fresh !== undefined) packs.get(fresh.pack)!.delete(path);
    packs.get(pack)!.set(path, entry);
    if (entry.base === old?.entry.base) reopened.push(entry);
    changed.add(pack).add(fresh?.pack ?? pack);
  }
  const files = new Map([...changed].map((path) => [path, print([...packs.get(path)!.values()])] as const));
  const spec = reopenSpec(books, reopened);
  if (spec !== null) files.set(shapePath, spec);
  return Promise.resolve(files);
}

/** The entry of a path that could not be written; null where nothing waits for it. */
function reopen(old: BaseEntry | null, fresh: BaseEntry | null): BaseEntry | null {
  if (fresh === null) return old === null || old.once === 'secret' ? null : { ...old, pending: 'gone' };
  if (fresh.once !== null) return fresh;
  const { contents } = fresh.base;
  const next = fresh.pending ?? (contents === null ? null : { contents, mode: fresh.mode });
  const base = old?.base ?? unknownBase;
  return {
    ...fresh,
    base,
    mode: old?.mode ?? fresh.mode,
    pending: next,
    keepsMarkers: old?.keepsMarkers ?? false,
  };
}

function print(entries: BaseEntry[]): Uint8Array | null {
  if (entries.length === 0) return null;
  entries.sort((one, other) => (one.path < other.path ? -1 : 1));
  return printPack(entries[0]!, entries);
}

function readEntries(
  books: readonly BookChange[],
  side: (book: BookChange) => Uint8Array | null,
): Map<string, { readonly entry: BaseEntry; readonly pack: string }> {
  const found = new Map<string, { entry: BaseEntry; pack: string }>();
  for (const book of books) {
    const bytes = side(book);
    if (bytes === null || !book.path.endsWith('.base')) continue;
    for (const entry of parsePack(Buffer.from(bytes)).entries)
      found.set(entry.path, { entry, pack: book.path });
  }
  return found;
}
