import { authors } from '../db/schema.js';
import { authorSchema } from '../forms/author.js';

/** Author: how its records are called, found and entered. */
export const authorModel = {
  name: 'Author',
  title: 'Author',
  pluralTitle: 'Authors',
  noun: 'author',
  pluralNoun: 'authors',
  path: 'author',
  page: '/authors/:id/',
  table: authors,
  schema: authorSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'name',
  order: [{ field: 'id', direction: 'asc' }],
  unique: [['name']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    name: {
      label: 'Name',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 120 },
    },
    country: { label: 'Country', kind: 'str', input: 'text', attributes: { maxlength: 60 } },
  },
};
