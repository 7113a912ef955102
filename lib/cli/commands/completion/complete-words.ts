import { resolve } from 'node:path';
import { findCommandWord } from '../../argv/read-command-line.ts';
import type { Command, CommandOption, Completion, FindCompletions } from '../../command.ts';

/** What could be the last of `words` (the words after `dazzle`; the last one begun or empty). Empty where files fit better. */
export async function completeWords(
  commands: readonly Command[],
  words: readonly string[],
  cwd: string,
): Promise<Completion[]> {
  // bash takes the "=" of --option=value for a word of its own.
  const current = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const before = words.slice(0, -1).filter((word) => word !== '=');
  const at = before.indexOf('--cwd');
  const folder = at < 0 ? cwd : resolve(cwd, before[at + 1] ?? '');
  const found = await candidates(commands, before, current, folder);
  return found.filter(({ value }) => value.startsWith(current));
}

async function candidates(
  commands: readonly Command[],
  before: readonly string[],
  current: string,
  cwd: string,
): Promise<Completion[]> {
  const last = before.at(-1) ?? '';
  if (last === '--cwd') return [];
  const name = findCommandWord(before);
  if (name === null || name === 'help') {
    if (current.startsWith('-')) return named(['--help', '--version', '--cwd']);
    return [
      ...commands.map((command) => ({ value: command.name, about: command.summary })),
      ...(name === null ? [{ value: 'help', about: 'show the help of a command' }] : []),
    ];
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return [];
  const { arguments: args = [], options = [] } = command;
  const [, begun] = /^(--[^=]+)=/.exec(current) ?? [];
  const option = options.find((each) => takesValue(each) && longName(each) === (begun ?? last));
  if (option !== undefined) {
    const values = await find(option.complete, cwd);
    return begun === undefined
      ? values
      : values.map((each) => ({ ...each, value: `${begun}=${each.value}` }));
  }
  if (current.startsWith('-')) {
    return [
      ...options.map((each) => ({ value: longName(each), about: each.about })),
      { value: '--cwd', about: 'work in this folder' },
      { value: '--help', about: 'show the help' },
    ];
  }
  return find(args[0]?.complete, cwd);
}

function longName({ flags }: CommandOption): string {
  return /--[\w-]+/.exec(flags)![0];
}

function takesValue({ flags }: CommandOption): boolean {
  return flags.includes('<');
}

async function find(complete: FindCompletions | undefined, cwd: string): Promise<Completion[]> {
  return named((await complete?.(cwd)) ?? []);
}

function named(words: readonly (string | Completion)[]): Completion[] {
  return words.map((word) => (typeof word === 'string' ? { value: word, about: '' } : word));
}
