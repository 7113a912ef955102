import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { HookTable, LocateKey } from '../project/manifest.ts';
import type { AnswerValue, FailurePolicy, Hook, HookOption, HookOptions } from './types.ts';

/** The keys of `[hooks.<name>]` that every hook has by itself; none may declare an option of these names. */
export const everyHooksKeys = ['timeout', 'on_failure', 'env'] as const;

/** How a hook will run: `timeout` in milliseconds. */
export interface FilledOptions {
  readonly options: HookOptions;
  readonly timeout: number;
  readonly onFailure: FailurePolicy;
  /** Names of variables of the shell that its commands are given. */
  readonly env: readonly string[];
}

/**
 * Fills a hook's options from `[hooks.<name>]` and its defaults; reports DZL242 for a key that neither this hook nor one
 * of its namesakes in the stack has, DZL243 for a value of the wrong type, and whatever an option's own check finds.
 */
export function fillOptions(
  hook: Hook,
  table: HookTable | undefined,
  namesakes: readonly Hook[],
  locate?: LocateKey,
): { readonly filled: FilledOptions; readonly diagnostics: readonly Diagnostic[] } {
  const schema = hook.options ?? {};
  const known = [...new Set(namesakes.flatMap((other) => Object.keys(other.options ?? {})))];
  const diagnostics: Diagnostic[] = [];
  const at = (name: string) => locate?.(['hooks', hook.name, name]) ?? {};
  const atValue = (name: string) => locate?.(['hooks', hook.name, name], null) ?? {};
  const options: Record<string, AnswerValue | undefined> = {};
  for (const [name, option] of Object.entries(schema)) options[name] = option.default;
  for (const [name, value] of Object.entries(table?.values ?? {})) {
    const option = schema[name];
    if (option === undefined) {
      if (!known.includes(name)) diagnostics.push({ ...unknownOption(hook.name, name, known), ...at(name) });
    } else if (hasType(value, option.type)) {
      options[name] = value;
      const problem = option.check?.(value);
      if (problem !== undefined) diagnostics.push({ ...problem, ...atValue(name) });
    } else {
      diagnostics.push({ ...wrongType(hook.name, name, value, option), ...atValue(name) });
    }
  }
  const seconds = table?.timeout ?? hook.timeout ?? (hook.runsOn === 'tree' ? 60 : 600);
  const onFailure = table?.onFailure ?? hook.onFailure ?? (hook.phase === 'pre_build' ? 'abort' : 'warn');
  return {
    filled: {
      options,
      timeout: seconds * 1000,
      onFailure,
      env: [...(hook.env ?? []), ...(table?.env ?? [])],
    },
    diagnostics,
  };
}

/** Claims that a value is of the type that a schema names. */
export function hasType(value: unknown, type: HookOption['type'] | undefined): boolean {
  if (type !== 'string[]') return typeof value === type;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

const typeNames: Readonly<Record<HookOption['type'], string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  'string[]': 'a list of texts',
};

function unknownOption(hook: string, name: string, known: readonly string[]): Diagnostic {
  const all = [...known, ...everyHooksKeys];
  const near = suggest(name, all);
  return diagnose('DZL242', {
    message: `"${name}" in [hooks.${hook}] is no option of that hook`,
    fix: near === undefined ? `its options are ${all.join(', ')}` : `write "${near}"`,
  });
}

function wrongType(hook: string, name: string, value: AnswerValue, option: HookOption): Diagnostic {
  return diagnose('DZL243', {
    message: `"${name}" in [hooks.${hook}] must be ${typeNames[option.type]}, not ${JSON.stringify(value)}`,
    fix: `give ${typeNames[option.type]}: ${option.description}`,
  });
}
