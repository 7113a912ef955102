import { today } from '../clock.js';
import { copies } from '../db/schema.js';
import { copySchema } from '../forms/copy.js';

/** Copy: how its records are called, found and entered. */
export const copyModel = {
  name: 'Copy',
  title: 'Copy',
  pluralTitle: 'Copies',
  noun: 'copy',
  pluralNoun: 'copies',
  path: 'copy',
  page: '/copies/:id/',
  table: copies,
  schema: copySchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'shelf',
  order: [{ field: 'id', direction: 'asc' }],
  unique: [['barcode']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    barcode: { label: 'Barcode', kind: 'uuid', input: 'text', required: true },
    book: { label: 'Book', kind: 'ref', input: 'record', required: true, entity: 'Book' },
    condition: {
      label: 'Condition',
      kind: 'enum',
      input: 'select',
      required: true,
      choices: [
        { value: 'new', label: 'New' },
        { value: 'good', label: 'Good' },
        { value: 'worn', label: 'Worn' },
        { value: 'damaged', label: 'Damaged' },
      ],
      fallback: 'good',
    },
    acquired: { label: 'Acquired', kind: 'date', input: 'date', fallback: today },
    is_reference: { label: 'Is reference', kind: 'bool', input: 'checkbox', fallback: false },
    shelf: { label: 'Shelf', kind: 'str', input: 'text', attributes: { maxlength: 20 } },
    check: { label: 'Check', kind: 'date', input: 'date', help: 'When it was last looked at' },
  },
};
