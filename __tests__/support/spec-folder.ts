import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppSpec } from '../../lib/index.ts';
import { loadSpec } from '../../lib/spec/load-spec.ts';

/** The spec below `dsl/` of a project; throws what is wrong with it. */
export function readSpecFolder(folder: string, root: string | undefined): AppSpec {
  const files = readdirSync(join(folder, 'dsl')).sort();
  const sources = files.map((file) => ({ file, text: readFileSync(join(folder, 'dsl', file), 'utf8') }));
  const { spec, diagnostics } = loadSpec(sources, root === undefined ? {} : { root });
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

/** Changes a file below a project; `from` must be in it. */
export function editFile(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}
