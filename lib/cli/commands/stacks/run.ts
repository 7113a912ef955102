import { stackPresets } from '../../../project/stacks.ts';
import { backendNames } from '../../built-in-backends.ts';
import type { CommandRun } from '../../command.ts';
import { writeJson } from '../../screen/json.ts';
import { listTerms } from '../../screen/list-terms.ts';

/** Lists the stack presets. */
export const run: CommandRun = async ({ terminal }, _, options) => {
  const { out } = terminal;
  const rows = Object.entries(stackPresets).map(([name, { backends, summary }]) => {
    const missing = backends.filter((backend) => !backendNames.names.includes(backend));
    return { name, backends, summary, available: missing.length === 0, missing };
  });
  if (options.json === true) {
    writeJson(out, { stacks: rows });
    return 0;
  }
  const { bold, dim } = out.colours;
  listTerms(
    out,
    rows.map(({ name, backends, summary, available, missing }) => {
      const lack = available ? '' : `; not yet in this version: ${missing.join(', ')}`;
      return { term: name, text: `${summary} (${backends.join(', ')}${lack})`, tint: available ? bold : dim };
    }),
  );
  return 0;
};
