import type { CommandRun } from '../../command.ts';
import { registryAround } from '../../project/open-project.ts';
import { writeJson } from '../../screen/json.ts';
import { listTerms } from '../../screen/list-terms.ts';

/** Lists the backends. */
export const run: CommandRun = async (context, _, options) => {
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
  const tint = out.colours.bold;
  listTerms(
    out,
    backends.map(({ name, summary }) => ({ term: name, text: summary, tint })),
  );
  return 0;
};
