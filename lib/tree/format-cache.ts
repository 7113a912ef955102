import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Formatted texts by a hash of the text, the formatter's version and its settings. */
export interface FormatCache {
  get(hash: string): string | undefined;
  set(hash: string, text: string): void;
  /** Writes the entries that were asked for or set since opening; call it after the commit only. */
  save(): Promise<void>;
}

/** Opens the cache in `folder` (absolute, e.g. `<project>/.dazzle/cache/format`); one that is missing or broken is empty. */
export async function openFormatCache(folder: string): Promise<FormatCache> {
  const file = join(folder, 'texts.json');
  const earlier = await readEntries(file);
  const used = new Map<string, string>();
  let isChanged = false;
  return {
    get(hash) {
      const text = used.get(hash) ?? earlier.get(hash);
      if (text !== undefined) used.set(hash, text);
      return text;
    },
    set(hash, text) {
      used.set(hash, text);
      isChanged = true;
    },
    async save() {
      if (!isChanged && used.size === earlier.size) return;
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}.tmp`;
      await writeFile(draft, JSON.stringify(Object.fromEntries(used)), { mode: 0o600 });
      await rename(draft, file);
      isChanged = false;
    },
  };
}

async function readEntries(file: string): Promise<Map<string, string>> {
  try {
    const entries: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof entries !== 'object' || entries === null) return new Map();
    return new Map(
      Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}
