import { describedSpec, type DescribedEntity } from '../../../generators/app/index.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import type { AppSpec } from '../../spec/app-spec.ts';
import type { CommandContext } from '../command.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { ask, back } from '../prompt/ask.ts';
import { countNoun, wrapLines } from '../text.ts';
import { findStart, readStart, starterStart, type StartingSpec } from './choose-spec.ts';
import { describeEntities } from './describe-entities.ts';
import { listExamples } from './examples.ts';
import { loadPrompts } from '../prompt/load-prompts.ts';

/** A chosen spec, and how it was chosen. */
export interface ChosenStart {
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

/** Asks where to start from: the starter, an example, a file, or a description. */
export async function askStart(
  context: CommandContext,
  name: string,
  earlier: readonly DescribedEntity[],
  checkPath: (path: string) => true | string,
): Promise<ChosenStart | typeof back> {
  const { input, select } = await loadPrompts(context);
  const starter = await starterStart(name);
  const examples = await Promise.all(
    listExamples().map(async (example) => ({
      example,
      preview: await previewExample(example.name, context.cwd, name),
    })),
  );
  const fit = (text: string): string => wrapLines(text, context.terminal.err.width);
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
                short: example.name,
                description: fit(`${example.summary}\n${description}`),
              })),
              {
                value: 'describe',
                name: 'describe it here',
                description: fit('Name the things it keeps, and their fields; the pages are made for them.'),
              },
              { value: 'file', name: 'a .dsl file of my own', description: 'It is copied to dsl/app.dsl.' },
            ],
            loop: false,
            pageSize: 10,
          },
          at,
        ),
      true,
    );
    if (choice === back) return back;
    if (choice === 'starter') return { start: starter, from: null, described: [] };
    if (choice === 'describe') {
      const described = await describeEntities(context, earlier);
      if (described !== back) return { ...(await describeStart(described, name)), from: null, described };
      continue;
    }
    let from = choice.replace(/^example:/, '');
    if (choice === 'file') {
      const path = await ask(
        context,
        (at) => input({ message: 'Which file?', required: true, validate: checkPath }, at),
        true,
      );
      if (path === back) continue;
      from = path.trim();
    }
    try {
      return { start: await findStart(from, context.cwd, name), from, described: [] };
    } catch (error) {
      if (!(error instanceof DazzleError)) throw error;
      printDiagnostics(error.diagnostics, context.terminal.err);
      context.terminal.err.line();
    }
  }
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
