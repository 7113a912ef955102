import type { CatalogueSection } from './entry.ts';

/** DZL4xx: planning, conflicts, committing, undo. */
export const planCatalogue = {} as const satisfies CatalogueSection;
