import { subjects } from '../db/schema.js';
import { subjectSchema } from '../forms/subject.js';

/** Subject: how its records are called, found and entered. */
export const subjectModel = {
  name: 'Subject',
  title: 'Subject',
  pluralTitle: 'Subjects',
  noun: 'subject',
  pluralNoun: 'subjects',
  path: 'subject',
  page: '/subjects/:id/edit/',
  table: subjects,
  schema: subjectSchema,
  key: 'code',
  keyKind: 'text',
  label: 'name',
  order: [{ field: 'code', direction: 'asc' }],
  unique: [['code'], ['name']],
  fields: {
    code: {
      label: 'Code',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 12 },
    },
    name: {
      label: 'Name',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 80 },
    },
    parent: {
      label: 'Parent',
      kind: 'ref',
      input: 'record',
      entity: 'Subject',
      help: 'The wider subject',
    },
  },
};
