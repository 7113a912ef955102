import type { CatalogueSection } from './entry.ts';

/** DZL37x: what a backend cannot do with a spec as it is written. */
export const targetCatalogue = {
  DZL370: {
    severity: 'warning',
    title: 'A name is reserved in the target',
    meaning:
      'The language or framework that the backend writes for already uses this name, so the generated code uses another one. ' +
      'The database keeps the name of the spec where it can.',
    example: 'entity Mail:\n  id: uuid pk\n  from: email required',
    mend: 'entity Mail:\n  id: uuid pk\n  sender: email required',
  },
  DZL371: {
    severity: 'error',
    title: 'A new field would leave existing rows without a value',
    meaning:
      'A field was added that is required and unique, or a required ref, to an entity that may have rows already: no single default can fill it.',
    example: 'entity Ticket was built before, then:\n  owner: ref User required',
    mend: '  owner: ref User',
  },
} as const satisfies CatalogueSection;
