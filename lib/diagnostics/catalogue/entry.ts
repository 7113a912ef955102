import type { DiagnosticCode } from '../severities.ts';

/** What `dazzle explain CODE` shows about a diagnostic, in plain sentences. */
export interface CatalogueEntry {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it means and why it matters. */
  readonly meaning: string;
  /** A spec, a part of `dazzle.toml` or a command line with the mistake. */
  readonly example: string;
  /** The example without the mistake. */
  readonly mend: string;
}

/** A part of the catalogue: entries by code. */
export type CatalogueSection = Readonly<Partial<Record<DiagnosticCode, CatalogueEntry>>>;
