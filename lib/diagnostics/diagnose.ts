import type { Diagnostic, Severity } from './diagnostic.ts';
import { severities, type DiagnosticCode } from './severities.ts';

/** What a diagnostic says apart from its code and how bad it is: message, fix, place, frame. */
export type DiagnosticParts = Omit<Diagnostic, 'code' | 'severity'>;

/** A code of a plug-in: capitals and digits, a digit at the end, and not beginning with DZL: `ACME12`. */
export type PluginCode<Code extends string> = Code extends `DZL${string}` ? never : Code;

/**
 * Makes a diagnostic. The severity of a code of dazzle is that in `severities`; `severity: 'warning'` lowers an error that does not
 * stop anything yet. A plug-in states the severity of its own codes.
 */
export function diagnose(
  code: DiagnosticCode,
  parts: DiagnosticParts & { readonly severity?: 'warning' },
): Diagnostic;
export function diagnose<Code extends string>(
  code: PluginCode<Code>,
  parts: DiagnosticParts & { readonly severity: Severity },
): Diagnostic;
export function diagnose(
  code: string,
  parts: DiagnosticParts & { readonly severity?: Severity },
): Diagnostic {
  return { code, severity: severities[code as DiagnosticCode], ...parts };
}
