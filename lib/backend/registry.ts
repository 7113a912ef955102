import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { orderByAfter } from './order.ts';
import type { Backend, Hook } from './types.ts';

/** The backends that this dazzle has, built in or from plug-ins. */
export interface Registry {
  readonly backends: readonly Backend[];
  readonly names: readonly string[];
  find(name: string): Backend | undefined;
  /** The named backends in the order in which they must run; a name that is not registered is left out. */
  select(names: readonly string[]): readonly Backend[];
}

/** Makes a registry; throws DZL301 to DZL306 for whatever is wrong with the backends, all at once. */
export function createRegistry(backends: readonly Backend[]): Registry {
  const diagnostics = [
    ...orderByAfter(backends, { kind: 'backend', allowUnknown: true }).diagnostics,
    ...backends.flatMap(checkBackend),
  ];
  if (diagnostics.length > 0) throw new DazzleError(diagnostics);
  const byName = new Map(backends.map((backend) => [backend.name, backend]));
  return {
    backends,
    names: [...byName.keys()],
    find: (name) => byName.get(name),
    select: (names) => {
      const wanted = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
      return orderByAfter(wanted, { kind: 'backend', allowUnknown: true }).ordered;
    },
  };
}

function checkBackend(backend: Backend): Diagnostic[] {
  const owner = backend.name;
  const named = [
    { kind: 'backend', name: backend.name },
    ...backend.generators.map(({ name }) => ({ kind: `generator of ${owner}`, name })),
    ...backend.hooks.map(({ name }) => ({ kind: `hook of ${owner}`, name })),
  ];
  return [
    ...named
      .filter(({ name }) => !/^[a-z][a-z0-9_]*$/.test(name))
      .map(({ kind, name }) => badName(kind, name)),
    ...orderByAfter(backend.generators, { kind: 'generator', owner }).diagnostics,
    ...orderByAfter(backend.hooks, { kind: 'hook', owner }).diagnostics,
    ...backend.hooks.flatMap((hook) => lateAfters(hook, backend)),
    ...backend.hooks.flatMap((hook) => reservedOptions(hook, owner)),
  ];
}

function badName(kind: string, name: string): Diagnostic {
  return {
    code: 'DZL301',
    severity: 'error',
    message: `"${name}" is no name for a ${kind}: it must begin with a small letter and have only small letters, digits and _`,
    fix: 'write it in snake_case',
  };
}

/** The place of a hook in the straight line of a build. */
function stageOf(hook: Hook): number {
  const isEarly = hook.phase === 'pre_build';
  return hook.runsOn === 'tree' ? (isEarly ? 0 : 1) : isEarly ? 2 : 3;
}

const stageNames = [
  'before the generators',
  'on the tree, after the generators',
  'first on the disk, after the commit',
  'on the disk, after the commit',
];

function lateAfters(hook: Hook, backend: Backend): Diagnostic[] {
  const later = backend.hooks.filter(
    (other) => hook.after?.includes(other.name) === true && stageOf(other) > stageOf(hook),
  );
  return later.map((other) => ({
    code: 'DZL305',
    severity: 'error',
    message: `hook ${hook.name} of ${backend.name} runs ${stageNames[stageOf(hook)]} and cannot come after ${other.name}, which runs ${stageNames[stageOf(other)]}`,
    fix: `drop "${other.name}" from its "after" list, or change the phase of one of them`,
  }));
}

function reservedOptions(hook: Hook, owner: string): Diagnostic[] {
  const reserved = ['timeout', 'on_failure'].filter((name) => Object.hasOwn(hook.options ?? {}, name));
  return reserved.map((name) => ({
    code: 'DZL306',
    severity: 'error',
    message: `hook ${hook.name} of ${owner} declares the option "${name}", which every hook has by itself`,
    fix: 'drop it from the options; give a default with `timeout` or `onFailure` of the hook',
  }));
}
