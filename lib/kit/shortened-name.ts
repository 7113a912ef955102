import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';

/**
 * The warning (DZL384) that a name of the spec is too long for databases. `what` says whose name it is
 * (`entity Invoice`), and `became` what it is called in the database (`the table invoice_1f2e3d4c`).
 */
export function shortenedName(what: string, place: Place, became: string): Diagnostic {
  return diagnose('DZL384', {
    message: `${what} has a longer name than databases take; there it is ${became}`,
    fix: 'nothing has to be done: what leads to it knows the short name; or choose a shorter one in the spec',
    place,
  });
}
