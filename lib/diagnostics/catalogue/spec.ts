import type { CatalogueSection } from './entry.ts';
import { specNamesCatalogue } from './spec-names.ts';
import { specFieldsCatalogue } from './spec-fields.ts';
import { specPagesCatalogue } from './spec-pages.ts';
import { specWarningsCatalogue } from './spec-warnings.ts';

/** DZL104-DZL109 and DZL150-DZL199: what a spec means. Each example is complete but for the usual app, User and Task. */
export const specCatalogue = {
  ...specNamesCatalogue,
  ...specFieldsCatalogue,
  ...specPagesCatalogue,
  ...specWarningsCatalogue,
} as const satisfies CatalogueSection;

/** A code of the meaning of a spec. */
export type SpecCode = keyof typeof specCatalogue;
