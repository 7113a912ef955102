import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Prompter } from '../lib/request.ts';
import { kinds, nobody, projectDir, run, snapshot, useProject } from './support/build-project.ts';

useProject();

const removeFolder = (folder: string): void => rmSync(path.join(projectDir, folder), { recursive: true });
const all = { 'apps/demo/client.txt': 'create', 'apps/demo/head.txt': 'create' };

function asked(answer: boolean): { prompter: Prompter; questions: unknown[] } {
  const questions: unknown[] = [];
  const confirmRestore = (gone: unknown): Promise<boolean> => {
    questions.push(gone);
    return Promise.resolve(answer);
  };
  return { prompter: { ...nobody, interactive: true, confirmRestore }, questions };
}

describe('an output folder that was deleted', () => {
  it.each(['apps', 'apps/demo'])(
    'is an error that names the way back where nobody can be asked (%s)',
    async (gone) => {
      await run();
      removeFolder(gone);
      const before = snapshot();
      for (const dryRun of [false, true]) {
        await expect(run({ dryRun })).rejects.toMatchObject({
          diagnostics: [
            {
              code: 'DZL407',
              severity: 'error',
              message: 'apps/demo was deleted, with all 2 files that dazzle wrote there; nothing was written',
              fix: expect.stringContaining('dazzle build --restore apps/demo'),
            },
          ],
        });
      }
      expect(snapshot()).toEqual(before);
    },
  );

  it.each(['apps', 'apps/demo', 'apps/demo/'])('comes back with --restore %s', async (restore) => {
    await run();
    const before = snapshot();
    removeFolder('apps');
    const outcome = await run({ restore: [restore] });
    expect([kinds(outcome.changes), outcome.diagnostics]).toEqual([all, []]);
    expect(snapshot()).toEqual(before);
  });

  it('is one question on a terminal', async () => {
    await run();
    removeFolder('apps');
    const no = asked(false);
    await expect(run({}, { prompter: no.prompter })).rejects.toMatchObject({
      diagnostics: [{ code: 'DZL407' }],
    });
    expect(existsSync(path.join(projectDir, 'apps'))).toBe(false);
    const yes = asked(true);
    expect(kinds((await run({}, { prompter: yes.prompter })).changes)).toEqual(all);
    expect(yes.questions).toEqual([[{ folder: 'apps/demo', files: 2 }]]);
  });

  it('is none while one of its files is there', async () => {
    await run();
    rmSync(path.join(projectDir, 'apps/demo/client.txt'));
    expect(kinds((await run()).changes)).toMatchObject({ 'apps/demo/client.txt': 'kept' });
  });
});
