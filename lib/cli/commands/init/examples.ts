import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../../package-root.ts';

/** A file of a spec to start from, named as it will be called below `dsl/`. */
export interface SpecFile {
  readonly name: string;
  readonly text: string;
}

/** An example that comes with dazzle. */
interface Example {
  readonly name: string;
  /** A few words: what it is. */
  readonly title: string;
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
  return { name: basename(folder), ...describe(folder, files), files: single };
}

/** The README's heading and first paragraph, else the app's title. */
function describe(folder: string, files: readonly SpecFile[]): Pick<Example, 'title' | 'summary'> {
  const app = files.map(({ text }) => /^app\s+\w+\s+["'](.+)["']/m.exec(text)?.[1]).find(Boolean);
  const fallback = app ?? basename(folder);
  const readme = join(folder, 'README.md');
  if (!existsSync(readme)) return { title: fallback, summary: fallback };
  const lines = readFileSync(readme, 'utf8').split(/\r?\n/);
  const heading = lines.find((line) => line.startsWith('# '))?.slice(2);
  const paragraph = lines.find((line) => /^[^#\s[<!]/.test(line));
  return {
    title: heading?.replace(/^.*: /, '') ?? fallback,
    summary: paragraph?.replace(/(?<=\.)\s.*/, '').trim() ?? fallback,
  };
}

function sizeOf({ files }: Example): number {
  return files.reduce((sum, file) => sum + file.text.length, 0);
}
