import { preBuildHooksOf } from '../../../lib/index.ts';
import type { Hook } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { keptTables } from '../code/schema/kept-tables.ts';
import { rowsDatabase } from '../code/rows-database.ts';

/** What is looked at before anything is generated. */
export const preBuildHooks: readonly Hook<ExpressAnswers>[] = preBuildHooksOf({
  unused: { personas: true, attention: true, workspaces: true, integrations: true },
  database: rowsDatabase,
  keptTables,
});
