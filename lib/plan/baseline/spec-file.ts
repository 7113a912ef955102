import { isDeepStrictEqual } from 'node:util';
import type { BaseEntry, Behind, BookChange } from '../types.ts';
import { shapePath } from './shard.ts';

/** What the baseline keeps of the spec. */
export interface SpecFile {
  /** Of the last build. */
  readonly shape: unknown;
  /** The version of dazzle that built. */
  readonly version: string | null;
  /** What is still of specs before the last build's. */
  readonly behind: readonly Behind[];
}

/** Writes the file, one name a line, so that git merges two branches' files. */
export function printSpec({ shape, version, behind }: SpecFile): Uint8Array {
  const more = behind.length === 0 ? {} : { behind };
  return Buffer.from(`${JSON.stringify({ dazzle: version, shape, ...more }, null, 1)}\n`);
}

/** Reads the file; null where it is damaged. */
export function parseSpec(bytes: Uint8Array): SpecFile | null {
  try {
    const { shape, dazzle, behind } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<
      string,
      unknown
    >;
    return {
      shape: shape ?? null,
      version: typeof dazzle === 'string' ? dazzle : null,
      behind: Array.isArray(behind) ? behind.filter(isBehind) : [],
    };
  } catch {
    return null;
  }
}

function isBehind(value: unknown): value is Behind {
  const { paths, shape } = (value ?? {}) as Partial<Behind>;
  return Array.isArray(paths) && typeof shape === 'object' && shape !== null;
}

/** The shape of the spec that an entry is of. */
export function specOf(
  { shape, behind }: Pick<SpecFile, 'shape' | 'behind'>,
  { path, outputDir }: Pick<BaseEntry, 'path' | 'outputDir'>,
): unknown {
  const listed = (name: string): Behind | undefined => behind.find(({ paths }) => paths.includes(name));
  const found = listed(path) ?? listed(outputDir);
  return found === undefined ? shape : found.shape;
}

/** Writes the file for a commit that leaves some entries as they were; null where it is as the commit would write it. */
export function reopenSpec(books: readonly BookChange[], open: readonly BaseEntry[]): Uint8Array | null {
  const book = books.find(({ path }) => path === shapePath);
  const [before, after] = [book?.before, book?.after].map((bytes) => (bytes ? parseSpec(bytes) : null));
  if (!before || !after) return null;
  const late = open.flatMap((entry): Behind[] => {
    const shape = specOf(before, entry);
    return isDeepStrictEqual(renamesOf(shape), renamesOf(after.shape))
      ? []
      : [{ paths: [entry.path], shape }];
  });
  return late.length === 0 ? null : printSpec({ ...after, behind: joinBehind([...late, ...after.behind]) });
}

function renamesOf(shape: unknown): unknown {
  return (shape as { readonly renames?: unknown } | null)?.renames;
}

/** One item for each shape, sorted. */
export function joinBehind(items: readonly Behind[]): Behind[] {
  const joined = new Map<string, Behind>();
  for (const { paths, shape } of items) {
    const key = JSON.stringify(shape);
    joined.set(key, { paths: [...new Set([...(joined.get(key)?.paths ?? []), ...paths])].sort(), shape });
  }
  return [...joined.values()].sort((one, other) => (one.paths[0]! < other.paths[0]! ? -1 : 1));
}
