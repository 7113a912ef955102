import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineBackend } from '../../lib/backend/define.ts';
import { runTreePhases } from '../../lib/backend/run-tree-phases.ts';
import type { TreePhases, TreePhasesRequest } from '../../lib/backend/run-tree-phases.ts';
import type { Backend } from '../../lib/backend/types.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { HookSettings } from '../../lib/project/manifest.ts';
import type { AppSpec } from '../../lib/spec/app-spec.ts';

/** A spec without anything in it. */
export const emptySpec: AppSpec = {
  name: 'shop',
  title: 'Shop',
  module: '',
  entities: [],
  surfaces: [],
  workspaces: [],
  personas: [],
  experiences: [],
  services: [],
  foreignModels: [],
  integrations: [],
  tests: [],
  meta: {},
};

/** A backend of the given parts and nothing else. */
export function makeBackend(parts: Partial<Backend> = {}): Backend {
  return defineBackend({
    name: 'one',
    summary: 'for a test',
    templates: new URL('file:///nowhere/'),
    questions: () => [],
    generators: [],
    hooks: [],
    ...parts,
  });
}

/** A reporter that keeps what it is told as lines. */
export function makeReporter() {
  const lines: string[] = [];
  return {
    lines,
    phase: (name: string) => void lines.push(name),
    step: (event: { kind: string; backend: string; name: string; state: string }) =>
      void (event.state === 'start' && lines.push(`${event.kind} ${event.backend}/${event.name}`)),
    progress: (line: string) => void lines.push(`> ${line}`),
    diagnostic: ({ code, message }: Diagnostic) => void lines.push(`${code} ${message}`),
  };
}

/** Hook settings with some of them given. */
export function makeSettings(parts: Partial<HookSettings>): HookSettings {
  return { preBuild: null, postBuild: null, skip: [], options: {}, ...parts };
}

/** A temporary folder with files in it, and a way to take it away. */
export function makeFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dazzle-test-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  return { folder, put, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the phases on the tree for these backends; whatever is not given is at its plainest. */
export async function runPhases(
  backends: readonly Backend[],
  parts: Partial<TreePhasesRequest> = {},
): Promise<TreePhases & { readonly told: readonly string[] }> {
  const reporter = makeReporter();
  const phases = await runTreePhases({
    backends,
    spec: emptySpec,
    manifest: null,
    projectDir: '/nowhere',
    outputDir: 'apps',
    set: {},
    yes: true,
    skipHooks: [],
    diskHooks: true,
    renames: [],
    prompter: { interactive: false, answer: () => Promise.reject(new Error('nobody to ask')) },
    reporter,
    signal: new AbortController().signal,
    ...parts,
  });
  return { ...phases, told: reporter.lines };
}

/** Diagnostics as `code severity message`. */
export function shortly(
  diagnostics: readonly { code: string; severity: string; message: string }[],
): string[] {
  return diagnostics.map(({ code, severity, message }) => `${code} ${severity} ${message}`);
}
