import type { Registry } from './backend/registry.ts';
import { selectHooks } from './backend/select-hooks.ts';
import { keptAnswers } from './backend/stack-answers.ts';
import { hasErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
import type { Project } from './load-project.ts';
import { chooseStack } from './project/stacks.ts';

/**
 * Everything that is wrong with a project: the diagnostics of loading it, and those of the stack, the hooks and the answers in
 * `dazzle.toml`, checked against the registered backends (DZL212, DZL213, DZL230, DZL231, DZL240 to DZL243). Problems of
 * `dazzle.toml` come first, by line.
 */
export async function diagnoseProject(
  project: Pick<Project, 'manifest' | 'spec' | 'diagnostics'>,
  registry: Registry,
): Promise<readonly Diagnostic[]> {
  const all = [...project.diagnostics, ...(await checkSettings(project, registry))];
  const rank = ({ place }: Diagnostic): number =>
    place === undefined || place.file === 'dazzle.toml' ? (place?.line ?? 0) : Infinity;
  return all.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/**
 * Checks hooks and answers only where the stack itself is right. A question without an answer (DZL232) is no mistake: a build
 * asks it.
 */
async function checkSettings(
  { manifest, spec }: Pick<Project, 'manifest' | 'spec'>,
  registry: Registry,
): Promise<readonly Diagnostic[]> {
  if (manifest === null) return [];
  const stack = chooseStack(manifest, { backends: registry.names });
  if (hasErrors(stack.diagnostics)) return stack.diagnostics;
  if (manifest.stack.isGuess === true) return [];
  const backends = registry.select(stack.backends);
  const { locate } = manifest;
  const diagnostics = [...selectHooks(backends, manifest.hooks, [], locate).diagnostics];
  for (const backend of backends) {
    const resolved = await keptAnswers(backend, spec, manifest);
    diagnostics.push(...resolved.diagnostics.filter(({ code }) => code !== 'DZL232'));
  }
  return diagnostics;
}
