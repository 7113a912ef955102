import { join } from 'node:path';
import { recordNames } from './apply.ts';
import { realFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { placesOf } from './places.ts';
import { parseRecord } from './record.ts';
import type { CommitRecord } from './record.ts';

/** A build that can be undone. */
export interface BuildSummary {
  readonly build: number;
  /** ISO time at which it was committed. */
  readonly started: string;
  /** How many files it created, replaced and deleted. */
  readonly created: number;
  readonly replaced: number;
  readonly deleted: number;
}

/** The builds that can be undone, the last one first; those that only changed the baseline go along with the one before. */
export async function listBuilds(
  projectDir: string,
  options: { readonly fs?: FileSystem } = {},
): Promise<BuildSummary[]> {
  const records = await readRecords(projectDir, options.fs ?? realFileSystem);
  return records.filter(hasFiles).map(({ build, started, steps }) => {
    const files = steps.filter((step) => !step.book);
    const deleted = files.filter((step) => step.after === null).length;
    const created = files.filter((step) => step.before === null).length;
    return { build, started, created, replaced: files.length - created - deleted, deleted };
  });
}

/** Claims that a build changed files of the user's, and not the baseline alone. */
export function hasFiles({ steps }: CommitRecord): boolean {
  return steps.some((step) => !step.book);
}

/** The records of the builds that can be undone, the last one first. */
export async function readRecords(projectDir: string, fs: FileSystem): Promise<CommitRecord[]> {
  const { undo } = placesOf(projectDir);
  const names = ((await fs.list(undo)) ?? []).filter((name) => /^\d+$/.test(name));
  const records: CommitRecord[] = [];
  const undone = new Set<number>();
  for (const name of names) {
    const back = parseRecord(await fs.read(join(undo, name, recordNames.undo)));
    for (const build of back?.undoes ?? []) undone.add(build);
    const record = parseRecord(await fs.read(join(undo, name, recordNames.build)));
    if (record !== null) records.push(record);
  }
  return records.filter((record) => !undone.has(record.build)).sort((one, other) => other.build - one.build);
}
