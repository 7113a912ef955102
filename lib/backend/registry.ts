import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkArtifacts } from './check-artifacts.ts';
import { checkFormats } from './check-formats.ts';
import { everyHooksKeys } from './hook-options.ts';
import { orderByAfter } from './order.ts';
import { orderGenerators, orderHooks, stageNames, stageOf } from './order-parts.ts';
import type { Backend, Generator, Hook } from './types.ts';

/** The backends that this dazzle has, built in or from plug-ins. */
export interface Registry {
  readonly backends: readonly Backend[];
  readonly names: readonly string[];
  find(name: string): Backend | undefined;
  /** The named backends in the order in which they must run; a name that is not registered is left out. */
  select(names: readonly string[]): readonly Backend[];
}

/** Makes a registry; throws DZL301 to DZL306, DZL308, DZL309, DZL321 and DZL324 for whatever is wrong with the backends, all at once. */
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
    ...orderGenerators(backend).diagnostics,
    ...orderHooks(backend).diagnostics,
    ...backend.generators.flatMap((generator) => olderOrder(generator, owner)),
    ...checkArtifacts(backend),
    ...checkFormats(backend),
    ...backend.hooks.flatMap((hook) => wrongStages(hook, backend)),
    ...backend.hooks.flatMap((hook) => reservedOptions(hook, owner)),
  ];
}

/** Reports DZL308 for a generator with an `after` list, an older form that a plug-in in plain JavaScript may still use. */
function olderOrder(generator: Generator, owner: string): Diagnostic[] {
  if (!('after' in generator)) return [];
  return [
    diagnose('DZL308', {
      message: `generator ${generator.name} of ${owner} has an "after" list, which orders hooks only`,
      fix: 'let the earlier one make an artifact (`makes`), and name its key in `needs` here',
    }),
  ];
}

function badName(kind: string, name: string): Diagnostic {
  return diagnose('DZL301', {
    message: `"${name}" is no name for a ${kind}: it must begin with a small letter and have only small letters, digits and _`,
    fix: 'write it in snake_case',
  });
}

function wrongStages(hook: Hook, backend: Backend): Diagnostic[] {
  return backend.hooks.flatMap((other) => {
    const isLate = hook.after?.includes(other.name) === true && stageOf(other) > stageOf(hook);
    const isEarly = hook.before?.includes(other.name) === true && stageOf(other) < stageOf(hook);
    if (!isLate && !isEarly) return [];
    const side = isLate ? 'after' : 'before';
    return [
      diagnose('DZL305', {
        message: `hook ${hook.name} of ${backend.name} runs ${stageNames[stageOf(hook)]} and cannot come ${side} ${other.name}, which runs ${stageNames[stageOf(other)]}`,
        fix: `drop "${other.name}" from its "${side}" list, or change the phase of one of them`,
      }),
    ];
  });
}

function reservedOptions(hook: Hook, owner: string): Diagnostic[] {
  const reserved = everyHooksKeys.filter((name) => Object.hasOwn(hook.options ?? {}, name));
  return reserved.map((name) =>
    diagnose('DZL306', {
      message: `hook ${hook.name} of ${owner} declares the option "${name}", which every hook has by itself`,
      fix: 'drop it from the options; give a default with `timeout`, `onFailure` or `env` of the hook',
    }),
  );
}
