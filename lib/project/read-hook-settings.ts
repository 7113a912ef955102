import type { everyHooksKeys } from '../backend/hook-options.ts';
import type { AnswerValue } from '../backend/types.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { nameKey } from './check-manifest.ts';
import type { TableReader } from './check-manifest.ts';
import type { HookSettings, HookTable } from './manifest.ts';

/** The keys that every hook has, by name, so that the compiler misses one that is left out. */
const hookKeys: Readonly<Record<(typeof everyHooksKeys)[number], true>> = {
  timeout: true,
  on_failure: true,
  env: true,
};

/** Reads `[hooks]` and the tables below it. Names of hooks are checked later, against the backends of the stack. */
export function readHookSettings(reader: TableReader): HookSettings {
  const lists = ['pre_build', 'post_build', 'skip'];
  const options: Record<string, HookTable> = {};
  for (const [name, value] of Object.entries(reader.table(['hooks']))) {
    if (lists.includes(name)) continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      options[name] = readHookTable(reader, ['hooks', name]);
      continue;
    }
    const near = suggest(name, lists);
    reader.refuseKey(
      'DZL204',
      ['hooks', name],
      `[hooks] has no key "${name}"`,
      near === undefined
        ? `its keys are ${lists.join(', ')}; options of a hook stand in [hooks.<name>]`
        : `write "${near}"`,
    );
  }
  return {
    preBuild: reader.texts(['hooks', 'pre_build']),
    postBuild: reader.texts(['hooks', 'post_build']),
    skip: reader.texts(['hooks', 'skip']) ?? [],
    options,
  };
}

function readHookTable(reader: TableReader, path: readonly string[]): HookTable {
  const timeout = reader.number([...path, 'timeout']);
  if (timeout !== null && !(timeout > 0)) {
    reader.refuse(
      'DZL207',
      [...path, 'timeout'],
      `${nameKey([...path, 'timeout'])} must be a number of seconds above 0, not ${timeout}`,
      'write timeout = 60',
    );
  }
  const policy = reader.text([...path, 'on_failure']);
  if (policy !== null && policy !== 'abort' && policy !== 'warn') {
    const near = suggest(policy, ['abort', 'warn']);
    reader.refuse(
      'DZL207',
      [...path, 'on_failure'],
      `${nameKey([...path, 'on_failure'])} cannot be "${policy}"`,
      near === undefined ? 'write "abort" or "warn"' : `write "${near}"`,
    );
  }
  const onFailure = policy === 'abort' || policy === 'warn' ? policy : null;
  const values = readValues(reader, path, Object.keys(hookKeys));
  const env = readNames(reader, [...path, 'env']);
  return { timeout, onFailure, ...(env.length === 0 ? {} : { env }), values };
}

/** Names of variables; what is written there for a value does not belong into dazzle.toml. */
function readNames(reader: TableReader, path: readonly string[]): readonly string[] {
  const names = reader.texts(path) ?? [];
  for (const name of names) {
    if (/^[A-Za-z_]\w*$/.test(name)) continue;
    const [start = ''] = name.split('=');
    const fix = /^[A-Za-z_]\w*$/.test(start)
      ? `write "${start}": its value is taken from the shell`
      : 'write env = ["DATABASE_URL"]';
    // The value behind `=` may be a secret, and is not shown.
    const shown = name === start ? name : `${start}=…`;
    reader.refuse(
      'DZL207',
      path,
      `${nameKey(path)} names variables, and "${shown}" is no name of one`,
      fix,
      name,
    );
  }
  return names;
}

/** The values of a table, without the keys in `except`. */
export function readValues(
  reader: TableReader,
  path: readonly string[],
  except: readonly string[],
): Record<string, AnswerValue> {
  const values: Record<string, AnswerValue> = {};
  for (const key of Object.keys(reader.table(path))) {
    if (except.includes(key)) continue;
    const value = reader.answer([...path, key]);
    if (value !== null) values[key] = value;
  }
  return values;
}
