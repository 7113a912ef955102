import { describedSpec, type DescribedEntity } from '../../../../../generators/app/index.ts';
import { DazzleError } from '../../../../diagnostics/diagnostic.ts';
import type { AppSpec } from '../../../../spec/app-spec.ts';
import type { CommandContext } from '../../../command.ts';
import { printDiagnostics } from '../../../screen/print-diagnostics.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { countNoun, wrapLines } from '../../../screen/text.ts';
import { findStart, readStart, starterStart, type StartingSpec } from '../choose-spec.ts';
import { describeEntities } from './describe-entities.ts';
import { listExamples } from '../examples.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';

/** A chosen spec, and how it was chosen. */
interface ChosenStart {
  readonly start: StartingSpec;
  readonly from: string | null;
  readonly described: readonly DescribedEntity[];
}

/** The spec of entities described in the wizard, or the starter where there are none. */
export async function describeStart(
  described: readonly DescribedEntity[],
  name: string,
): Promise<Pick<ChosenStart, 'start'>> {
  if (described.length === 0) return { start: await starterStart(name) };
  return { start: await readStart([{ name: 'app.dsl', text: describedSpec(name, described) }]) };
}

/** What was chosen before, and the name that a spec of dazzle's own gets. */
interface EarlierStart {
  readonly name: string;
  readonly start: StartingSpec | null;
  readonly from: string | null;
  readonly described: readonly DescribedEntity[];
}

/** Asks where to start from: the starter, an example, a file, or a description. A wrong answer is asked for again. */
export async function askStart(
  context: CommandContext,
  earlier: EarlierStart,
  checkPath: (path: string) => true | string,
): Promise<ChosenStart | typeof back> {
  const { select } = await loadPrompts(context);
  const { name } = earlier;
  const starter = await starterStart(name);
  const examples = await Promise.all(
    listExamples().map(async (example) => ({
      example,
      preview: await previewExample(example.name, context.cwd, name),
    })),
  );
  const fit = (text: string): string => wrapLines(text, context.terminal.err.width);
  let current = choiceOf(earlier);
  let { described } = earlier;
  for (;;) {
    const choice = await ask(
      context,
      (at) =>
        select(
          {
            message: 'Where shall it start from?',
            choices: [
              {
                value: 'starter',
                name: 'a small start: projects and tasks',
                short: 'a small start',
                description: fit(preview(starter.spec)),
              },
              ...examples.map(({ example, preview: description }) => ({
                value: `example:${example.name}`,
                name: `the example ${example.name}: ${example.title}`,
                short: `the example ${example.name}: ${example.title}`,
                description: fit(`${example.summary}\n${description}`),
              })),
              {
                value: 'describe',
                name: 'describe it here',
                description: fit('Name the things it keeps, and their fields; the pages are made for them.'),
              },
              { value: 'file', name: 'a .dsl file of my own', description: 'It is copied to dsl/app.dsl.' },
            ],
            default: current,
            loop: false,
            pageSize: 10,
          },
          at,
        ),
      true,
    );
    if (choice === back) return back;
    current = choice;
    if (choice === 'starter') return { start: starter, from: null, described: [] };
    if (choice === 'describe') {
      const chosen = await describeAndRead(context, described, name);
      if (chosen !== back) return chosen;
      described = [];
      continue;
    }
    const path = choice.startsWith('example:') ? choice.slice('example:'.length) : null;
    const chosen =
      path === null
        ? await askFile(context, earlier, checkPath)
        : await orTell(context, async () => ({
            start: await findStart(path, context.cwd, name),
            from: path,
            described: [],
          }));
    if (chosen !== back && chosen !== null) return chosen;
  }
}

/** The entities of a description, with their spec; where it cannot be read, the description goes on. */
async function describeAndRead(
  context: CommandContext,
  earlier: readonly DescribedEntity[],
  name: string,
): Promise<ChosenStart | typeof back> {
  let described = earlier;
  for (;;) {
    const entities = await describeEntities(context, described);
    if (entities === back) return back;
    described = entities;
    const chosen = await orTell(context, async () => ({
      ...(await describeStart(entities, name)),
      from: null,
      described: entities,
    }));
    if (chosen !== null) return chosen;
  }
}

/** Asks for a .dsl file, and again for one whose spec has errors. */
async function askFile(
  context: CommandContext,
  { name, from }: EarlierStart,
  checkPath: (path: string) => true | string,
): Promise<ChosenStart | typeof back> {
  const { input } = await loadPrompts(context);
  let typed = from !== null && checkPath(from) === true ? from : undefined;
  for (;;) {
    const settings = {
      message: 'Which file?',
      required: true,
      validate: checkPath,
      ...(typed === undefined ? {} : { default: typed }),
    };
    const answer = await ask(context, (at) => input(settings, at), true);
    if (answer === back) return back;
    const path = answer.trim();
    typed = path;
    const chosen = await orTell(context, async () => ({
      start: await findStart(path, context.cwd, name),
      from: path,
      described: [],
    }));
    if (chosen !== null) return chosen;
  }
}

/** What `read` gives; null where it has errors, which are told. */
export async function orTell<T>(context: CommandContext, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DazzleError)) throw error;
    printDiagnostics(error.diagnostics, context.terminal.err);
    context.terminal.err.line();
    return null;
  }
}

function choiceOf({ start, from, described }: EarlierStart): string {
  if (described.length > 0) return 'describe';
  if (start === null || from === null || from === 'starter') return 'starter';
  return listExamples().some(({ name }) => name === from) ? `example:${from}` : 'file';
}

async function previewExample(from: string, cwd: string, name: string): Promise<string> {
  try {
    return preview((await findStart(from, cwd, name)).spec);
  } catch {
    return 'its spec has errors';
  }
}

/** `Customer (name, email, …), Order (…): 4 entities, 16 surfaces`. */
function preview(spec: AppSpec): string {
  const shown = spec.entities.slice(0, 4).map((entity) => {
    const fields = entity.fields.filter((field) => !field.primaryKey).slice(0, 4);
    return `  ${entity.name}: ${fields.map((field) => field.name).join(', ')}${entity.fields.length > 5 ? ', …' : ''}`;
  });
  const counts = `${countNoun(spec.entities.length, 'entity', 'entities')}, ${countNoun(spec.surfaces.length, 'page')}`;
  return [...shown, ...(spec.entities.length > 4 ? ['  …'] : []), counts].join('\n');
}
