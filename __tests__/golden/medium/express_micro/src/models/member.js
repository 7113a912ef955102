import { today } from '../clock.js';
import { members, membersFavourites } from '../db/schema.js';
import { memberSchema } from '../forms/member.js';

/** Member: how its records are called, found and entered. */
export const memberModel = {
  name: 'Member',
  title: 'Member',
  pluralTitle: 'Members',
  noun: 'member',
  pluralNoun: 'members',
  path: 'member',
  page: '/members/:id/',
  table: members,
  schema: memberSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'name',
  order: [{ field: 'created_at', direction: 'desc' }],
  unique: [['email'], ['card_number']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    name: {
      label: 'Name',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 120 },
    },
    email: {
      label: 'Email',
      kind: 'email',
      input: 'email',
      required: true,
      attributes: { maxlength: 254 },
    },
    card_number: {
      label: 'Card number',
      kind: 'str',
      input: 'text',
      required: true,
      attributes: { maxlength: 10 },
    },
    level: {
      label: 'Level',
      kind: 'enum',
      input: 'select',
      required: true,
      choices: [
        { value: 'child', label: 'Child' },
        { value: 'adult', label: 'Adult' },
        { value: 'senior', label: 'Senior' },
      ],
      fallback: 'adult',
    },
    fee: {
      label: 'Fee',
      kind: 'decimal',
      input: 'number',
      required: true,
      scale: 2,
      attributes: { step: '0.01', min: '0' },
    },
    is_active: { label: 'Is active', kind: 'bool', input: 'checkbox', fallback: true },
    newsletter: { label: 'Newsletter', kind: 'bool', input: 'checkbox', fallback: false },
    opens_at: { label: 'Opens at', kind: 'time', input: 'time', fallback: '09:00:00' },
    favourites: {
      label: 'Favourites',
      kind: 'many',
      input: 'records',
      entity: 'Book',
      link: { table: membersFavourites, source: 'member_id', target: 'book_id' },
    },
    guarantor: { label: 'Guarantor', kind: 'ref', input: 'record', entity: 'Member' },
    joined: { label: 'Joined', kind: 'date', input: 'date', fallback: today },
    created_at: {
      label: 'Created at',
      kind: 'datetime',
      input: 'datetime-local',
      isGenerated: true,
    },
  },
};
