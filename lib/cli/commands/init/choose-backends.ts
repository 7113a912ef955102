import type { Backend } from '../../../backend/types.ts';
import { DazzleError, hasErrors } from '../../../diagnostics/diagnostic.ts';
import { chooseStack } from '../../../project/stacks.ts';
import { loadRegistry } from '../../built-in-backends.ts';

/** A stack as dazzle.toml writes it, and its backends in the order in which they run. */
export interface ChosenStack {
  readonly stack: { readonly preset: string } | { readonly backends: readonly string[] };
  readonly backends: readonly Backend[];
}

/**
 * The stack that `--stack` or `--backends` names; `micro` where neither is given.
 * @throws DazzleError DZL211 to DZL215.
 */
export async function chooseBackends(
  preset: string | null,
  names: readonly string[] | null,
): Promise<ChosenStack> {
  const registry = await loadRegistry();
  const chosen = chooseStack(null, { backends: registry.names }, { stack: preset, backends: names });
  if (hasErrors(chosen.diagnostics)) throw new DazzleError(chosen.diagnostics);
  const stack = names === null ? { preset: chosen.preset ?? 'micro' } : { backends: chosen.backends };
  return { stack, backends: registry.select(chosen.backends) };
}
