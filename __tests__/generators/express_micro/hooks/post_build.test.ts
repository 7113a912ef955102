import { expect, it } from '@jest/globals';
import { postBuildHooks } from '../../../../generators/express_micro/hooks/post_build.ts';
import type { ExpressAnswers } from '../../../../generators/express_micro/prompting.ts';
import type { DiskHook, DiskHookContext } from '../../../../lib/index.ts';

const database = postBuildHooks.find(
  ({ name }) => name === 'initialize_database',
) as DiskHook<ExpressAnswers>;

it('tells where the copy of a database is that a migration made, and nothing else of what the log says', async () => {
  const log = ['copied the database to data.sqlite3.before', 'migrated the database']
    .map((msg) => JSON.stringify({ level: 'info', msg }))
    .join('\n');
  const context = {
    outputDir: 'apps/express_micro',
    answers: { database: 'sqlite', time_zone: 'UTC' },
    run: () => Promise.resolve({ status: 0, stdout: log, lastLines: [] }),
  } as unknown as DiskHookContext<ExpressAnswers>;
  expect(await database.execute(context)).toEqual({
    success: true,
    message: 'the database is up to date',
    displayToUser: ['copied the database to data.sqlite3.before'],
  });
});
