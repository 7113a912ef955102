import { resolve } from 'node:path';
import { Command } from 'commander';
import { catalogue } from '../../../diagnostics/catalogue/index.ts';
import { loadRegistry } from '../../built-in-backends.ts';
import { commandTable, findCommand } from '../table.ts';
import { listExamples } from '../init/examples.ts';
import { findCommandWord } from '../../argv/read-command-line.ts';
import { projectNames } from '../inspect/project-names.ts';
import { shells } from './scripts.ts';

/** A word that could stand next, and what it is. */
export interface Completion {
  readonly value: string;
  readonly about: string;
}

/** What could be the last of `words` (the words after `dazzle`; the last one begun or empty). Empty where files fit better. */
export async function completeWords(words: readonly string[], cwd: string): Promise<Completion[]> {
  // bash takes the "=" of --option=value for a word of its own.
  const current = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const before = words.slice(0, -1).filter((word) => word !== '=');
  const name = findCommandWord(before) ?? undefined;
  const at = before.indexOf('--cwd');
  const folder = at < 0 ? cwd : resolve(cwd, before[at + 1] ?? '');
  const found = await candidates(name, before, current, folder);
  return found.filter(({ value }) => value.startsWith(current));
}

async function candidates(
  name: string | undefined,
  before: readonly string[],
  current: string,
  cwd: string,
): Promise<Completion[]> {
  if (fileOptions.includes(before.at(-1) ?? '')) return [];
  const commands = commandTable.map((row) => ({ value: row.name, about: row.summary }));
  if (name === undefined || name === 'help') {
    if (current.startsWith('-'))
      return ['--help', '--version', '--cwd'].map((value) => ({ value, about: '' }));
    return [
      ...commands,
      ...(name === undefined ? [{ value: 'help', about: 'show the help of a command' }] : []),
    ];
  }
  const row = findCommand(name);
  if (row === undefined) return [];
  const last = before.at(-1) ?? '';
  const [flag, begun] =
    current.startsWith('--') && current.includes('=') ? current.split('=', 2) : [last, null];
  const values = await optionValues(flag!);
  if (values !== null)
    return begun === null ? values : values.map((each) => ({ ...each, value: `${flag}=${each.value}` }));
  if (current.startsWith('-')) {
    const command = new Command(name);
    (await row.load()).command.configure(command);
    const options = command.options.filter((option) => option.long !== undefined && !option.hidden);
    return [
      ...options.map((option) => ({ value: option.long!, about: option.description })),
      { value: '--cwd', about: 'work in this folder' },
      { value: '--help', about: 'show the help' },
    ];
  }
  return argumentValues(name, cwd);
}

/** Options whose value is a file or a folder. */
const fileOptions = ['--cwd', '--out', '--restore'];

const named = (values: readonly string[], about = ''): Completion[] =>
  values.map((value) => ({ value, about }));

/** The values of an option, or null for one without a list. */
async function optionValues(flag: string): Promise<Completion[] | null> {
  switch (flag) {
    case '--stack': {
      const { stackPresets } = await import('../../../project/stacks.ts');
      return Object.entries(stackPresets).map(([value, { summary }]) => ({ value, about: summary }));
    }
    case '--backends':
      return (await loadRegistry()).backends.map(({ name, summary }) => ({ value: name, about: summary }));
    case '--skip-hook': {
      const hooks = (await loadRegistry()).backends.flatMap((backend) => backend.hooks);
      return [
        ...new Map(hooks.map((hook) => [hook.name, { value: hook.name, about: hook.description }])).values(),
      ];
    }
    case '--set': {
      const { backends } = await loadRegistry();
      return backends.flatMap((backend) =>
        backend.questions(null).map((question) => ({
          value: `${backend.name}.${question.name}=`,
          about: question.message,
        })),
      );
    }
    case '--on-conflict':
      return named(['ask', 'keep', 'take', 'markers', 'fail']);
    case '--format':
      return named(['svg', 'mermaid', 'dot']);
    case '--from':
      return [
        { value: 'starter', about: 'projects and tasks' },
        ...listExamples().map(({ name, summary }) => ({ value: name, about: summary })),
      ];
    default:
      return null;
  }
}

/** What the arguments of a command can be; empty where they are files. */
async function argumentValues(name: string, cwd: string): Promise<Completion[]> {
  switch (name) {
    case 'hooks':
      return (await loadRegistry()).backends.map((backend) => ({
        value: backend.name,
        about: backend.summary,
      }));
    case 'explain':
      return Object.entries(catalogue).map(([value, { title }]) => ({ value, about: title }));
    case 'completion':
      return named(shells);
    case 'inspect':
      return projectNames(cwd);
    case 'resolve': {
      const { findProject } = await import('../../../project/find-project.ts');
      const { listUnsettled } = await import('../../../plan/resolve.ts');
      const projectDir = findProject(cwd);
      return projectDir === null
        ? []
        : (await listUnsettled(projectDir)).map(({ path, why }) => ({ value: path, about: why }));
    }
    default:
      return [];
  }
}
