import type {
  Answers,
  DiskHook,
  DiskHookContext,
  HookInputs,
  HookOption,
  HookResult,
} from '../../backend/types.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './run-steps.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** What a backend supplies for a hook that runs commands. */
export interface CommandHookOptions<A extends object = Answers> {
  /** The commands, in order; the list may be empty. */
  steps(context: DiskHookContext<A>): readonly Step[];
  /** What decides whether the hook must run again; absent: it runs after each build. */
  inputs?(context: Pick<DiskHookContext<A>, 'folder' | 'answers' | 'existing' | 'environment'>): HookInputs;
  /** What the person sees after the build of a line that the commands printed; null: nothing. */
  tell?(line: string): string | null;
  /** Hooks of the same backend that must have succeeded before; default: those of the `HookText`. */
  readonly after?: readonly string[];
  /** Further options for `[hooks.<name>]`. */
  readonly options?: Readonly<Record<string, HookOption>>;
  /** Seconds; default: the timeout of the `HookText`. */
  readonly timeout?: number;
  readonly onFailure?: 'abort' | 'warn';
}

/** The parts of a hook that are the same in every backend. */
export interface HookText {
  readonly name: string;
  readonly description: string;
  /** The hook's message when it succeeds. */
  readonly done: string;
  readonly after: readonly string[];
  readonly timeout: number;
  readonly optIn?: boolean;
}

/** Makes a hook that runs commands. */
export function commandHook<A extends object>(text: HookText, given: CommandHookOptions<A>): DiskHook<A> {
  return {
    name: text.name,
    description: text.description,
    phase: 'post_build',
    runsOn: 'disk',
    after: given.after ?? text.after,
    timeout: given.timeout ?? text.timeout,
    ...(text.optIn === true ? { optIn: true } : {}),
    ...(given.onFailure === undefined ? {} : { onFailure: given.onFailure }),
    ...(given.options === undefined ? {} : { options: given.options }),
    ...(given.inputs === undefined ? {} : { inputs: (context) => given.inputs!(context) }),
    execute: (context) => runTold(context, given, text.done),
  };
}

/**
 * Runs a hook's commands; the lines that `tell` makes of their output are in the result's `displayToUser`.
 * `done` is the message of success.
 */
export async function runTold<A extends object>(
  context: DiskHookContext<A>,
  given: CommandHookOptions<A>,
  done: string,
): Promise<HookResult> {
  const told: string[] = [];
  const run: DiskHookContext<A>['run'] = async (command, args, options) => {
    const ran = await context.run(command, args, options);
    told.push(...ran.stdout.split(/\r?\n/).flatMap((line) => given.tell?.(line) ?? []));
    return ran;
  };
  const result = await runSteps({ outputDir: context.outputDir, run }, given.steps(context), done);
  return told.length === 0 ? result : { ...result, displayToUser: told };
}

/** `initialize_database`: brings the development database up to date. After `install_dependencies` unless said otherwise. */
export function initializeDatabase<A extends object = Answers>(given: CommandHookOptions<A>): DiskHook<A> {
  const text = { done: 'the database is up to date', after: ['install_dependencies'], timeout: 300 };
  return commandHook(
    {
      name: 'initialize_database',
      description:
        'brings the development database up to date, and creates the admin user where the application has one',
      ...text,
    },
    given,
  );
}

/** `run_tests`: runs the tests that the application ships with. After `install_dependencies` unless said otherwise. */
export function runTests<A extends object = Answers>(given: CommandHookOptions<A>): DiskHook<A> {
  const text = { done: 'the tests pass', after: ['install_dependencies'], timeout: 900 };
  return commandHook({ name: 'run_tests', description: 'runs the generated tests', ...text }, given);
}

/** `lint_code`: runs the application's own linter; only where `dazzle.toml` names it. */
export function lintCode<A extends object = Answers>(given: CommandHookOptions<A>): DiskHook<A> {
  const text = {
    done: 'the linter found nothing',
    after: ['install_dependencies'],
    timeout: 300,
    optIn: true,
  };
  return commandHook(
    { name: 'lint_code', description: 'runs the linter over the application', ...text },
    given,
  );
}

/**
 * `deploy`: runs the command that `[hooks.deploy]` names, or the backend's own steps; only where `dazzle.toml` names it.
 */
export function deploy<A extends object = Answers>(given: Partial<CommandHookOptions<A>> = {}): DiskHook<A> {
  const hook = commandHook<A>(
    {
      name: 'deploy',
      description: 'deploys the application',
      done: 'deployed',
      after: [],
      timeout: 1800,
      optIn: true,
    },
    {
      ...given,
      options: {
        command: {
          type: 'string',
          description: 'the shell command that deploys, run in the backend’s folder',
        },
        ...given.options,
      },
      steps(context) {
        const { command } = context.options;
        if (typeof command !== 'string' || command.trim() === '') return given.steps?.(context) ?? [];
        const shell =
          process.platform === 'win32'
            ? { command: 'cmd', args: ['/c', command] }
            : { command: 'sh', args: ['-c', command] };
        return [
          {
            ...shell,
            fix: 'run the command by hand to see more, then build again; variables of the shell that it needs are named by env below [hooks.deploy]',
          },
        ];
      },
    },
  );
  return {
    ...hook,
    execute(context) {
      if (context.options['command'] !== undefined || given.steps !== undefined) return hook.execute(context);
      return {
        success: false,
        message: 'there is no command to deploy with',
        diagnostics: [
          diagnose('DZL351', {
            message: `deploy of ${context.backendName} has no command to run`,
            fix: 'write command = "…" below [hooks.deploy] in dazzle.toml',
          }),
        ],
      };
    },
  };
}
