import { createRegistry, type Registry } from '../backend/registry.ts';
import type { Backend } from '../backend/types.ts';

/** The backends that come with dazzle: the only place that names them. Each knows the type of its own answers. */
const builtIn: readonly (() => Promise<{ readonly default: unknown }>)[] = [
  () => import('../../generators/django_micro/index.ts'),
  () => import('../../generators/express_micro/index.ts'),
];

let registry: Promise<Registry> | undefined;

/** The registry of every backend that comes with dazzle; loaded once. */
export function loadRegistry(): Promise<Registry> {
  registry ??= loadBackends().then(createRegistry);
  return registry;
}

async function loadBackends(): Promise<Backend[]> {
  const backends: Backend[] = [];
  for (const load of builtIn) backends.push((await load()).default as Backend);
  return backends;
}
