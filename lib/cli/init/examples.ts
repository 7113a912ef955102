import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** A file of a spec to start from, named as it will be called below `dsl/`. */
export interface SpecFile {
  readonly name: string;
  readonly text: string;
}

/** An example that comes with dazzle. */
export interface Example {
  readonly name: string;
  /** One line about it. */
  readonly summary: string;
  readonly files: readonly SpecFile[];
}

/** The examples below `examples/`: each a folder with .dsl files, in `dsl/` or directly. Sorted by size, smallest first. */
export function listExamples(root = join(packageRoot(), 'examples')): Example[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readExample(join(root, entry.name)) ?? [])
    .sort((a, b) => sizeOf(a) - sizeOf(b));
}

function readExample(folder: string): Example | null {
  const dsl = existsSync(join(folder, 'dsl')) ? join(folder, 'dsl') : folder;
  const names = readdirSync(dsl)
    .filter((name) => name.endsWith('.dsl'))
    .sort();
  const files = names.map((name) => ({ name, text: readFileSync(join(dsl, name), 'utf8') }));
  const [first] = files;
  if (first === undefined) return null;
  const single = files.length === 1 ? [{ name: 'app.dsl', text: first.text }] : files;
  return { name: basename(folder), summary: summarize(folder, files), files: single };
}

/** The README's first paragraph, else the app's title. */
function summarize(folder: string, files: readonly SpecFile[]): string {
  const readme = join(folder, 'README.md');
  if (existsSync(readme)) {
    const lines = readFileSync(readme, 'utf8').split(/\r?\n/);
    const line = lines.find((candidate) => /^[^#\s[<!]/.test(candidate));
    if (line !== undefined) return line.replace(/(?<=\.)\s.*/, '').trim();
  }
  for (const { text } of files) {
    const title = /^app\s+\w+\s+["'](.+)["']/m.exec(text)?.[1];
    if (title !== undefined) return title;
  }
  return basename(folder);
}

function sizeOf({ files }: Example): number {
  return files.reduce((sum, file) => sum + file.text.length, 0);
}
