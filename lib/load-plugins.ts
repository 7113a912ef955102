import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend, Hook } from './backend/types.ts';
import { waitFor } from './backend/wait-for.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import { DazzleError, type Diagnostic } from './diagnostics/diagnostic.ts';
import type * as api from './index.ts';
import { suggest } from './diagnostics/suggest.ts';
import type { Manifest } from './project/manifest.ts';

/** What a plug-in adds to dazzle. */
export interface Plugin {
  readonly backends?: readonly Backend[];
  /** Hooks to add, by the name of the backend; those under `*` are added to every backend. */
  readonly hooks?: Readonly<Record<string, readonly Hook[]>>;
}

/** The default export of a plug-in's module: a function that is given dazzle's public API, so that the module need not import it. */
export type PluginModule = (dazzle: typeof api) => Plugin | Promise<Plugin>;

/**
 * Loads the plug-ins that the manifest names, which runs their code. Gives `backends` and then the plug-ins' own, each with the
 * hooks that plug-ins add to it.
 * @throws DazzleError DZL216 and DZL217 for the modules that cannot be loaded or are no plug-ins, all at once.
 */
export async function addPlugins(
  backends: readonly Backend[],
  { plugins, locate }: Pick<Manifest, 'plugins' | 'locate'>,
  projectDir: string,
): Promise<readonly Backend[]> {
  const diagnostics: Diagnostic[] = [];
  const loaded: { readonly name: string; readonly plugin: Plugin }[] = [];
  const refuse = (name: string, problem: Diagnostic): void =>
    void diagnostics.push({ ...problem, ...locate?.(['plugins', 'modules'], name) });
  for (const name of plugins) {
    const result = await loadPlugin(name, projectDir);
    if ('code' in result) refuse(name, result);
    else loaded.push({ name, plugin: result });
  }
  const all = [...backends, ...loaded.flatMap(({ plugin }) => plugin.backends ?? [])];
  for (const { name, plugin } of loaded) {
    const unknown = Object.keys(plugin.hooks ?? {}).filter(
      (owner) => owner !== '*' && !all.some((backend) => backend.name === owner),
    );
    for (const owner of unknown) refuse(name, unknownOwner(name, owner, all));
  }
  if (diagnostics.length > 0) throw new DazzleError(diagnostics);
  return all.map((backend) => {
    const added = loaded.flatMap(({ plugin }) => [
      ...(plugin.hooks?.['*'] ?? []),
      ...(plugin.hooks?.[backend.name] ?? []),
    ]);
    return added.length === 0 ? backend : { ...backend, hooks: [...backend.hooks, ...added] };
  });
}

async function loadPlugin(name: string, projectDir: string): Promise<Plugin | Diagnostic> {
  let define: unknown;
  let plugin: unknown;
  try {
    const load = (): Promise<{ readonly default?: unknown }> => import(locateModule(name, projectDir));
    define = (await waitFor('its module', load)).default;
    if (typeof define !== 'function') return noPlugin(name, 'has no function as its default export');
    const dazzle = await import('./index.ts');
    plugin = await waitFor('its module', () => (define as PluginModule)(dazzle));
  } catch (error) {
    return unloadable(name, error as NodeJS.ErrnoException);
  }
  return isPlugin(plugin) ? plugin : noPlugin(name, 'does not return backends or hooks');
}

function locateModule(name: string, projectDir: string): string {
  return pathToFileURL(
    isPath(name)
      ? path.resolve(projectDir, name)
      : createRequire(path.join(projectDir, 'dazzle.toml')).resolve(name),
  ).href;
}

function isPath(name: string): boolean {
  return /^\.{0,2}\//.test(name) || path.isAbsolute(name);
}

function isPlugin(value: unknown): value is Plugin {
  if (typeof value !== 'object' || value === null) return false;
  const { backends, hooks } = value as { readonly backends?: unknown; readonly hooks?: unknown };
  const areBackends = backends === undefined || (Array.isArray(backends) && backends.every(isBackend));
  const areHooks =
    hooks === undefined ||
    (typeof hooks === 'object' &&
      hooks !== null &&
      !Array.isArray(hooks) &&
      Object.values(hooks).every((list) => Array.isArray(list) && list.every(isHook)));
  return areBackends && areHooks && (backends !== undefined || hooks !== undefined);
}

function isBackend(value: Partial<Backend> | null): boolean {
  return (
    typeof value?.name === 'string' &&
    value.templates instanceof URL &&
    typeof value.questions === 'function' &&
    Array.isArray(value.generators) &&
    Array.isArray(value.hooks)
  );
}

function isHook(value: Partial<Hook> | null): boolean {
  return typeof value?.name === 'string' && typeof value.execute === 'function';
}

function unloadable(name: string, error: NodeJS.ErrnoException): Diagnostic {
  const isMissing = error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND';
  return diagnose('DZL216', {
    message: `the plug-in "${name}" cannot be loaded: ${isMissing ? 'there is no such module' : error.message.split('\n')[0]}`,
    fix: isMissing
      ? isPath(name)
        ? 'write the path from the folder of dazzle.toml, with the ending of the file'
        : 'install it with npm in the project; the path of a file begins with "./"'
      : 'mend the module, or take it out of [plugins]',
  });
}

function noPlugin(name: string, what: string): Diagnostic {
  return diagnose('DZL217', {
    message: `"${name}" is no plug-in: it ${what}`,
    fix: 'see `dazzle explain DZL217` for what it must export',
  });
}

function unknownOwner(name: string, owner: string, all: readonly Backend[]): Diagnostic {
  const names = all.map((backend) => backend.name);
  const near = suggest(owner, names);
  return diagnose('DZL217', {
    message: `the plug-in "${name}" has hooks for the backend "${owner}", which does not exist`,
    fix: near === undefined ? `choose among ${names.join(', ')}, or "*" for each one` : `write "${near}"`,
  });
}
