import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { completeWords } from '../../../../lib/cli/commands/completion/complete-words.ts';
import { commandTable } from '../../../../lib/cli/commands/table.ts';
import { completionScripts } from '../../../../lib/cli/commands/completion/scripts.ts';
import { makeFolder } from '../../../support/make-backend.ts';

const spec = 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n';

let place: ReturnType<typeof makeFolder>;
beforeAll(() => {
  place = makeFolder({ 'shop/dazzle.toml': '[project]\nname = "shop"\n', 'shop/dsl/app.dsl': spec });
});
afterAll(() => place.remove());

async function valuesOf(...words: string[]): Promise<string[]> {
  return (await completeWords(commandTable, words, place.folder)).map(({ value }) => value);
}

describe('the words that could stand next', () => {
  it('are the names of the project that --cwd names', async () => {
    expect(await valuesOf('inspect', '')).toEqual([]);
    expect(await valuesOf('--cwd', 'shop', 'inspect', '')).toEqual(['Task']);
    expect(await valuesOf('inspect', '--cwd', join(place.folder, 'shop'), 'T')).toEqual(['Task']);
  });

  it('are the formats of graph, which takes no names', async () => {
    expect(await valuesOf('--cwd', 'shop', 'graph', '--format', '')).toEqual(['svg', 'mermaid', 'dot']);
    expect(await valuesOf('--cwd', 'shop', 'graph', '')).toEqual([]);
  });

  it.each<[string[], string[]]>([
    [['bu'], ['build']],
    [['build', '--dr'], ['--dry-run']],
    [['build', '--on-conflict', 'ma'], ['markers']],
    [['build', '--on-conflict=ma'], ['--on-conflict=markers']],
    [['build', '--on-conflict', '=', 'ma'], ['markers']],
    [['hooks', 'dj'], ['django_micro']],
    [['build', '--stack', 'mi'], ['micro']],
    [['build', '--backends', 'dj'], ['django_micro']],
    [['build', '--set', 'django_micro.d'], ['django_micro.database=']],
    [['init', '--from', 'st'], ['starter']],
    [['build', '--skip-hook=init_g'], ['--skip-hook=init_git']],
    [['explain', 'DZL104'], ['DZL104']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['help', 'und'], ['undo']],
    [['--v'], ['--version']],
    [['resolve', ''], []],
    [['no-such-command', ''], []],
  ])('behind %j are %j', async (words, values) => {
    expect(await valuesOf(...words)).toEqual(values);
  });

  it.each([['--cwd'], ['inspect', '--cwd'], ['graph', '--out'], ['build', '--restore']])(
    'are left to the shell where a file or folder is wanted: %s %s',
    async (...words) => {
      expect(await valuesOf(...words, '')).toEqual([]);
    },
  );
});

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

const whenBash = hasBash ? describe : describe.skip; // only where bash is
whenBash('the script for bash', () => {
  it('adds no slash to a command where a folder has its name, but completes files as files', () => {
    place.put('build/notes.txt', '');
    const script = `dazzle() { [ "$4" = bu ] && printf 'build\\tmake\\n'; }
${completionScripts.bash}
compopt() { echo "compopt $1 $2"; }
COMP_WORDS=(dazzle bu); COMP_CWORD=1; _dazzle; echo "\${COMPREPLY[*]}"
COMP_WORDS=(dazzle fmt bui); COMP_CWORD=2; _dazzle; echo "\${COMPREPLY[*]}"
complete -p dazzle`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', script], { cwd: place.folder, encoding: 'utf8' });
    expect(stdout.split('\n')).toEqual([
      'build',
      'compopt -o filenames',
      'build',
      'complete -F _dazzle dazzle',
      '',
    ]);
  });
});

const hasFish = spawnSync('fish', ['--version']).status === 0;

const whenFish = hasFish ? describe : describe.skip; // only where fish is
whenFish('the script for fish', () => {
  it('completes files where dazzle has no words', () => {
    place.put('files/notes.txt', '');
    const script = `function dazzle; test "$argv[4]" = bu; and printf 'build\\tmake\\n'; end
${completionScripts.fish}
complete -C 'dazzle bu'; complete -C 'dazzle fmt no'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script], {
      cwd: join(place.folder, 'files'),
      encoding: 'utf8',
    });
    expect(stdout).toBe('build\tmake\nnotes.txt\n');
  });
});
