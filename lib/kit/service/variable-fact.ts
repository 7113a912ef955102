import type { VariableFact } from '../../backend/facts.ts';

/** A variable of the environment as a backend states it: what is left out is empty or false, `production` as in development. */
export type StatedVariable = Pick<VariableFact, 'name' | 'meaning'> & Partial<VariableFact>;

/** The whole fact of a variable. */
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
