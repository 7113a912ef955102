import type * as inquirer from '@inquirer/prompts';
import type { CommandContext } from '../../command.ts';
import type { Channel } from '../terminal.ts';
import { widthOf, wrapLines, wrapText } from '../text.ts';

type Prompts = typeof inquirer;

/** What all prompts of the inquirer family take. */
interface Config {
  readonly message: string;
  readonly choices?: readonly unknown[];
}

/** The prompts of inquirer, whose texts break between words where they would break anywhere. */
export async function loadPrompts(
  context: CommandContext,
): Promise<Pick<Prompts, 'checkbox' | 'confirm' | 'input' | 'select' | 'Separator'>> {
  const { checkbox, confirm, input, select, Separator } = await import('@inquirer/prompts');
  const { err } = context.terminal;
  return {
    checkbox: (config, at) => checkbox(fitConfig(config, err), at),
    confirm: (config, at) => confirm(fitConfig(config, err), at),
    input: (config, at) => input(fitInput(config, err), at),
    select: (config, at) => select(fitConfig(config, err), at),
    Separator,
  };
}

const indent = 2;

/** A question as it is shown behind the two columns of its mark. */
export function fitMessage(message: string, width: number): string {
  return wrapText(message, width - indent).join(`\n${' '.repeat(indent)}`);
}

/** An answer behind its question, or beneath it where it does not fit there. */
export function placeAnswer(text: string, message: string, width: number): string {
  const columns = width - indent - widthOf(message.split('\n').at(-1)!) - 2;
  return widthOf(text) <= columns ? text : `\n${' '.repeat(indent)}${fitMessage(text, width)}`;
}

/** The settings of a prompt with its message, descriptions and answer broken between words. */
export function fitConfig<C extends Config>(
  config: C,
  { width, colours }: Pick<Channel, 'width' | 'colours'>,
): C {
  const message = fitMessage(config.message, width);
  const below = (text: string): string => placeAnswer(text, message, width);
  const style = {
    answer: (text: string) => colours.cyan(below(text)),
    defaultAnswer: (text: string) => colours.dim(below(`(${text})`)),
    error: (text: string) => colours.red(wrapText(`> ${text}`, width).join('\n')),
    // `fitChoice` has broken it.
    description: (text: string) => colours.cyan(text),
  };
  const { choices } = config;
  return {
    ...config,
    message,
    ...(choices === undefined ? {} : { choices: choices.map((choice) => fitChoice(choice, width)) }),
    theme: { style },
  };
}

type InputConfig = Parameters<Prompts['input']>[0];

/** The same for a text, whose answer may be shown in other words than it was typed. */
function fitInput(config: InputConfig, channel: Pick<Channel, 'width' | 'colours'>): InputConfig {
  const fitted = fitConfig(config, channel);
  const { transformer } = config;
  if (transformer === undefined) return fitted;
  const show: typeof transformer = (value, flags) => {
    const text = transformer(value, flags);
    return flags.isFinal ? channel.colours.cyan(placeAnswer(text, fitted.message, channel.width)) : text;
  };
  return { ...fitted, transformer: show };
}

function fitChoice(choice: unknown, width: number): unknown {
  if (typeof choice !== 'object' || choice === null) return choice;
  const { name, description } = choice as { name?: unknown; description?: unknown };
  const fitted = typeof name === 'string' ? fitMessage(name, width) : name;
  if (fitted === name && description === undefined) return choice;
  return {
    ...choice,
    // What is shown of the choice once it is made: `placeAnswer` breaks it.
    ...(fitted === name ? {} : { short: name, ...choice, name: fitted }),
    ...(description === undefined ? {} : { description: wrapLines(String(description), width) }),
  };
}
