import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { createRegistry } from '../../lib/backend/registry.ts';
import type { Backend, Hook } from '../../lib/backend/types.ts';
import { build } from '../../lib/build.ts';
import { addPlugins } from '../../lib/load-plugins.ts';
import type { BuildOutcome } from '../../lib/request.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** As deep below the root as `generators/data_dictionary`, so that the imports of the pages hold. */
const folder = path.join(root, '.tmp', `written-${process.pid}`);
const project = mkdtempSync(path.join(tmpdir(), 'dazzle-written-'));
const from = (file: string) => path.join(folder, file);

function writeBlocks(page: string): void {
  const text = readFileSync(path.join(root, 'docs', page), 'utf8');
  for (const [, file, code] of text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)) {
    writeFileSync(from(file!), code!);
  }
}

/** The mistakes that the compiler finds in files, under the repository's own settings. */
function compile(files: readonly string[]): string[] {
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

async function buildWith(backend: Backend): Promise<BuildOutcome> {
  return build(
    {
      projectDir: project,
      dryRun: false,
      yes: true,
      onConflict: 'keep',
      stack: null,
      backends: null,
      out: null,
      set: { data_dictionary: { detail: 'full' } },
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

const spec = `app shop "Shop"

entity Task "Task":
  id: uuid pk
  title: str(200) required
  due_on: date

surface task_list "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
`;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeBlocks('writing-a-backend.md');
  writeBlocks('writing-a-hook.md');
  writeFileSync(path.join(project, 'app.dsl'), spec);
  writeFileSync(
    path.join(project, 'dazzle.toml'),
    '[project]\nname = "shop"\n\n[modules]\npaths = ["./app.dsl"]\n\n[stack]\nbackends = ["data_dictionary"]\n\n' +
      '[hooks.add_license]\nholder = "Jo Smith"\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
});

describe('the backend and the hooks that the docs write', () => {
  it('compile', () => {
    expect(compile([from('index.ts'), from('hooks.ts')])).toEqual([]);
  }, 60_000);

  it('make their files, run their hooks, and change nothing the second time', async () => {
    const { default: written } = (await import(from('index.ts'))) as { default: Backend };
    const { addLicense, countLines } = (await import(from('hooks.ts'))) as Record<string, Hook>;
    const backend: Backend = {
      ...written,
      templates: pathToFileURL(`${folder}/`),
      hooks: [...written.hooks, addLicense!, countLines!],
    };

    const first = await buildWith(backend);
    expect(first.diagnostics).toEqual([]);
    expect(first.changes.map(({ kind, path: file }) => `${kind} ${file}`)).toEqual([
      'create apps/data_dictionary/LICENSE',
      'create apps/data_dictionary/README.md',
      'create apps/data_dictionary/task.md',
    ]);
    expect(first.hooks.map(({ name, success, message }) => [name, success, message])).toEqual([
      ['check_links', true, 'each link leads to a page'],
      ['add_license', true, 'LICENSE is written'],
      ['count_lines', true, 'the license is counted'],
    ]);
    expect(first.hooks.at(-1)!.displayToUser).toEqual(['lines: 1']);
    const made = (file: string) => readFileSync(path.join(project, 'apps/data_dictionary', file), 'utf8');
    expect(made('README.md')).toBe('# Shop\n\nEntities: 1.\n\n- [Task](task.md)\n');
    expect(made('task.md')).toBe(
      '# Task\n\n| field | type | rules |\n| --- | --- | --- |\n| id | uuid | required |\n| title | str | required |\n| due_on | date |  |\n',
    );
    expect(made('LICENSE')).toBe('Copyright Jo Smith. All rights reserved.\n');

    const second = await buildWith(backend);
    expect(new Set(second.changes.map(({ kind }) => kind))).toEqual(new Set(['identical']));
    expect(second.hooks.find(({ name }) => name === 'count_lines')!.skippedBecause).toBe('unchanged');
  });

  it('load as a plug-in', async () => {
    const { default: written } = (await import(from('index.ts'))) as { default: Backend };
    const plugged = await addPlugins([written], { plugins: [from('license.mjs')] }, project);
    expect(plugged.map(({ hooks }) => hooks.map(({ name }) => name))).toEqual([
      ['check_links', 'add_license'],
    ]);
  });
});
