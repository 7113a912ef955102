import { people } from '../db/schema.js';
import { personSchema } from '../forms/person.js';

/** Person: how its records are called, found and entered. */
export const personModel = {
  name: 'Person',
  title: 'Person',
  pluralTitle: 'People',
  noun: 'person',
  pluralNoun: 'people',
  path: 'person',
  page: '/people/:id/',
  table: people,
  schema: personSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'name',
  order: [{ field: 'id', direction: 'asc' }],
  unique: [],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    name: {
      label: 'Name',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 120 },
    },
    born: { label: 'Born', kind: 'date', input: 'date' },
    website: { label: 'Website', kind: 'url', input: 'url', attributes: { maxlength: 2000 } },
    biography: { label: 'Biography', kind: 'text', input: 'textarea' },
  },
};
