import { createHash } from 'node:crypto';
import { groupBy } from '../group-by.ts';
import type { BaseEntry, Baseline, FileOperation } from '../types.ts';
import { printPack } from './pack-format.ts';
import { baselineDir, shapePath, shardOf } from './shard.ts';
import { printSpec } from './spec-file.ts';
import type { SpecFile } from './spec-file.ts';

/** Claims that dazzle keeps a pack under this path; other files below the baseline's folder are left alone. */
const isStored = (path: string): boolean => path.endsWith('.base');

/** The operations that turn the stored baseline into one with these entries; files that stay the same are not written. */
export function saveBaseline(
  baseline: Baseline,
  entries: Iterable<BaseEntry>,
  spec: SpecFile,
): FileOperation[] {
  const shards = groupBy(entries, shardOf);
  const counts = new Map<string, number>();
  for (const entry of baseline.entries.values()) {
    const shard = baseline.packs.get(entry.path)!;
    counts.set(shard, (counts.get(shard) ?? 0) + 1);
  }
  const isKnown = (path: string, list: readonly BaseEntry[]): boolean =>
    !baseline.damaged.has(path) &&
    counts.get(path) === list.length &&
    list.every(
      (entry) => baseline.entries.get(entry.path) === entry && baseline.packs.get(entry.path) === path,
    );
  const wanted = new Map<string, Uint8Array>();
  for (const [path, list] of shards) {
    if (isKnown(path, list)) {
      wanted.set(path, baseline.stored.get(path)!);
      continue;
    }
    list.sort((one, other) => (one.path < other.path ? -1 : 1));
    wanted.set(path, printPack(list[0]!, list));
  }
  if (wanted.size > 0 || spec.shape !== null) wanted.set(shapePath, printSpec(spec));
  const operations: FileOperation[] = [];
  for (const [path, contents] of wanted) {
    const before = baseline.stored.get(path);
    if (before === contents || (before !== undefined && Buffer.compare(before, contents) === 0)) continue;
    operations.push({ kind: 'write', path, contents, mode: 0o644, expect: hashOf(before) });
  }
  for (const [path, before] of baseline.stored) {
    if (!wanted.has(path) && path.startsWith(`${baselineDir}/`) && isStored(path)) {
      operations.push({ kind: 'delete', path, expect: hashOf(before) });
    }
  }
  return operations.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The sha256 of contents in hex; null where there is nothing. */
export function hashOf(contents: Uint8Array | null | undefined): string | null {
  return contents ? createHash('sha256').update(contents).digest('hex') : null;
}
