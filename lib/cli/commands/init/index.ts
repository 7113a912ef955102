import { jsonOption, stackOptions } from '../../argv/shared-options.ts';
import type { Command, Completion } from '../../command.ts';
import { listExamples } from './examples.ts';

/** `dazzle init [dir]`: the wizard, and with `--yes` the same without questions. */
export const init: Command = {
  name: 'init',
  summary: 'start a project: name, spec, stack, and a first build',
  group: 'Build',
  tellsOfBuild: true,
  arguments: [{ name: '[dir]', about: 'folder of the project; made where it is missing', default: '.' }],
  options: [
    { flags: '-y, --yes', about: 'take every default, and build' },
    { flags: '--name <name>', about: "the application's name; otherwise the spec's or the folder's" },
    {
      flags: '--from <start>',
      get about() {
        return `starter, a .dsl file, or an example: ${nameExamples()}`;
      },
      complete: startNames,
    },
    ...stackOptions,
    { flags: '--no-build', about: 'only write dazzle.toml, dsl/ and .gitignore' },
    { flags: '--no-disk-hooks', about: 'build, but install, migrate and run nothing' },
    { flags: '-q, --quiet', about: 'say little' },
    { flags: '-v, --verbose', about: 'every file, and how long each step took' },
    jsonOption,
  ],
  examples: [
    ['dazzle init shop', 'a few questions, then a running application'],
    ['dazzle init shop --yes', 'no questions'],
    ['dazzle init shop --from ../shop.dsl', 'start from a spec of your own'],
    ['dazzle init api --yes --stack api_only', 'another stack'],
  ],
  load: () => import('./run.ts'),
};

/** `small (a reading list), …` */
function nameExamples(): string {
  return listExamples()
    .map(({ name, title }) => `${name} (${title})`)
    .join(', ');
}

function startNames(): Completion[] {
  return [
    { value: 'starter', about: 'projects and tasks' },
    ...listExamples().map(({ name, summary }) => ({ value: name, about: summary })),
  ];
}
