import type { DiagnosticCode } from '../severities.ts';

/** What `dazzle explain CODE` tells about a diagnostic. Texts are plain sentences. */
export interface CatalogueEntry {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it means and why it matters. */
  readonly meaning: string;
  /** The mistake: DSL, toml or a command line, as a user would have it. */
  readonly example: string;
  /** The same, mended. */
  readonly mend: string;
}

/** A part of the catalogue: entries by code. */
export type CatalogueSection = Readonly<Partial<Record<DiagnosticCode, CatalogueEntry>>>;
