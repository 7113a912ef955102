import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { HookSettings, LocateKey } from '../project/manifest.ts';
import { fillOptions } from './hook-options.ts';
import { makersFor, orderHooks } from './order-parts.ts';
import type { Backend, FailurePolicy, Hook, HookOptions } from './types.ts';

/** A hook that will run, with its options, time limit and failure policy. */
export interface ActiveHook<H extends Hook = Hook> {
  readonly backend: Backend;
  readonly hook: H;
  readonly options: HookOptions;
  /** Milliseconds. */
  readonly timeout: number;
  readonly onFailure: FailurePolicy;
  /** Names of variables of the shell that its commands are given. */
  readonly env: readonly string[];
}

/** The hooks that will run in this build, backend by backend, each backend's in their order. */
export interface SelectedHooks {
  readonly active: readonly ActiveHook[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The hooks of its backend that must have succeeded before this one runs: those in its `after`, and the makers of its needs. */
export function hooksBefore({ backend, hook }: ActiveHook): readonly string[] {
  return [...(hook.after ?? []), ...makersFor(hook, backend.hooks)];
}

/** Settings of a `dazzle.toml` that says nothing about hooks. */
export const noHookSettings: HookSettings = { preBuild: null, postBuild: null, skip: [], options: {} };

/**
 * Chooses the hooks of a stack: the lists of `[hooks]` replace the backends' own choice, essential ones run all the same,
 * `skip` and `skipHooks` turn any off. Reports DZL240 to DZL243 for names, options and values that do not fit.
 */
export function selectHooks(
  backends: readonly Backend[],
  settings: HookSettings,
  skipHooks: readonly string[] = [],
  locate?: LocateKey,
): SelectedHooks {
  const hooks = backends.flatMap((backend) => backend.hooks);
  const skipped = new Set([...settings.skip, ...skipHooks]);
  const check = (list: string, names: readonly string[], phase?: Hook['phase']): Diagnostic[] =>
    names.flatMap((name) =>
      checkName(name, `${list} in [hooks]`, hooks, phase).map((one) => ({
        ...one,
        ...locate?.(['hooks', list], name),
      })),
    );
  const diagnostics: Diagnostic[] = [
    ...check('pre_build', settings.preBuild ?? [], 'pre_build'),
    ...check('post_build', settings.postBuild ?? [], 'post_build'),
    ...check('skip', settings.skip),
    ...skipHooks.flatMap((name) => checkName(name, '--skip-hook', hooks)),
    ...Object.keys(settings.options).flatMap((name) =>
      checkName(name, `[hooks.${name}]`, hooks).map((one) => ({ ...one, ...locate?.(['hooks', name]) })),
    ),
  ];
  const active: ActiveHook[] = [];
  const reported = new Set<string>();
  for (const backend of backends) {
    const { ordered } = orderHooks(backend);
    for (const hook of ordered) {
      const table = settings.options[hook.name];
      const others = hooks.filter((other) => other.name === hook.name);
      const found = fillOptions(hook, table, others, locate);
      for (const diagnostic of found.diagnostics) {
        if (reported.has(diagnostic.message)) continue;
        reported.add(diagnostic.message);
        diagnostics.push(diagnostic);
      }
      if (skipped.has(hook.name) || !isChosen(hook, settings)) continue;
      active.push({ backend, hook, ...found.filled });
    }
  }
  return { active, diagnostics };
}

function isChosen(hook: Hook, settings: HookSettings): boolean {
  const list = hook.phase === 'pre_build' ? settings.preBuild : settings.postBuild;
  if (hook.essential === true || list?.includes(hook.name) === true) return true;
  return list === null && hook.optIn !== true;
}

function checkName(name: string, where: string, hooks: readonly Hook[], phase?: Hook['phase']): Diagnostic[] {
  const fitting = hooks.filter((hook) => phase === undefined || hook.phase === phase);
  const all = [...new Set(fitting.map((hook) => hook.name))];
  const found = hooks.filter((hook) => hook.name === name);
  if (found.length === 0) return [unknownHook(name, where, all)];
  if (phase === undefined || found.some((hook) => hook.phase === phase)) return [];
  const right = found[0]!.phase;
  return [
    diagnose('DZL241', {
      message: `${where} names "${name}", which is a ${right} hook`,
      fix: `move it to the ${right} list`,
    }),
  ];
}

function unknownHook(name: string, where: string, all: readonly string[]): Diagnostic {
  const near = suggest(name, all);
  const fix =
    near !== undefined
      ? `write "${near}"`
      : `see \`dazzle hooks\`: ${all.join(', ') || 'this stack has none'}`;
  const verb = where.startsWith('[hooks.') ? 'sets options of' : 'names';
  return diagnose('DZL240', {
    message: `${where} ${verb} "${name}", a hook that no backend of this stack has`,
    fix,
  });
}
