import { createRegistry, type Registry } from '../backend/registry.ts';
import type { Backend } from '../backend/types.ts';

/** The backends that come with dazzle, by name: the only place that names them. Each knows the type of its own answers. */
const builtIn: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  django_micro: () => import('../../generators/django_micro/index.ts'),
  express_micro: () => import('../../generators/express_micro/index.ts'),
};

/** The names of the backends, for what needs no more: none of them is loaded. */
export const backendNames: { readonly names: readonly string[] } = { names: Object.keys(builtIn) };

let registry: Promise<Registry> | undefined;

/** The registry of every backend that comes with dazzle; loaded once. */
export function loadRegistry(): Promise<Registry> {
  registry ??= loadBackends().then(createRegistry);
  return registry;
}

async function loadBackends(): Promise<Backend[]> {
  const backends: Backend[] = [];
  for (const load of Object.values(builtIn)) backends.push((await load()).default as Backend);
  return backends;
}
