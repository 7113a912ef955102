import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isAppName, starterSpec } from '../../../../generators/app/index.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, hasErrors, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { AppSpec } from '../../../spec/app-spec.ts';
import { loadSpec } from '../../../spec/load-spec.ts';
import { asTitle } from '../../../words/phrases.ts';
import { listExamples, type SpecFile } from './examples.ts';

/** A spec to start from: its files, and what it says of itself. */
export interface StartingSpec {
  /** Below `dsl/`; empty where the folder has its spec already. */
  readonly files: readonly SpecFile[];
  readonly name: string;
  /** Null for a spec without a `module` line. */
  readonly root: string | null;
  readonly spec: AppSpec;
  readonly warnings: readonly Diagnostic[];
}

/** The spec of the starter, for a new application of this name. */
export async function starterStart(name: string): Promise<StartingSpec> {
  return readStart([{ name: 'app.dsl', text: starterSpec(name, asTitle(name)) }]);
}

/**
 * Finds what `--from` names: `starter`, an example, or a .dsl file or folder of them (relative to `cwd`).
 * @throws DazzleError DZL510, or the spec's own errors.
 */
export async function findStart(from: string, cwd: string, appName: string): Promise<StartingSpec> {
  if (from === 'starter') return starterStart(appName);
  const examples = listExamples();
  const example = examples.find(({ name }) => name === from);
  if (example !== undefined) return readStart(example.files);
  const path = resolve(cwd, from);
  if (existsSync(path)) {
    const files = await readSpecFiles(path);
    if (files.length > 0) return readStart(files, from);
  }
  const names = ['starter', ...examples.map(({ name }) => name)];
  const near = suggest(from, names);
  throw new DazzleError(
    diagnose('DZL510', {
      message: `--from "${from}" is neither an example nor a .dsl file`,
      fix:
        near === undefined
          ? `name a .dsl file that exists, or one of ${names.join(', ')}`
          : `did you mean "${near}"?`,
    }),
  );
}

/** The spec that is in the project's `dsl/` already, or null. */
export async function existingStart(projectDir: string): Promise<StartingSpec | null> {
  const folder = join(projectDir, 'dsl');
  if (!existsSync(folder)) return null;
  const files = await readSpecFiles(folder);
  if (files.length === 0) return null;
  return { ...(await readStart(files, 'dsl')), files: [] };
}

async function readSpecFiles(path: string): Promise<SpecFile[]> {
  if ((await stat(path)).isFile()) return [{ name: 'app.dsl', text: await readSpecText(path) }];
  const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.dsl')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replaceAll('\\', '/'),
      text: await readSpecText(join(path, name)),
    })),
  );
}

/** The text of a file, with its byte order mark, so that it can be copied byte for byte. */
async function readSpecText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DazzleError(
      diagnose('DZL510', {
        message: `${path} is not UTF-8 text, so it cannot be a spec`,
        fix: 'save it as UTF-8',
      }),
    );
  }
}

/** Reads a spec and takes its name and root from it. */
export async function readStart(files: readonly SpecFile[], from?: string): Promise<StartingSpec> {
  const single = files.length === 1 && from !== undefined && from !== 'dsl' ? from : null;
  const sources = files.map(({ name, text }) => ({ file: single ?? `dsl/${name}`, text }));
  const root = findRoot(files);
  const { spec, diagnostics } = loadSpec(sources, root === null ? {} : { root });
  if (spec === null || hasErrors(diagnostics)) throw new DazzleError(diagnostics);
  return {
    files,
    name: isAppName(spec.name) ? spec.name : spec.name.toLowerCase(),
    root: root ?? (spec.module === '' ? null : spec.module),
    spec,
    warnings: diagnostics,
  };
}

/** The module of the file that has the `app` line. */
function findRoot(files: readonly SpecFile[]): string | null {
  for (const { text } of files) {
    const head = text.search(/^app\s+[A-Za-z_]/m);
    if (head < 0) continue;
    const modules = [...text.slice(0, head).matchAll(/^module\s+([A-Za-z_][\w.]*)/gm)];
    return modules.at(-1)?.[1] ?? null;
  }
  return null;
}
