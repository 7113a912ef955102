import type { CatalogueSection } from './entry.ts';

/** DZL5xx: the command line and the wizard. */
export const cliCatalogue = {} as const satisfies CatalogueSection;
