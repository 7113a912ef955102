import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { preBuildHooksOf } from '../../../lib/kit/hooks/pre-build-hooks.ts';
import type { PreBuildLook } from '../../../lib/kit/hooks/pre-build-hooks.ts';
import { makeBackend, makeFolder, makeSettings, runPhases } from '../../support/make-backend.ts';

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder();
});
afterEach(() => project.remove());

async function run(look: PreBuildLook) {
  const { hooks } = await runPhases([makeBackend({ hooks: preBuildHooksOf(look) })], {
    projectDir: project.folder,
    manifest: { answers: {}, hooks: makeSettings({}) },
  });
  return hooks.map(({ name, success, diagnostics }) => [name, success, diagnostics.map(({ code }) => code)]);
}

describe('the hooks before a build', () => {
  it('check tools, spec and permissions for a backend that does not check rows', async () => {
    expect(await run({ unused: {} })).toEqual([
      ['validate_dependencies', true, []],
      ['validate_spec', true, []],
      ['check_permissions', true, []],
    ]);
  });

  it('ask the database of a backend that does', async () => {
    const asked: string[] = [];
    const rows: PreBuildLook['rows'] = {
      database: ({ backendName }) => {
        asked.push(backendName);
        return { backend: backendName, dialect: 'sqlite', count: () => Promise.resolve(null) };
      },
      keptTables: () => [],
    };
    const hooks = await run({ unused: {}, rows });
    expect(asked).toEqual(['one']);
    expect(hooks).toContainEqual(['validate_spec', true, []]);
  });
});
