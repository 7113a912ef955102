import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import djangoMicro from '../../generators/django_micro/index.ts';
import expressMicro from '../../generators/express_micro/index.ts';
import { createRegistry } from '../../lib/backend/registry.ts';
import type { Backend } from '../../lib/backend/types.ts';
import { loadProject } from '../../lib/load-project.ts';
import type { AppSpec } from '../../lib/spec/app-spec.ts';
import { runPhases } from '../support/make-backend.ts';

const backends = [djangoMicro, expressMicro];

let spec: AppSpec;
let projectDir: string;
beforeAll(async () => {
  projectDir = mkdtempSync(path.join(tmpdir(), 'dazzle-reversed-'));
  const example = path.resolve(import.meta.dirname, '../../examples/medium');
  spec = (await loadProject(example, createRegistry(backends))).spec!;
});
afterAll(() => rmSync(projectDir, { recursive: true, force: true }));

/** What a backend's generators write before anything is formatted, by path. */
async function write(backend: Backend): Promise<Readonly<Record<string, string>>> {
  const { store, diagnostics } = await runPhases([{ ...backend, hooks: [] }], { spec, projectDir });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Object.fromEntries(store.files().map((file) => [file.path, String(file.contents)]));
}

describe.each(backends)('$name', (backend) => {
  it('writes the same bytes where its generators are listed the other way round', async () => {
    const reversed = { ...backend, generators: [...backend.generators].reverse() };
    expect(await write(reversed)).toEqual(await write(backend));
  });
});
