import { runTreePhases } from './backend/run-tree-phases.ts';
import type { Registry } from './backend/registry.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { addFrame } from './diagnostics/frame.ts';
import { joinAlike } from './diagnostics/select-warnings.ts';
import type { Project } from './load-project.ts';
import { chooseStack } from './project/stacks.ts';
import { declaredRenames } from './spec/renames.ts';

/**
 * What the backends of the stack report about a project without errors, e.g. constructs that they make nothing of, or names that
 * they change. They run in memory and look at neither the machine nor a database nor the network. Empty where a question has no
 * answer yet: a build asks it.
 */
export async function checkBackends(
  { projectDir, manifest, spec, sources }: Project,
  registry: Registry,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  if (manifest === null || spec === null) return [];
  const stack = chooseStack(manifest, { backends: registry.names });
  const phases = await runTreePhases({
    specOnly: true,
    projectDir,
    backends: registry.select(stack.backends),
    spec,
    manifest,
    outputDir: manifest.outputDir,
    renames: declaredRenames(spec),
    set: {},
    yes: true,
    skipHooks: [],
    diskHooks: true,
    prompter: { interactive: false, answer: () => Promise.reject(new Error('nobody is asked')) },
    reporter: { phase: () => {}, step: () => {}, progress: () => {} },
    signal,
  });
  if (phases.diagnostics.some(({ code }) => code === 'DZL232')) return [];
  // Artifacts of hooks are missing here, since no hook runs.
  const said = phases.diagnostics.filter(({ code }) => code !== 'DZL320');
  return joinAlike(said, stack.backends).map((each) => addFrame(each, sources));
}
