import { catalogue } from '../../../diagnostics/catalogue/index.ts';
import type { Completion } from '../../command.ts';

/** The codes of diagnostics with what each is about, for a shell to complete. */
export function codes(): Completion[] {
  return Object.entries(catalogue).map(([value, { title }]) => ({ value, about: title }));
}
