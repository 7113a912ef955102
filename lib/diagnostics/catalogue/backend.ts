import type { CatalogueSection } from './entry.ts';

/** DZL3xx: backends, generators, hooks, templates. */
export const backendCatalogue = {} as const satisfies CatalogueSection;
