import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandTable } from '../../../../lib/cli/commands/table.ts';
import { completeWords } from '../../../../lib/cli/commands/completion/complete-words.ts';
import { run } from '../../support/run.ts';
import { lists, makeSmallProject, type SmallProject } from '../../support/small-project.ts';

let project: SmallProject;
beforeAll(async () => {
  project = await makeSmallProject();
  for (const list of lists) project.write(list, project.read(list).replaceAll('one', 'mine'));
  project.retitle('two');
  expect((await dazzle('build', '--on-conflict=markers')).status).toBe(2);
});
afterAll(() => project.remove());

const dazzle = (...argv: string[]) => run(argv, { cwd: project.folder });

describe('dazzle resolve, without a terminal', () => {
  it('names the conflicts that are left, and how to settle them', async () => {
    const { status, out, err } = await dazzle('resolve');
    expect({ status, err }).toEqual({
      status: 2,
      err: 'there is no terminal to ask: give --keep or --take, and the files that are meant\n',
    });
    expect(out.split('\n').map((line) => /^ {3}conflict {2}(\S+) {2}\S/.exec(line)?.[1])).toEqual([
      ...lists,
      undefined,
    ]);
    expect(
      (await completeWords(commandTable, ['resolve', ''], project.folder)).map(({ value }) => value),
    ).toEqual(lists);
  });

  it.each([
    [['nowhere'], 'DZL512  "nowhere" is none of the files in question', 'leave the path out to see them all'],
    [
      ['apps/names/d.txt'],
      'DZL512  "apps/names/d.txt" is none of the files in question',
      'did you mean "apps/names/',
    ],
    [['--keep', '--take'], 'DZL503  --keep and --take say opposite things', 'give one of them'],
  ])('refuses %j', async (argv, problem, fix) => {
    const { status, err } = await dazzle('resolve', ...argv);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringContaining(`error ${problem}\n    fix: ${fix}`),
    });
  });

  it('settles what is named, by file or by folder, and counts what is left', async () => {
    expect(await dazzle('resolve', '--take', lists[0]!)).toMatchObject({
      status: 2,
      out: expect.stringMatching(/2 conflicts left\n$/),
    });
    expect(project.read(lists[0]!)).toContain('Task two\n');
    expect(await dazzle('resolve', '--keep', 'apps')).toMatchObject({ status: 0, err: '' });
    expect(project.read(lists[1]!)).toContain('Task mine\n');
    expect(lists.map((list) => project.read(list).includes('<<<<<<<'))).toEqual([false, false, false]);
    expect(await dazzle('resolve')).toEqual({ status: 0, out: 'no conflict is left to settle\n', err: '' });
    expect(await dazzle('resolve', 'nowhere')).toMatchObject({
      status: 1,
      err: expect.stringContaining('DZL512'),
    });
  });
});
