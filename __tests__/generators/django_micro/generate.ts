import { noFacts } from '../../../lib/backend/facts.ts';
import { facts } from '../../../generators/django_micro/service.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { createTreeStore } from '../../../lib/tree/create-tree.ts';
import type { AppSpec, Diagnostic, Generator, GeneratorContext, Rename } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../../../generators/django_micro/prompting.ts';

/** The spec of some entities in DSL; throws where it has errors. */
export function specOf(dsl: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: `app shop "Shop"\n\n${dsl}` }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

/** Files that the generators write, by path, and what they report. */
export async function generate(
  spec: AppSpec,
  generators: readonly Generator<DjangoAnswers>[],
  {
    existing = {},
    renames = [],
    answers = { database: 'sqlite', time_zone: 'UTC' },
  }: {
    readonly existing?: Readonly<Record<string, string>>;
    readonly renames?: readonly Rename[];
    readonly answers?: DjangoAnswers;
  } = {},
): Promise<{ files: ReadonlyMap<string, string>; reported: readonly Diagnostic[] }> {
  const store = await createTreeStore();
  const reported: Diagnostic[] = [];
  for (const generator of generators) {
    const context: GeneratorContext<DjangoAnswers> = {
      spec,
      answers,
      backendName: 'django_micro',
      outputDir: 'apps/django_micro',
      facts: {
        ...noFacts,
        ...facts({
          spec,
          answers,
          backendName: 'django_micro',
          outputDir: 'apps/django_micro',
          stack: ['django_micro'],
        }),
      },
      stack: [],
      artifacts: { get: () => undefined as never, find: () => undefined },
      existing: { read: (path) => existing[path], list: () => [] },
      renames,
      plannedDiskHooks: [],
      report: (diagnostic) => void reported.push(diagnostic),
      signal: new AbortController().signal,
      tree: store.face({
        backend: 'django_micro',
        outputDir: 'apps/django_micro',
        templates: new URL('../../../templates/django_micro/', import.meta.url),
        writer: generator.name,
      }),
    };
    reported.push(...((await generator.checkSpec?.(context)) ?? []));
    await generator.generate(context);
  }
  return { files: new Map(store.files().map(({ path, contents }) => [path, String(contents)])), reported };
}
