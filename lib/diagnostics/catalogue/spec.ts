import type { CatalogueSection } from './entry.ts';

/** DZL1xx: the text of a spec and its meaning. */
export const specCatalogue = {} as const satisfies CatalogueSection;
