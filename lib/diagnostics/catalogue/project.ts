import type { CatalogueSection } from './entry.ts';

/** DZL2xx: dazzle.toml, stacks, answers and options. */
export const projectCatalogue = {} as const satisfies CatalogueSection;
