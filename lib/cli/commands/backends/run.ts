import type { CommandRun } from '../../command.ts';
import { writeJson } from '../../screen/json.ts';
import { hangText, listWidth } from '../../screen/text.ts';

/** `dazzle backends`: what can be made. */
export const run: CommandRun = async (context, _, options) => {
  const { registryAround } = await import('../../project/open-project.ts');
  const { out } = context.terminal;
  const { backends } = await registryAround(context);
  if (options.json === true) {
    const rows = backends.map(({ name, summary, generators, hooks, questions }) => ({
      name,
      summary,
      generators: generators.map((generator) => generator.name),
      hooks: hooks.map((hook) => hook.name),
      questions: questions(null).map((question) => question.name),
    }));
    writeJson(out, { backends: rows });
    return 0;
  }
  const width = Math.max(...backends.map(({ name }) => name.length));
  for (const { name, summary } of backends) {
    const first = `${out.colours.bold(name.padEnd(width))}  `;
    for (const line of hangText(first, summary, listWidth(out), out.width < 60 ? 4 : width + 2))
      out.line(line);
  }
  return 0;
};
