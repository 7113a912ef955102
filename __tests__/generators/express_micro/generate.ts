import backend from '../../../generators/express_micro/index.ts';
import type { AppSpec, Diagnostic, GeneratorContext, Rename } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../../../generators/express_micro/prompting.ts';
import { noFacts } from '../../../lib/backend/facts.ts';
import { facts } from '../../../generators/express_micro/service.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { createTreeStore } from '../../../lib/tree/create-tree.ts';
import { formatTree } from '../../../lib/tree/format-tree.ts';

/** The spec of some declarations in DSL; throws where it has errors. */
export function specOf(dsl: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: `app shop "Shop"\n\n${dsl}` }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

/** Files that the backend's generators write, by path, formatted as a build formats them, and what they report. */
export async function generate(
  spec: AppSpec,
  {
    existing = {},
    answers = { database: 'sqlite', time_zone: 'UTC' },
    only = null,
    renames = [],
  }: {
    readonly existing?: Readonly<Record<string, string>>;
    readonly answers?: ExpressAnswers;
    /** The one generator to run; null for all. */
    readonly only?: string | null;
    readonly renames?: readonly Rename[];
  } = {},
): Promise<{ files: ReadonlyMap<string, string>; reported: readonly Diagnostic[] }> {
  const store = await createTreeStore();
  const reported: Diagnostic[] = [];
  const faceFor = (writer: string) =>
    store.face({
      backend: 'express_micro',
      outputDir: 'apps/express_micro',
      templates: backend.templates,
      writer,
    });
  for (const generator of backend.generators) {
    if (only !== null && generator.name !== only) continue;
    const context: GeneratorContext<ExpressAnswers> = {
      spec,
      answers,
      backendName: 'express_micro',
      outputDir: 'apps/express_micro',
      facts: {
        ...noFacts,
        ...facts({
          spec,
          answers,
          backendName: 'express_micro',
          outputDir: 'apps/express_micro',
          stack: ['express_micro'],
        }),
      },
      stack: [],
      artifacts: { get: () => undefined as never, find: () => undefined },
      existing: { read: (path) => existing[path], list: () => [] },
      renames,
      plannedDiskHooks: [],
      report: (diagnostic) => void reported.push(diagnostic),
      signal: new AbortController().signal,
      tree: faceFor(generator.name),
    };
    reported.push(...((await generator.checkSpec?.(context as never)) ?? []));
    await generator.generate(context as never);
  }
  const { diagnostics } = await formatTree(store);
  const files = store.files().map(({ path, contents }) => [path, String(contents)] as const);
  return { files: new Map(files), reported: [...reported, ...diagnostics] };
}
