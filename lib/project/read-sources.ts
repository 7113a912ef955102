import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from './manifest.ts';

/** The text of one `.dsl` file; `file` is POSIX, relative to the project. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

const ignoredFolders = new Set(['node_modules', '.git', '.dazzle', '.venv']);

/** Reads every `.dsl` file below the manifest's module paths, sorted by path; reports DZL220 to DZL223. A BOM is left out. */
export async function readSources(
  projectDir: string,
  manifest: Pick<Manifest, 'modulePaths' | 'locate'>,
): Promise<{ readonly sources: readonly SourceText[]; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  for (const path of manifest.modulePaths) {
    const absolute = resolve(projectDir, path);
    const found = await findDslFiles(absolute);
    if (found === null) {
      const place = manifest.locate?.(['modules', 'paths'], path);
      // The path may be the default, which stands nowhere.
      const isWritten = place?.frame?.includes(path) === true;
      diagnostics.push({ ...missingPath(path), ...(isWritten ? place : {}) });
    }
    for (const file of found ?? []) files.add(file);
  }
  if (files.size === 0 && diagnostics.length === 0) diagnostics.push(noSpec(manifest.modulePaths));
  const sources: SourceText[] = [];
  for (const absolute of files) {
    const file = relative(projectDir, absolute).split(sep).join('/');
    const read = await readText(absolute, file);
    if ('text' in read) sources.push({ file, text: read.text });
    else diagnostics.push(read.diagnostic);
  }
  return { sources: sources.sort((a, b) => (a.file < b.file ? -1 : 1)), diagnostics };
}

/** Null where the path does not exist. */
async function findDslFiles(absolute: string): Promise<string[] | null> {
  const about = await stat(absolute).catch(() => null);
  if (about === null) return null;
  if (about.isFile()) return [absolute];
  const entries = await readdir(absolute, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(absolute, entry.name);
    if (entry.isDirectory()) {
      if (!ignoredFolders.has(entry.name)) found.push(...((await findDslFiles(path)) ?? []));
    } else if (entry.name.endsWith('.dsl')) {
      found.push(path);
    }
  }
  return found;
}

async function readText(
  absolute: string,
  file: string,
): Promise<{ text: string } | { diagnostic: Diagnostic }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(absolute);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EACCES'
        ? 'you may not read it'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'ENOENT'
            ? 'the file that it links to does not exist'
            : message;
    return {
      diagnostic: {
        code: 'DZL223',
        severity: 'error',
        message: `${file} cannot be read: ${reason}`,
        fix: 'make it a file that you may read',
      },
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const line = firstBadLine(bytes);
    return {
      diagnostic: {
        code: 'DZL222',
        severity: 'error',
        message: `${file} is not UTF-8`,
        fix: 'save it as UTF-8',
        place: { file, line, column: 1 },
      },
    };
  }
}

function firstBadLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    const slice = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!Buffer.from(slice.toString('utf8')).equals(slice)) return line;
    if (end < 0) return line;
    start = end + 1;
  }
}

function missingPath(path: string): Diagnostic {
  return {
    code: 'DZL220',
    severity: 'error',
    message: `the spec is looked for in "${path}" ("paths" in [modules]), which does not exist`,
    fix: `make that folder and put a .dsl file there, or correct the path in dazzle.toml`,
  };
}

function noSpec(paths: readonly string[]): Diagnostic {
  return {
    code: 'DZL221',
    severity: 'error',
    message: `there is no .dsl file in ${paths.join(', ')}`,
    fix: 'write one, e.g. dsl/app.dsl, or correct "paths" below [modules] in dazzle.toml',
  };
}
