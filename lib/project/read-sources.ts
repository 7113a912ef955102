import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
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
    const about = await stat(absolute).catch(() => null);
    if (about?.isDirectory() === true) {
      const unreadable = await findDslFiles(absolute, files, new Set());
      for (const { folder, error } of unreadable) {
        diagnostics.push(unreadableSource(nameFrom(projectDir, folder), error));
      }
    } else if (about !== null && absolute.endsWith('.dsl')) files.add(absolute);
    else {
      const place = manifest.locate?.(['modules', 'paths'], path);
      // A path that is the default is not written in the manifest, so there is no place to point at.
      const isWritten = place?.frame?.includes(path.replaceAll('\\', '')) === true || path.includes('\\');
      const problem = about === null ? missingPath(path) : noSpecFile(path);
      diagnostics.push({ ...problem, ...(isWritten ? place : {}) });
    }
  }
  if (files.size === 0 && diagnostics.length === 0) diagnostics.push(noSpec(manifest.modulePaths));
  const sources: SourceText[] = [];
  for (const absolute of files) {
    const file = nameFrom(projectDir, absolute);
    const read = await readText(absolute, file);
    if ('text' in read) sources.push({ file, text: read.text });
    else diagnostics.push(read.diagnostic);
  }
  return { sources: sources.sort((a, b) => (a.file < b.file ? -1 : 1)), diagnostics };
}

/** A folder that cannot be listed. */
interface UnreadableFolder {
  readonly folder: string;
  readonly error: NodeJS.ErrnoException;
}

/** Adds the `.dsl` files below a folder to `files`; links to folders are followed, each folder once. */
async function findDslFiles(
  folder: string,
  files: Set<string>,
  seen: Set<string>,
): Promise<UnreadableFolder[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return [{ folder, error: error as NodeJS.ErrnoException }];
  }
  const unreadable: UnreadableFolder[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (target?.isDirectory() === true) {
      if (!ignoredFolders.has(entry.name)) unreadable.push(...(await findDslFiles(path, files, seen)));
    } else if (entry.name.endsWith('.dsl') && (target === null || target.isFile())) {
      files.add(path);
    }
  }
  return unreadable;
}

function nameFrom(projectDir: string, absolute: string): string {
  return relative(projectDir, absolute).split(sep).join('/');
}

async function readText(
  absolute: string,
  file: string,
): Promise<{ text: string } | { diagnostic: Diagnostic }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(absolute);
  } catch (error) {
    return { diagnostic: unreadableSource(file, error as NodeJS.ErrnoException) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const line = firstBadLine(bytes);
    return {
      diagnostic: diagnose('DZL222', {
        message: `${file} is not UTF-8`,
        fix: 'save it as UTF-8',
        place: { file, line, column: 1 },
      }),
    };
  }
}

function unreadableSource(file: string, { code, message }: NodeJS.ErrnoException): Diagnostic {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'you may not read it',
    EISDIR: 'it is a folder',
    ENOENT: 'the file that it links to does not exist',
  };
  return diagnose('DZL223', {
    message: `${file} cannot be read: ${reasons[code ?? ''] ?? message}`,
    fix: 'make it a file that you may read',
  });
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
  return diagnose('DZL220', {
    message: `the spec is looked for in "${path}" ("paths" in [modules]), which does not exist`,
    fix: `make that folder and put a .dsl file there, or correct the path in dazzle.toml`,
  });
}

function noSpecFile(path: string): Diagnostic {
  return diagnose('DZL221', {
    message: `"${path}" ("paths" in [modules]) is no .dsl file`,
    fix: 'name folders with .dsl files there, or such files',
  });
}

function noSpec(paths: readonly string[]): Diagnostic {
  return diagnose('DZL221', {
    message: `there is no .dsl file in ${paths.join(', ')}`,
    fix: 'write one, e.g. dsl/app.dsl, or correct "paths" below [modules] in dazzle.toml',
  });
}
