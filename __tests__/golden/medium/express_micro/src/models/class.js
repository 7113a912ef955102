import { classes } from '../db/schema.js';
import { classRecordSchema } from '../forms/class.js';

/** Shelf class: how its records are called, found and entered. */
export const classRecordModel = {
  name: 'Class',
  title: 'Shelf class',
  pluralTitle: 'Shelf classes',
  noun: 'shelf class',
  pluralNoun: 'shelf classes',
  path: 'class',
  page: '/classes/:id/edit/',
  table: classes,
  schema: classRecordSchema,
  key: 'id',
  keyKind: 'int',
  label: 'name',
  order: [{ field: 'id', direction: 'asc' }],
  unique: [['name'], ['from', 'to']],
  fields: {
    id: { label: 'ID', kind: 'int', input: 'number', isGenerated: true, attributes: { step: '1' } },
    name: {
      label: 'Name',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 40 },
    },
    from: {
      label: 'From',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 8 },
      help: 'First letters of the shelf marks',
    },
    to: { label: 'To', kind: 'str', input: 'text', required: true, attributes: { maxlength: 8 } },
    import: { label: 'Import', kind: 'bool', input: 'checkbox', fallback: false },
    model: { label: 'Model', kind: 'str', input: 'text', attributes: { maxlength: 30 } },
    objects: { label: 'Objects', kind: 'json', input: 'json' },
  },
};
