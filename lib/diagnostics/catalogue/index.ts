import { backendCatalogue } from './backend.ts';
import { cliCatalogue } from './cli.ts';
import type { CatalogueSection } from './entry.ts';
import { kitCatalogue } from './kit.ts';
import { planCatalogue } from './plan.ts';
import { projectCatalogue } from './project.ts';
import { specCatalogue } from './spec.ts';
import { specSyntaxCatalogue } from './spec-syntax.ts';
import { targetCatalogue } from './target.ts';

/** Every diagnostic that dazzle can give, by code. */
export const catalogue: CatalogueSection = {
  ...specSyntaxCatalogue,
  ...specCatalogue,
  ...projectCatalogue,
  ...backendCatalogue,
  ...targetCatalogue,
  ...kitCatalogue,
  ...planCatalogue,
  ...cliCatalogue,
};
