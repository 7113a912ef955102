import type { VariableFact } from '../../backend/facts.ts';

/**
 * An environment variable as a backend states it. Where a member is left out, `production` is as
 * `development`, other texts are empty, and flags are false.
 */
export type StatedVariable = Pick<VariableFact, 'name' | 'meaning'> & Partial<VariableFact>;

/** The fact of an environment variable, with defaults for the members that were left out. */
export function variableFact({
  name,
  meaning,
  isSecret = false,
  isOptional = false,
  development = '',
  production = development,
}: StatedVariable): VariableFact {
  return { name, meaning, isSecret, development, production, isOptional };
}
