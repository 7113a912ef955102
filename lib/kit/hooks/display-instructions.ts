import type { Answers, DiskHook, DiskHookContext, HookReport } from '../../backend/types.ts';
import { adminCredentialsArtifact } from './artifacts.ts';

/** A hook whose work a person must do by hand where it did not run. */
export interface InstructionStep {
  readonly hook: string;
  /** Said where it was done: `the dependencies are installed`. */
  readonly done: string;
  /** The commands that do the same, in the backend's folder. */
  readonly commands: readonly string[];
  /** Not worth a reminder where it was left out: tests, for example. */
  readonly optional?: boolean;
}

/** What a backend says at the end of a build. */
export interface Instructions {
  /** Default: `<backend> is in <folder>`. */
  readonly title?: string;
  readonly steps: readonly InstructionStep[];
  /** The command that starts the application, in its folder. */
  readonly start?: string;
  /** Where it can be seen then: `http://localhost:8000/`. */
  readonly address?: string;
  /** Further lines. */
  readonly notes?: readonly string[];
}

/** `display_instructions`: what was done, what is left to do, how to start, and where the credentials are. */
export function displayInstructions<A extends object = Answers>(
  describe: (context: DiskHookContext<A>) => Instructions,
): DiskHook<A> {
  return {
    name: 'display_instructions',
    description: 'says what was done and what is left to do',
    phase: 'post_build',
    runsOn: 'disk',
    onlyTells: true,
    execute(context) {
      const lines = instructionLines(
        describe(context),
        context.earlier,
        context,
        context.artifacts.find(adminCredentialsArtifact),
      );
      return { success: true, message: 'see below', displayToUser: lines };
    },
  };
}

/** The lines for a person, computed from how the hooks before ended. */
export function instructionLines(
  instructions: Instructions,
  earlier: ReadonlyMap<string, HookReport>,
  { backendName, outputDir }: { readonly backendName: string; readonly outputDir: string },
  credentials?: string,
): string[] {
  const { steps, start, address, notes = [], title } = instructions;
  const stateOf = ({ hook }: InstructionStep): 'done' | 'failed' | 'left' => {
    const report = earlier.get(hook);
    if (report === undefined) return 'left';
    if (report.skipped) return report.skippedBecause === 'unchanged' ? 'done' : 'left';
    return report.success ? 'done' : 'failed';
  };
  const done = steps.filter((step) => stateOf(step) === 'done').map((step) => step.done);
  const failed = steps.filter((step) => stateOf(step) === 'failed').map(({ hook }) => hook);
  const left = steps.filter(
    (step) => stateOf(step) === 'failed' || (stateOf(step) === 'left' && step.optional !== true),
  );
  const commands = left.flatMap((step) => step.commands);
  return [
    `${title ?? `${backendName} is in ${outputDir}`}:`,
    ...done.map((text) => `  done: ${text}`),
    ...failed.map((hook) => `  failed: ${hook} (see above)`),
    ...(commands.length === 0
      ? []
      : ['  left to do:', `    cd ${outputDir}`, ...commands.map((line) => `    ${line}`)]),
    ...startLines(start, address, outputDir, commands.length > 0),
    ...(credentials === undefined ? [] : [`  log in with the credentials in ${credentials}`]),
    ...notes.map((note) => `  ${note}`),
  ];
}

function startLines(
  start: string | undefined,
  address: string | undefined,
  folder: string,
  isThere: boolean,
): string[] {
  if (start === undefined) return [];
  const where = address === undefined ? '' : `, then open ${address}`;
  return [`  start it: ${isThere ? start : `cd ${folder} && ${start}`}${where}`];
}
