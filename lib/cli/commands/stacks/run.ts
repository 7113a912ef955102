import type { CommandRun } from '../../command.ts';
import { writeJson } from '../../screen/json.ts';
import { hangText, listWidth } from '../../screen/text.ts';

/** `dazzle stacks`: the presets. */
export const run: CommandRun = async ({ terminal }, _, options) => {
  const { stackPresets } = await import('../../../project/stacks.ts');
  const { backendNames } = await import('../../built-in-backends.ts');
  const { out } = terminal;
  const rows = Object.entries(stackPresets).map(([name, { backends, summary }]) => {
    const missing = backends.filter((backend) => !backendNames.names.includes(backend));
    return { name, backends, summary, available: missing.length === 0, missing };
  });
  if (options.json === true) {
    writeJson(out, { stacks: rows });
    return 0;
  }
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, backends, summary, available, missing } of rows) {
    const lack = available ? '' : `; not yet in this version: ${missing.join(', ')}`;
    const text = `${summary} (${backends.join(', ')}${lack})`;
    const tint = available ? out.colours.bold : out.colours.dim;
    const first = `${tint(name.padEnd(width))}  `;
    for (const line of hangText(first, text, listWidth(out), out.width < 60 ? 4 : width + 2)) out.line(line);
  }
  return 0;
};
