import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';

/** The error for a backend that dazzle does not have. */
export function unknownBackend(name: string, known: readonly string[]): DazzleError {
  const near = suggest(name, known);
  return new DazzleError(
    diagnose('DZL513', {
      message: name === '' ? 'no backend is named' : `there is no backend "${name}"`,
      fix: near === undefined ? `choose one of ${known.join(', ')}` : `did you mean "${near}"?`,
    }),
  );
}
