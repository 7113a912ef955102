import { examples, type CommandModule } from '../command.ts';
import { writeJson } from '../json.ts';
import { hangText } from '../text.ts';

/** `dazzle stacks`: the presets. */
export const command: CommandModule = {
  configure(command) {
    command
      .option('--json', 'one JSON document on stdout')
      .addHelpText('after', examples(['dazzle init shop --stack api_only', 'start with a stack']));
  },

  async run({ terminal }, _, options) {
    const { stackPresets } = await import('../../project/stacks.ts');
    const { out } = terminal;
    const rows = Object.entries(stackPresets).map(([name, { backends, summary }]) => ({
      name,
      backends,
      summary,
    }));
    if (options.json === true) {
      writeJson(out, { stacks: rows });
      return 0;
    }
    const width = Math.max(...rows.map(({ name }) => name.length));
    for (const { name, backends, summary } of rows) {
      const text = `${summary} (${backends.join(', ')})`;
      const first = `${out.colours.bold(name.padEnd(width))}  `;
      for (const line of hangText(first, text, Math.min(out.width, 100), out.width < 60 ? 4 : width + 2))
        out.line(line);
    }
    return 0;
  },
};
