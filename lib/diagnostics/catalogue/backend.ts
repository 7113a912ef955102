import { generatorEntries } from './backend-generators.ts';
import { hookEntries } from './backend-hooks.ts';
import type { CatalogueSection } from './entry.ts';

/** DZL3xx: backends, generators, hooks, templates. */
export const backendCatalogue = { ...generatorEntries, ...hookEntries } as const satisfies CatalogueSection;
