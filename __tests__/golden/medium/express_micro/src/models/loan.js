import { loans } from '../db/schema.js';
import { loanSchema } from '../forms/loan.js';

/** Loan: how its records are called, found and entered. */
export const loanModel = {
  name: 'Loan',
  title: 'Loan',
  pluralTitle: 'Loans',
  noun: 'loan',
  pluralNoun: 'loans',
  path: 'loan',
  page: '/loans/:id/',
  table: loans,
  schema: loanSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'id',
  order: [{ field: 'created_at', direction: 'desc' }],
  unique: [['copy', 'member', 'due']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    copy: { label: 'Copy', kind: 'ref', input: 'record', required: true, entity: 'Copy' },
    member: { label: 'Member', kind: 'ref', input: 'record', required: true, entity: 'Member' },
    status: {
      label: 'Status',
      kind: 'enum',
      input: 'select',
      required: true,
      choices: [
        { value: 'requested', label: 'Requested' },
        { value: 'active', label: 'Active' },
        { value: 'returned', label: 'Returned' },
        { value: 'lost', label: 'Lost' },
      ],
      fallback: 'requested',
    },
    lent_at: {
      label: 'Lent at',
      kind: 'datetime',
      input: 'datetime-local',
      fallback: () => new Date(),
    },
    due: { label: 'Due', kind: 'date', input: 'date', required: true },
    returned_at: { label: 'Returned at', kind: 'datetime', input: 'datetime-local' },
    fine: {
      label: 'Fine',
      kind: 'decimal',
      input: 'number',
      scale: 2,
      attributes: { step: '0.01', min: '0' },
    },
    note: { label: 'Note', kind: 'text', input: 'textarea' },
    created_at: {
      label: 'Created at',
      kind: 'datetime',
      input: 'datetime-local',
      isGenerated: true,
    },
    updated_at: {
      label: 'Updated at',
      kind: 'datetime',
      input: 'datetime-local',
      isGenerated: true,
    },
  },
};
