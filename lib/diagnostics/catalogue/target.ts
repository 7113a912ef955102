import type { CatalogueSection } from './entry.ts';

/** DZL35x: what a backend cannot do with a spec as it is written. */
export const targetCatalogue = {
  DZL350: {
    severity: 'warning',
    title: 'A name is reserved in the target',
    meaning:
      'The language or framework that the backend writes for already uses this name, so the generated code uses another one. ' +
      'The database keeps the name of the spec where it can.',
    example: 'entity Mail:\n  id: uuid pk\n  from: email required',
    mend: 'entity Mail:\n  id: uuid pk\n  sender: email required',
  },
  DZL351: {
    severity: 'warning',
    title: 'The backend makes no use of this',
    meaning:
      'The spec is right, but this backend generates nothing for the construct yet; everything else is built.',
    example: 'service crm:\n  spec: "https://crm.example/openapi.json"',
    mend: 'nothing has to be done: the construct stays in the spec for the day the backend can use it',
  },
  DZL352: {
    severity: 'error',
    title: 'A new field would leave existing rows without a value',
    meaning:
      'A field was added that is required and unique, or a required ref, to an entity that may have rows already: no single default can fill it.',
    example: 'entity Ticket was built before, then:\n  owner: ref User required',
    mend: '  owner: ref User',
  },
  DZL353: {
    severity: 'error',
    title: 'An answer does not suit the backend',
    meaning: "The value given for one of the backend's questions cannot be used in the generated project.",
    example: '[backends.django_micro]\ntime_zone = "Berlin"',
    mend: '[backends.django_micro]\ntime_zone = "Europe/Berlin"',
  },
} as const satisfies CatalogueSection;
