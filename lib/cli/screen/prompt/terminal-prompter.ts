import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import type { Change } from '../../../plan/types.ts';
import type { ConflictQuestion, Prompter } from '../../../request.ts';
import type { Rename } from '../../../spec/rename.ts';
import type { CommandContext } from '../../command.ts';
import { countChanges } from '../change-kinds.ts';
import { countNoun } from '../text.ts';
import { ask } from './ask.ts';
import { askQuestion } from './ask-question.ts';
import type { ConflictScreen } from './conflict-screen.ts';
import { settleConflicts } from './settle-conflicts.ts';
import { loadPrompts } from './load-prompts.ts';

/** The prompter of the command line: asks on the terminal, or, where `interactive` is false, takes defaults. */
export function createTerminalPrompter(context: CommandContext, interactive: boolean): Prompter {
  return {
    interactive,

    async answer(question, backend) {
      if (interactive) return (await askQuestion(context, question, { canGoBack: false })) as never;
      if (question.default !== undefined) return question.default;
      throw new DazzleError(
        diagnose('DZL506', {
          message: `${backend} asks "${question.message}", which has no default, and there is nobody to ask`,
          fix: `give the answer with --set ${backend}.${question.name}=VALUE, or under [backends.${backend}] in dazzle.toml`,
        }),
      );
    },

    async settle(conflicts, plan) {
      if (!interactive) return conflicts.map(() => ({ kind: 'later' }));
      showPlan(context, conflicts, plan);
      return settleConflicts(conflicts, await createConflictScreen(context));
    },

    async confirmRenames(candidates) {
      if (!interactive) return [];
      const { confirm } = await loadPrompts(context);
      const meant: Rename[] = [];
      for (const rename of candidates) {
        const message = `Was ${describeRename(rename)}? Files, edits and rows then follow.`;
        if (await ask(context, (at) => confirm({ message, default: false }, at))) meant.push(rename);
      }
      return meant;
    },

    async confirmRestore(gone) {
      const { confirm } = await loadPrompts(context);
      const folders = gone.map(({ folder, files }) => `${folder} (${countNoun(files, 'file')})`);
      const message = `You deleted ${folders.join(' and ')}. Bring back what dazzle makes there?`;
      return ask(context, (at) => confirm({ message, default: false }, at));
    },
  };
}

function describeRename({ kind, from, to, entity }: Rename): string {
  const owner = entity === undefined ? '' : ` of ${entity}`;
  return `${kind} "${from}"${owner} renamed to "${to}"`;
}

/** One screen before the first question: what will happen, and how many questions follow. */
function showPlan(
  context: CommandContext,
  conflicts: readonly ConflictQuestion[],
  plan: readonly Change[],
): void {
  const { err } = context.terminal;
  const { bold, dim } = err.colours;
  const counts = countChanges(plan);
  err.line();
  err.line(bold('What this build will do'));
  for (const kind of ['create', 'update', 'merge', 'rename', 'delete', 'kept'] as const) {
    if (counts[kind] > 0) err.line(`  ${kind.padStart(8)}  ${countNoun(counts[kind], 'file')}`);
  }
  err.line(`  ${'conflict'.padStart(8)}  ${countNoun(conflicts.length, 'file')}`);
  const text = `${countNoun(conflicts.length, 'question')} to answer. Nothing is written before all are answered; ? shows what each key does.`;
  err.hang('', text, 0, { tint: dim });
}

async function createConflictScreen(context: CommandContext): Promise<ConflictScreen> {
  const { keyPrompt } = await import('./ask-key.ts');
  const { err } = context.terminal;
  return {
    colours: err.colours,
    get width() {
      return err.width;
    },
    askKey: (message, keys) => ask(context, (at) => keyPrompt({ message, keys, width: err.width }, at)),
    show: (lines) => {
      for (const line of lines) err.line(line);
    },
    edit: async (text, path) => (await import('./edit-text.ts')).editText(context, text, path),
  };
}
