import { relative, sep } from 'node:path';
import { failedHooks } from '../../build-status.ts';
import type { Change } from '../../plan/types.ts';
import type { BuildOutcome } from '../../request.ts';
import type { CommandContext } from '../command.ts';
import { staysAsIs } from './change-kinds.ts';
import { countNoun, quoteWord } from './text.ts';

/** The last lines of a build: what is left for the person, and what the hooks want to tell. */
export function showEnd(
  context: CommandContext,
  projectDir: string,
  outcome: BuildOutcome,
  { quiet, dryRun }: { readonly quiet: boolean; readonly dryRun: boolean },
): void {
  const { say } = context.terminal;
  const { bold, yellow } = say.colours;
  const waiting = outcome.hooks.filter((hook) => hook.skippedBecause === 'conflicts');
  const blocked = outcome.hooks.filter((hook) => hook.skippedBecause === 'dependency');
  for (const hook of blocked) {
    const first = `${yellow('    skipped')}  `;
    say.hang(first, `${hook.name}: ${hook.message}`, 13);
  }
  if (outcome.unsettled.length > 0) {
    const them = outcome.unsettled.length === 1 ? 'it' : 'them';
    const steps =
      waiting.length === 0 ? '' : `; ${countNoun(waiting.length, 'step')} after the build did not run`;
    const conflicts = countNoun(outcome.unsettled.length, 'conflict');
    const text = dryRun
      ? `${conflicts} that a build asks about, or with --yes leaves for "dazzle resolve":`
      : `${conflicts} left${steps}. Run "dazzle resolve" to settle ${them}, then build again:`;
    say.hang('', say.hint(text), 0, { tint: yellow });
    for (const path of outcome.unsettled) say.tell(`  ${path}`);
    const names = waiting.map(({ name }) => name).join(', ');
    if (waiting.length > 0) say.hang('  held back: ', names, 4);
  }
  const failure = dryRun ? null : failureText(outcome);
  if (failure !== null) say.hang('', say.hint(failure), 0, { tint: yellow });
  if (quiet) return;
  if (hadNothingToDo(outcome))
    say.line('Nothing had to be done: the files, and what is made of them, are up to date.');
  const notes = outcome.hooks.flatMap((hook) => hook.displayToUser);
  if (notes.length > 0) say.line();
  for (const line of seenFrom(notes, context.terminal.streams.cwd, projectDir, outcome)) {
    say.tell(/^\S.*:$/.test(line) ? bold(line) : line, 2);
  }
}

/** Claims that a whole build, its steps on the disk included, changed nothing and left nothing out. */
function hadNothingToDo({ status, receipt, changes, operations, hooks }: BuildOutcome): boolean {
  return (
    status === 'done' &&
    receipt !== null &&
    operations.length === 0 &&
    changes.every(staysAsIs) &&
    hooks.every(
      (hook) => hook.runsOn === 'tree' || hook.skippedBecause === 'unchanged' || hook.onlyTells === true,
    )
  );
}

/** What is said of a build whose files are committed but a hook of which failed; null where none did. */
function failureText({ status, hooks, receipt }: BuildOutcome): string | null {
  const failed = failedHooks(hooks).filter(({ skipped }) => !skipped);
  if (receipt === null || failed.length === 0) return null;
  const names = new Intl.ListFormat('en').format(failed.map(({ backend, name }) => `${name} of ${backend}`));
  return status === 'error'
    ? `The generated files are in place, but ${names} failed. Mend what is said above, then run "dazzle build".`
    : `Not everything is done: ${names} failed. Mend what is said above, then run "dazzle build".`;
}

/** Rewrites the backends' folders, which hooks name as seen from the project, as seen from `cwd`: commands then work there. */
export function seenFrom(
  notes: readonly string[],
  cwd: string,
  projectDir: string,
  outcome: { readonly changes: readonly Pick<Change, 'path' | 'backend'>[] },
): string[] {
  const way = relative(cwd, projectDir).split(sep).join('/');
  const folders = new Set(
    outcome.changes.flatMap(({ path, backend }) => {
      const at = path.indexOf(`/${backend}/`);
      return at < 0 ? [] : [path.slice(0, at + backend.length + 1)];
    }),
  );
  const isFolder = [...folders].map((folder) => folder.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (isFolder === '') return [...notes];
  const here = way === '' ? '' : `${way}/`;
  const mention = new RegExp(`(?<![\\w./-])(cd )?(${isFolder})(?![\\w-])`, 'g');
  return notes.map((line) =>
    line.replaceAll(mention, (_, cd: string | undefined, folder: string) =>
      cd === undefined ? here + folder : cd + quoteWord(here + folder),
    ),
  );
}
