import { preBuildHooksOf } from '../../../lib/index.ts';
import type { Hook } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { keptTables } from '../code/schema/kept-tables.ts';
import { rowsDatabase } from '../code/rows-database.ts';

/** The pre-build hooks of any app backend; `unused` names the constructs of a spec that Express does not generate yet. */
export const preBuildHooks: readonly Hook<ExpressAnswers>[] = preBuildHooksOf({
  unused: { personas: true, attention: true, workspaces: true, integrations: true },
  rows: { database: rowsDatabase, keptTables },
});
