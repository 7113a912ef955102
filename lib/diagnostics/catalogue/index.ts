import { backendCatalogue } from './backend.ts';
import { cliCatalogue } from './cli.ts';
import type { CatalogueSection } from './entry.ts';
import { planCatalogue } from './plan.ts';
import { projectCatalogue } from './project.ts';
import { specCatalogue } from './spec.ts';

/** Every diagnostic that dazzle can give, by code. */
export const catalogue: CatalogueSection = {
  ...specCatalogue,
  ...projectCatalogue,
  ...backendCatalogue,
  ...planCatalogue,
  ...cliCatalogue,
};
