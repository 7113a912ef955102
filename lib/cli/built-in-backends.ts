import { createRegistry, type Registry } from '../backend/registry.ts';
import type { Backend } from '../backend/types.ts';
import type { Manifest } from '../project/manifest.ts';

/** The backends that come with dazzle, by name: the only place that names them. `unknown`, as each is typed by its own answers. */
const builtIn: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  django_micro: () => import('../../generators/django_micro/index.ts'),
  express_micro: () => import('../../generators/express_micro/index.ts'),
};

/** The names of the backends that come with dazzle, without loading any of them. */
export const backendNames: { readonly names: readonly string[] } = { names: Object.keys(builtIn) };

let registry: Promise<Registry> | undefined;

/** The registry of every backend that comes with dazzle; loaded once. */
export function loadRegistry(): Promise<Registry> {
  registry ??= loadBackends().then(createRegistry);
  return registry;
}

/** The registry of a project (null outside of one): with what its plug-ins add, whose code is run. */
export async function loadProjectRegistry(projectDir: string | null): Promise<Registry> {
  const manifest = projectDir === null ? null : await readPlugins(projectDir);
  if (projectDir === null || manifest === null) return loadRegistry();
  const { addPlugins } = await import('../load-plugins.ts');
  return createRegistry(await addPlugins((await loadRegistry()).backends, manifest, projectDir));
}

/** The names of a project's backends; loads them only where it has plug-ins. */
export async function projectBackendNames(projectDir: string): Promise<Pick<Registry, 'names'>> {
  return (await readPlugins(projectDir)) === null ? backendNames : loadProjectRegistry(projectDir);
}

/** The manifest of a project that names plug-ins, or null. Its mistakes are not reported here: the build reads it again. */
async function readPlugins(projectDir: string): Promise<Manifest | null> {
  const { readManifest } = await import('../project/read-manifest.ts');
  const { manifest } = await readManifest(projectDir, { backends: backendNames.names });
  return manifest === null || manifest.plugins.length === 0 ? null : manifest;
}

async function loadBackends(): Promise<Backend[]> {
  const backends: Backend[] = [];
  for (const load of Object.values(builtIn)) backends.push((await load()).default as Backend);
  return backends;
}
