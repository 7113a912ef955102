import { books } from '../db/schema.js';
import { bookSchema } from '../forms/book.js';

/** Book: how its records are called, found and entered. */
export const bookModel = {
  name: 'Book',
  title: 'Book',
  pluralTitle: 'Books',
  noun: 'book',
  pluralNoun: 'books',
  path: 'book',
  page: '/books/:id/',
  table: books,
  schema: bookSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'title',
  order: [{ field: 'added_at', direction: 'desc' }],
  unique: [['title', 'author']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    title: {
      label: 'Title',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 200 },
    },
    author: { label: 'Author', kind: 'ref', input: 'record', required: true, entity: 'Author' },
    status: {
      label: 'Status',
      kind: 'enum',
      input: 'select',
      required: true,
      choices: [
        { value: 'to_read', label: 'To read' },
        { value: 'reading', label: 'Reading' },
        { value: 'finished', label: 'Finished' },
      ],
      fallback: 'to_read',
    },
    rating: {
      label: 'Rating',
      kind: 'int',
      input: 'number',
      attributes: { step: '1', min: '1', max: '5' },
      help: 'From 1 (poor) to 5 (great)',
    },
    notes: { label: 'Notes', kind: 'text', input: 'textarea' },
    added_at: { label: 'Added at', kind: 'datetime', input: 'datetime-local', isGenerated: true },
  },
};
