import { constants } from 'node:os';
import type { DiskHookContext, HookResult, RunResult } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** One command of a hook. */
export interface Step {
  readonly command: string;
  readonly args: readonly string[];
  /** What a person has to do where the command fails, in the imperative. */
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
  const { how, fix } = explainStatus(step, result.status);
  const diagnostic: Diagnostic = diagnose('DZL350', {
    message: `\`${command}\` in ${folder} failed: ${how}`,
    fix,
    ...(result.lastLines.length === 0 ? {} : { frame: result.lastLines.join('\n') }),
  });
  return { success: false, message: `\`${command}\` failed: ${how}`, diagnostics: [diagnostic] };
}

/**
 * How a command ended, and what to do. The step's own `fix` does not apply where the command was not found or
 * was killed by a signal.
 */
function explainStatus(
  { command, fix }: Step,
  status: number,
): { readonly how: string; readonly fix: string } {
  if (status === 127) {
    return {
      how: `"${command}" was not found`,
      fix: `install ${command}, or put its folder into PATH, then build again`,
    };
  }
  if (status === 124) return { how: 'it was stopped', fix };
  const [signal] = Object.entries(constants.signals).find(([, number]) => status === 128 + number) ?? [];
  return signal === undefined
    ? { how: `it ended with status ${status}`, fix }
    : {
        how: `it was killed (${signal})`,
        fix: 'see what ended it (too little memory, perhaps), then build again',
      };
}

/** A command as a person would type it. */
function showCommand({ command, args }: Pick<Step, 'command' | 'args'>): string {
  return [command, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
