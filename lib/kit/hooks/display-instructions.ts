import type { BackendFacts, CommandFact } from '../../backend/facts.ts';
import type { Answers, DiskHook, HookReport } from '../../backend/types.ts';
import { developmentValue, localAddress } from '../service/names-and-addresses.ts';
import { adminCredentialsArtifact } from './artifacts.ts';

/** The work of one disk hook, and the commands by which a person does it where the hook did not run. */
interface InstructionStep {
  readonly hook: string;
  /** The line that is shown where the hook succeeded; `hasAdmin`: the backend creates an administrator. */
  done(hasAdmin: boolean): string;
  readonly commands: readonly CommandFact['name'][];
  /** Without a reminder where the hook did not run; with one where it failed. */
  readonly isOptional: boolean;
}

const steps: readonly InstructionStep[] = [
  {
    hook: 'install_dependencies',
    done: () => 'the dependencies are installed',
    commands: ['install'],
    isOptional: false,
  },
  {
    hook: 'initialize_database',
    done: (hasAdmin) => `the database is up to date${hasAdmin ? ', and has its admin user' : ''}`,
    commands: ['make_migrations', 'migrate', 'make_admin'],
    isOptional: false,
  },
  { hook: 'run_tests', done: () => 'its tests pass', commands: ['test'], isOptional: true },
];

/** Turns a command of the facts into the lines that a person types in the backend's folder. */
export type TypeCommand = (command: string) => readonly string[];

/**
 * `display_instructions`: tells what was done, what is left to do, how to start, and where the credentials
 * are, from the facts and from how the earlier hooks ended. `type` turns a command of the facts into the
 * lines to type on this machine; default: the command itself.
 */
export function displayInstructions<A extends object = Answers>(
  type: TypeCommand = (command) => [command],
): DiskHook<A> {
  return {
    name: 'display_instructions',
    description: 'says what was done and what is left to do',
    phase: 'post_build',
    runsOn: 'disk',
    onlyTells: true,
    wants: [adminCredentialsArtifact],
    execute(context) {
      const credentials = context.artifacts.find(adminCredentialsArtifact);
      const lines = instructionLines(context, context.earlier, type, credentials);
      return { success: true, message: 'see below', displayToUser: lines };
    },
  };
}

/** The lines for the person, computed from the facts and from how the earlier hooks ended. */
function instructionLines(
  about: { readonly backendName: string; readonly outputDir: string; readonly facts: BackendFacts },
  earlier: ReadonlyMap<string, HookReport>,
  type: TypeCommand,
  credentials?: string,
): string[] {
  const { backendName, outputDir, facts } = about;
  const stateOf = ({ hook }: InstructionStep): 'done' | 'failed' | 'left' => {
    const report = earlier.get(hook);
    if (report === undefined) return 'left';
    if (report.skipped) return report.skippedBecause === 'unchanged' ? 'done' : 'left';
    return report.success ? 'done' : 'failed';
  };
  const typed = (name: CommandFact['name']): readonly string[] => {
    const command = facts.commands.find((each) => each.name === name)?.development ?? null;
    return command === null ? [] : type(command);
  };
  const hasAdmin = credentials !== undefined;
  const done = steps.filter((step) => stateOf(step) === 'done').map((step) => step.done(hasAdmin));
  const failed = steps.filter((step) => stateOf(step) === 'failed').map(({ hook }) => hook);
  const left = steps.filter(
    (step) => stateOf(step) === 'failed' || (stateOf(step) === 'left' && !step.isOptional),
  );
  const commands = left.flatMap((step) => step.commands.flatMap(typed));
  return [
    `${backendName} is in ${outputDir}:`,
    ...done.map((text) => `  done: ${text}`),
    ...failed.map((hook) => `  failed: ${hook} (see above)`),
    ...(commands.length === 0
      ? []
      : ['  left to do:', `    cd ${outputDir}`, ...commands.map((line) => `    ${line}`)]),
    ...startLines(typed('start').join(' && '), localAddress(facts), outputDir, commands.length > 0),
    ...(credentials === undefined ? [] : [`  log in with the credentials in ${credentials}`]),
    ...facts.databases
      .filter(({ engine }) => engine === 'postgresql')
      .map(({ variable }) => `  the database is ${developmentValue(facts, variable)} (${variable} in .env)`),
  ];
}

function startLines(start: string, address: string, folder: string, isThere: boolean): string[] {
  if (start === '') return [];
  const where = address === '' ? '' : `, then open ${address}`;
  return [`  start it: ${isThere ? start : `cd ${folder} && ${start}`}${where}`];
}
