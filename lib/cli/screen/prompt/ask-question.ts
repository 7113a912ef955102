import type { AnswerValue, Question } from '../../../backend/types.ts';
import type { CommandContext } from '../../command.ts';
import { ask, type back } from './ask.ts';
import { loadPrompts } from './load-prompts.ts';

/** Asks one question of a backend with the prompt that fits its type; Enter takes the default. */
export async function askQuestion(
  context: CommandContext,
  question: Question,
  options: { readonly canGoBack: boolean; readonly current?: AnswerValue | undefined },
): Promise<AnswerValue | typeof back> {
  const { checkbox, confirm, input, select } = await loadPrompts(context);
  const preset = options.current ?? question.default;
  const validate = (value: AnswerValue): true | string => question.check?.(value) ?? true;
  const choices = (question.choices ?? []).map(({ value, label, hint }) => ({
    value,
    name: label,
    ...(hint === undefined ? {} : { description: hint }),
  }));
  const { message } = question;
  return ask<AnswerValue>(
    context,
    async (at) => {
      switch (question.type) {
        case 'confirm':
          return confirm({ message, default: preset !== false }, at);
        case 'select':
          return select({ message, choices, ...(typeof preset === 'string' ? { default: preset } : {}) }, at);
        case 'checkbox': {
          const chosen = Array.isArray(preset) ? (preset as readonly string[]) : [];
          return checkbox(
            {
              message,
              choices: choices.map((choice) => ({ ...choice, checked: chosen.includes(choice.value) })),
              validate: (picked) => validate(picked.map((choice) => choice.value)),
            },
            at,
          );
        }
        case 'text':
          return input(
            {
              message,
              ...(preset === undefined ? {} : { default: String(preset) }),
              required: preset === undefined,
              validate,
            },
            at,
          );
      }
    },
    options.canGoBack,
  );
}
