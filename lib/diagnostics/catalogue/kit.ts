import type { CatalogueSection } from './entry.ts';

/** DZL36x: decisions about web pages, the same for every app backend. */
export const kitCatalogue = {
  DZL360: {
    title: 'an address is taken',
    meaning:
      'The plural of an entity is the first part of its addresses. Where the application itself, or another entity or page, has that address already, the pages move to one that ends in "-records", so that nothing is hidden.',
    example: 'entity Login "Login":\n  id: uuid pk',
    mend: 'entity SignIn "Login":\n  id: uuid pk',
  },
  DZL361: {
    title: 'the address of a surface is taken',
    meaning:
      'A surface that is not the first of its mode lives at its own name. Where this name already means something there (new, edit, delete, login), the page moves to one that ends in "-page".',
    example: 'surface admin "Administration":\n  mode: custom',
    mend: 'surface administration "Administration":\n  mode: custom',
  },
  DZL362: {
    title: 'a create form lacks a required field',
    meaning:
      'A form that leaves out a required field without a default could never succeed, so the missing fields are asked for at its end.',
    example: 'surface ticket_create:\n  uses entity Ticket\n  mode: create\n  section main:\n    field title',
    mend: 'surface ticket_create:\n  uses entity Ticket\n  mode: create\n  section main:\n    field title\n    field created_by',
  },
  DZL363: {
    title: 'an action leads to a record that is not at hand',
    meaning:
      'A view or edit surface shows one record. From a page that neither has such a record nor refers to one, nobody knows which, so the action leads to the list, or home.',
    example: 'surface welcome:\n  action go:\n    on click -> surface ticket_detail',
    mend: 'surface welcome:\n  action go:\n    on click -> surface ticket_list',
  },
  DZL364: {
    title: 'an action calls an integration',
    meaning:
      'Integrations do not become code yet. The button exists, and says that the service is not connected.',
    example: 'action lookup:\n  on submit -> integration vat action lookup',
    mend: 'action lookup:\n  on submit -> surface client_list',
  },
  DZL365: {
    title: 'a step is only buttons',
    meaning:
      'Steps of kind process and integration do not become code yet. Their page has one button for each outcome, so that the rest of the experience can be walked through.',
    example: 'step pay:\n  kind: process\n  on success -> step done',
    mend: 'step pay:\n  kind: surface\n  surface payment_create\n  on success -> step done',
  },
  DZL366: {
    title: 'a backend does not use a construct yet',
    meaning: 'The spec says something that this backend leaves out; everything else is built.',
    example: 'workspace dashboard "Dashboard":\n  purpose: "Daily work"',
    mend: '# keep it: other backends, and later versions, make use of it',
  },
} as const satisfies CatalogueSection;
