import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gitignoreText, manifestText } from '../../../../generators/app/index.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError, StoppedError } from '../../../diagnostics/diagnostic.ts';
import { loadRegistry } from '../../built-in-backends.ts';
import type { CommandContext, OptionValues } from '../../command.ts';
import { readBuildRequest } from '../../project/build-request.ts';
import { outcomeJson, writeJson, type ToldChange, type ToldOutcome } from '../../screen/json.ts';
import { ask } from '../../screen/prompt/ask.ts';
import { loadPrompts } from '../../screen/prompt/load-prompts.ts';
import { quoteWord } from '../../screen/text.ts';
import type { InitPlan } from './init-plan.ts';
import { writeFiles, type NewFile, type WrittenFiles } from './write-files.ts';

/** What is started where, and with which options of the command. */
interface Start {
  readonly projectDir: string;
  readonly plan: InitPlan;
  readonly options: OptionValues;
}

/**
 * Writes the project's own files, and builds unless told not to; resolves to the exit status. Where the first build comes to
 * nothing the folder is left as it was, unless the person keeps the spec for later.
 */
export async function startProject(context: CommandContext, start: Start): Promise<number> {
  const { projectDir, plan, options } = start;
  const files = await projectFiles(projectDir, plan);
  if (context.signal.aborted) throw context.signal.reason;
  context.projectDir = projectDir;
  context.terminal.setProject(projectDir);
  const here = relative(context.terminal.streams.cwd, projectDir);
  if (here !== '') context.terminal.setFolder(here);
  const written = await writeFiles(projectDir, files);
  context.disk = 'started';
  const list = (): void => listFiles(context, files, options);
  if (options.build === false || !plan.build) {
    list();
    sayNext(context, here);
    tellOutcome(context, options, notBuilt(plan), files);
    return 0;
  }
  const { runBuild } = await import('../../project/run-build.ts');
  const request = readBuildRequest(context, projectDir, { yes: options.yes, diskHooks: options.diskHooks });
  let outcome: ToldOutcome = notBuilt(plan);
  const ended = (build: ToldOutcome): void => void (outcome = build);
  try {
    const status = await runBuild(context, request, await loadRegistry(), options, { announce: list, ended });
    if (status !== 1 || isCommitted(context)) {
      tellOutcome(context, options, outcome, files);
      return status;
    }
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    if (!plan.isDescribed && !isCommitted(context) && (await written.takeBack())) context.disk = 'untouched';
    throw error;
  }
  let stays: boolean;
  try {
    stays = await settleFailure(context, written, here, context.terminal.interactive && options.yes !== true);
  } catch (error) {
    if (error instanceof StoppedError && (await written.takeBack())) context.disk = 'untouched';
    throw error;
  }
  tellOutcome(context, options, outcome, stays ? files : []);
  return 1;
}

function notBuilt({ backends }: InitPlan): ToldOutcome {
  return { status: 'done', backends, changes: [], hooks: [], artifacts: {}, diagnostics: [] };
}

/** The document of `--json`: that of the build, with the project's own files that are there now before the generated ones. */
function tellOutcome(
  { terminal }: CommandContext,
  { json }: OptionValues,
  outcome: ToldOutcome,
  files: readonly NewFile[],
): void {
  if (json !== true) return;
  const own = files.map(({ path, existed }): ToldChange => ({ path, kind: existed ? 'update' : 'create' }));
  writeJson(terminal.out, outcomeJson({ ...outcome, changes: [...own, ...outcome.changes] }));
}

/** Claims that the build's files are in place: what failed came after. */
function isCommitted({ disk }: CommandContext): boolean {
  return disk === 'committed';
}

/**
 * Nothing could be built: the project's own files go too, unless there is a person who wants to keep them. Resolves to
 * whether they stay.
 */
async function settleFailure(
  context: CommandContext,
  written: WrittenFiles,
  here: string,
  canAsk: boolean,
): Promise<boolean> {
  const { err } = context.terminal;
  const say = (text: string): void => err.hang('', err.hint(text), 0);
  if (canAsk && (await wantsToKeep(context))) {
    say(
      `${here === '' ? 'dazzle.toml and dsl/' : here} will wait for you: mend what is said above, then run "dazzle build".`,
    );
    return true;
  }
  if (!(await written.takeBack())) return true;
  context.disk = 'untouched';
  say(
    'Nothing was written. Mend what is said above and run this again, or add --no-build to write only dazzle.toml and the spec.',
  );
  return false;
}

async function wantsToKeep(context: CommandContext): Promise<boolean> {
  const { confirm } = await loadPrompts(context);
  const message = 'Keep dazzle.toml and the spec, to build later?';
  return ask(context, (at) => confirm({ message, default: true }, at));
}

function listFiles(
  { terminal: { say } }: CommandContext,
  files: readonly NewFile[],
  { quiet }: OptionValues,
): void {
  if (quiet === true) return;
  for (const { path, existed } of files) {
    const word = existed ? say.colours.cyan('     update') : say.colours.green('     create');
    say.hang(`${word}  `, path, 2);
  }
}

async function projectFiles(projectDir: string, plan: InitPlan): Promise<NewFile[]> {
  const gitignore = join(projectDir, '.gitignore');
  const existing = existsSync(gitignore) ? await readFile(gitignore, 'utf8') : null;
  const ignores = gitignoreText(existing);
  const specs = plan.start.files.map(({ name, text }) => ({ path: `dsl/${name}`, text, existed: false }));
  for (const { path, text } of specs) {
    const file = join(projectDir, path);
    if (!existsSync(file) || (await readFile(file, 'utf8')) === text) continue;
    throw new DazzleError(
      diagnose('DZL514', {
        message: `${path} exists already, and differs from the spec to start from`,
        fix: 'leave --from out to use the spec that is there, or move it away',
      }),
    );
  }
  const manifest = manifestText({
    name: plan.name,
    root: plan.start.root,
    stack: plan.stack,
    answers: plan.answers,
  });
  return [
    { path: 'dazzle.toml', text: manifest, existed: false },
    ...specs,
    ...(ignores === existing ? [] : [{ path: '.gitignore', text: ignores, existed: existing !== null }]),
  ];
}

function sayNext({ terminal: { say } }: CommandContext, here: string): void {
  say.line();
  say.line('Next:');
  if (here !== '') say.tell(`  cd ${quoteWord(here)}`);
  say.line('  dazzle build');
}
