import { backendCatalogue } from './backend.ts';
import { cliCatalogue } from './cli.ts';
import type { CatalogueEntry } from './entry.ts';
import { kitCatalogue } from './kit.ts';
import { planCatalogue } from './plan.ts';
import { projectCatalogue } from './project.ts';
import { specCatalogue } from './spec.ts';
import { specSyntaxCatalogue } from './spec-syntax.ts';
import { targetCatalogue } from './target.ts';
import type { DiagnosticCode } from '../severities.ts';

const entries = {
  ...specSyntaxCatalogue,
  ...specCatalogue,
  ...projectCatalogue,
  ...backendCatalogue,
  ...targetCatalogue,
  ...kitCatalogue,
  ...planCatalogue,
  ...cliCatalogue,
} satisfies Record<DiagnosticCode, CatalogueEntry>;

/** The texts of every diagnostic that dazzle can give, by code. */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = entries;
