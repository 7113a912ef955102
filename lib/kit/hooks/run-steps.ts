import type { DiskHookContext, HookResult, RunResult } from '../../backend/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** One command of a hook. */
export interface Step {
  readonly command: string;
  readonly args: readonly string[];
  /** What to do where it fails, in the imperative. */
  readonly fix: string;
  /** Relative to the backend's folder; default `.`. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs commands one after the other; the first that fails ends the hook with DZL350. */
export async function runSteps(
  context: Pick<DiskHookContext<object>, 'run' | 'outputDir'>,
  steps: readonly Step[],
  message: string,
): Promise<HookResult> {
  for (const step of steps) {
    const result = await context.run(step.command, step.args, {
      ...(step.cwd === undefined ? {} : { cwd: step.cwd }),
      ...(step.env === undefined ? {} : { env: step.env }),
    });
    if (result.status !== 0) return failedStep(step, result, context.outputDir);
  }
  return { success: true, message };
}

/** The failure of one command: the command, its exit status, the last lines of its output, and what to do. */
export function failedStep(step: Step, result: RunResult, folder: string): HookResult {
  const command = showCommand(step);
  const how =
    result.status === 127
      ? `"${step.command}" was not found`
      : result.status === 124
        ? 'it was stopped'
        : `it ended with status ${result.status}`;
  const diagnostic: Diagnostic = {
    code: 'DZL350',
    severity: 'error',
    message: `\`${command}\` in ${folder} failed: ${how}`,
    fix: step.fix,
    ...(result.lastLines.length === 0 ? {} : { frame: result.lastLines.join('\n') }),
  };
  return { success: false, message: `\`${command}\` failed: ${how}`, diagnostics: [diagnostic] };
}

/** A command as a person would type it. */
export function showCommand({ command, args }: Pick<Step, 'command' | 'args'>): string {
  return [command, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
