import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from '@jest/globals';
import { createRegistry } from '../../lib/backend/registry.ts';
import { defineBackend, defineGenerator, formatCode, type Backend } from '../../lib/index.ts';
import { build } from '../../lib/build.ts';
import type { Change } from '../../lib/plan/types.ts';
import type { BuildOutcome, BuildRequest, Prompter, Reporter } from '../../lib/request.ts';

/** A small spec; tests change it by replacing words. */
export const spec = `module shop.core
app shop "Shop"
entity Client "Client":
  id: uuid pk
  name: str(100) required
surface client_list "Clients":
  uses entity Client
  mode: list
  section main "Clients":
    field name "Name"
`;

/** Absolute path of the project of the running test. */
export let projectDir: string;
/** Gives each test of the file a project of its own. */
export function useProject(): void {
  beforeEach(() => {
    projectDir = mkdtempSync(path.join(tmpdir(), 'dazzle-build-'));
    write(
      'dazzle.toml',
      '# mine\n[project]\nname = "shop"\nroot = "shop.core"\n\n[stack]\nbackends = ["demo"]\n',
    );
    write('dsl/app.dsl', spec);
  });
  afterEach(() => rmSync(projectDir, { recursive: true, force: true }));
}

/** Writes a file of the project. */
export function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(projectDir, file)), { recursive: true });
  writeFileSync(path.join(projectDir, file), text);
}

/** The text of a file of the project. */
export const read = (file: string): string => readFileSync(path.join(projectDir, file), 'utf8');

/** Every file of the project outside of `.dazzle`, with its text. */
export function snapshot(): Record<string, string> {
  const files = readdirSync(projectDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    paths.filter((file) => !file.startsWith('.dazzle')).map((file) => [file, read(file)]),
  );
}

const entities = defineGenerator({
  name: 'entities',
  description: 'one file an entity',
  generate({ spec: app, tree, answers }) {
    tree.write('head.txt', `${app.title}\n\n${String(answers.greeting)}\n`);
    for (const entity of app.entities) {
      const lines = entity.fields.map((field) => `  ${field.name} ${field.type.kind}\n`);
      tree.write(`${entity.name.toLowerCase()}.txt`, `${entity.name}\n${lines.join('\n')}end\n`, {
        subject: `entity:${entity.name}`,
        role: 'text',
      });
    }
  },
});

/** The backend `demo`, with parts replaced. */
export function backend(more: Partial<Backend> = {}): Backend {
  return defineBackend({
    name: 'demo',
    summary: 'for tests',
    templates: pathToFileURL(`${projectDir}/`),
    questions: () => [{ name: 'greeting', message: 'Which?', type: 'text', default: 'hello' }],
    generators: [entities],
    hooks: [formatCode()],
    ...more,
  });
}

/** Says nothing. */
export const silent: Reporter = { phase() {}, diagnostic() {}, planned() {}, step() {}, progress() {} };
/** Nobody to ask. */
export const nobody: Prompter = {
  interactive: false,
  answer: () => Promise.reject(new Error('asked')),
  settle: () => Promise.reject(new Error('asked')),
  confirmRenames: () => Promise.reject(new Error('asked')),
};

/** Builds with `--yes`, unless told otherwise. */
export function run(
  request: Partial<BuildRequest> = {},
  { of = backend() as Backend | Backend[], prompter = nobody, reporter = silent } = {},
): Promise<BuildOutcome> {
  const defaults: BuildRequest = {
    projectDir,
    dryRun: false,
    yes: true,
    onConflict: 'ask',
    stack: null,
    backends: null,
    out: null,
    set: {},
    skipHooks: [],
    diskHooks: true,
    restore: [],
    prune: false,
    signal: new AbortController().signal,
  };
  return build(
    { ...defaults, ...request },
    { registry: createRegistry([of].flat()), prompter, reporter, version: '1.0.0' },
  );
}

/** The kind of each change, by path. */
export const kinds = (changes: readonly Change[]): Record<string, string> =>
  Object.fromEntries(changes.map((change) => [change.path, change.kind]));
