import type { Answers, DiskHook, DiskHookContext, HookResult } from '../../backend/types.ts';
import { commandHook, runTold, type CommandHookOptions } from './command-hook.ts';
import { watchSource, type PackageSource } from './package-source.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** A package that is not installed, or not in the version that the application needs. */
export interface MissingPackage {
  readonly name: string;
  /** The installed version; null: not installed. */
  readonly found: string | null;
}

/** What a backend supplies for `install_dependencies`. */
export interface InstallOptions<A extends object = Answers> extends CommandHookOptions<A> {
  /** Asks the package manager, not the network, which packages are missing; null where it cannot tell. */
  missing?(context: DiskHookContext<A>): Promise<readonly MissingPackage[] | null>;
  /** Where the packages come from; without it, nobody watches for a source that does not respond. */
  readonly source?: PackageSource;
}

const done = 'dependencies are installed';
const text = {
  name: 'install_dependencies',
  description: 'installs the dependencies',
  done,
  after: [],
  timeout: 900,
};

/**
 * `install_dependencies`: installs what the application needs, inside its folder. Where the inputs did not
 * change and the package manager reports nothing missing, it installs nothing. DZL377 where packages are
 * still missing after an install; DZL378 where nothing arrives from the source.
 */
export function installDependencies<A extends object = Answers>(given: InstallOptions<A>): DiskHook<A> {
  const { source } = given;
  const hook = commandHook<A>(text, {
    ...given,
    options: {
      silence: {
        type: 'number',
        description:
          'seconds without a package after which the registry is looked at, and named where it does not answer; 0: never',
        default: 30,
      },
      ...given.options,
    },
  });
  return {
    ...hook,
    async execute(context) {
      const before = context.inputsChanged ? null : await given.missing?.(context);
      if (before?.length === 0) return { success: true, message: done };
      const watch = source === undefined ? null : watchSource(source, context);
      let result: HookResult;
      try {
        result = await runTold(watch === null ? context : { ...context, run: watch.run }, given, done);
      } finally {
        watch?.end();
      }
      if (!result.success) return watch === null ? result : watch.explain(result);
      const after = (await given.missing?.(context)) ?? [];
      if (after.length > 0) return incomplete(context, after);
      return before ? { ...result, message: `${done} again: ${listMissing(before, 'was')}` } : result;
    },
  };
}

function incomplete(
  { backendName, outputDir }: Pick<DiskHookContext<object>, 'backendName' | 'outputDir'>,
  missing: readonly MissingPackage[],
): HookResult {
  const list = listMissing(missing, 'is');
  return {
    success: false,
    message: `after installing, ${list}`,
    diagnostics: [
      diagnose('DZL377', {
        message: `the dependencies of ${backendName} were installed without an error, but ${list}`,
        fix: `install them by hand in ${outputDir} and read what the tool says; a setting of it may leave packages out`,
      }),
    ],
  };
}

const mostNamed = 3;

/** `eslint was missing, vite was version 5.0.0, and 2 more`. */
function listMissing(missing: readonly MissingPackage[], verb: 'is' | 'was'): string {
  const parts = missing
    .slice(0, mostNamed)
    .map(({ name, found }) => `${name} ${verb} ${found === null ? 'missing' : `version ${found}`}`);
  const more = missing.length - parts.length;
  return [...parts, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
