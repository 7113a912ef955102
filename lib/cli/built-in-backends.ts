import { createRegistry, type Registry } from '../backend/registry.ts';
import type { Backend } from '../backend/types.ts';

/** The backends that come with dazzle: the only place that names them. */
const builtIn: readonly (() => Promise<{ readonly default: Backend<never> | Backend }>)[] = [
  () => import('../../generators/django_micro/index.ts'),
];
  async () => (await import('../../generators/django_micro/index.ts')).djangoMicro as unknown as Backend,
];

let registry: Promise<Registry> | undefined;

/** The registry of every backend that comes with dazzle; loaded once. */
export function loadRegistry(): Promise<Registry> {
  registry ??= Promise.all(builtIn.map((load) => load())).then(createRegistry);
  return registry;
}
