import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { createRegistry } from '../../lib/backend/registry.ts';
import type { Backend } from '../../lib/backend/types.ts';
import { build } from '../../lib/build.ts';
import type { BuildOutcome } from '../../lib/request.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A folder for the code that pages of the docs show, as deep below the root as a backend, so that its imports hold. */
export interface WrittenCode {
  /** The path of a file in it. */
  from(file: string): string;
  remove(): void;
}

/** Writes the code blocks of pages that name a file. */
export function writeCode(name: string, pages: readonly string[]): WrittenCode {
  const folder = path.join(root, '.tmp', `${name}-${process.pid}`);
  const from = (file: string): string => path.join(folder, file);
  mkdirSync(folder, { recursive: true });
  for (const page of pages) {
    const text = readFileSync(path.join(root, 'docs', page), 'utf8');
    for (const [, file, code] of text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)) {
      writeFileSync(from(file!), code!);
    }
  }
  return { from, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The mistakes that the compiler finds in files, under the repository's own settings. */
export function compile(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([...files], options);
  return files
    .map((file) => program.getSourceFile(file))
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** A project with one backend that the docs write. */
export interface WrittenProject {
  readonly folder: string;
  /** Builds with the backend, and lets hooks on the disk run. */
  buildWith(backend: Backend): Promise<BuildOutcome>;
  /** The text of a file that the backend made. */
  made(file: string): string;
  remove(): void;
}

/** Makes the project; `settings` is added to its `dazzle.toml`, and `set` has answers by backend. */
export function writeProject(
  spec: string,
  backendName: string,
  {
    settings = '',
    set = {},
  }: { readonly settings?: string; readonly set?: Record<string, Record<string, string>> } = {},
): WrittenProject {
  const folder = mkdtempSync(path.join(tmpdir(), 'dazzle-written-'));
  writeFileSync(path.join(folder, 'app.dsl'), spec);
  writeFileSync(
    path.join(folder, 'dazzle.toml'),
    `[project]\nname = "shop"\n\n[modules]\npaths = ["./app.dsl"]\n\n[stack]\nbackends = ["${backendName}"]\n\n${settings}`,
  );
  return {
    folder,
    buildWith: (backend) => buildIn(folder, backend, set),
    made: (file) => readFileSync(path.join(folder, 'apps', backendName, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function buildIn(
  projectDir: string,
  backend: Backend,
  set: Record<string, Record<string, string>>,
): Promise<BuildOutcome> {
  return build(
    {
      projectDir,
      dryRun: false,
      yes: true,
      onConflict: 'keep',
      stack: null,
      backends: null,
      out: null,
      set,
      skipHooks: [],
      diskHooks: true,
      restore: [],
      prune: false,
      signal: new AbortController().signal,
    },
    {
      registry: createRegistry([backend]),
      prompter: {
        interactive: false,
        answer: () => Promise.reject(new Error('not asked')),
        settle: () => Promise.reject(new Error('not asked')),
        confirmRenames: () => Promise.resolve([]),
      },
      reporter: {
        phase: () => undefined,
        diagnostic: () => undefined,
        planned: () => undefined,
        step: () => undefined,
        progress: () => undefined,
      },
      version: '0.0.0',
    },
  );
}
