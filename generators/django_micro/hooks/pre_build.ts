import { preBuildHooksOf } from '../../../lib/index.ts';
import type { Hook } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { keptTables } from '../code/schema/kept-tables.ts';
import { rowsDatabase } from '../code/rows-database.ts';

/** The hooks that check the tools, the spec and the existing rows before anything is generated. */
export const preBuildHooks: readonly Hook<DjangoAnswers>[] = preBuildHooksOf({
  unused: { personas: true, attention: true, workspaces: true, integrations: true },
  rows: { database: rowsDatabase, keptTables },
});
