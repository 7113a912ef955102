import { reviews } from '../db/schema.js';
import { reviewSchema } from '../forms/review.js';

/** Review: how its records are called, found and entered. */
export const reviewModel = {
  name: 'Review',
  title: 'Review',
  pluralTitle: 'Reviews',
  noun: 'review',
  pluralNoun: 'reviews',
  path: 'review',
  page: null,
  table: reviews,
  schema: reviewSchema,
  key: 'id',
  keyKind: 'uuid',
  label: 'id',
  order: [{ field: 'created_at', direction: 'desc' }],
  unique: [['book', 'member']],
  fields: {
    id: { label: 'ID', kind: 'uuid', input: 'text', isGenerated: true },
    book: { label: 'Book', kind: 'ref', input: 'record', required: true, entity: 'Book' },
    member: { label: 'Member', kind: 'ref', input: 'record', required: true, entity: 'Member' },
    stars: {
      label: 'Stars',
      kind: 'int',
      input: 'number',
      required: true,
      attributes: { step: '1', min: '1', max: '5' },
    },
    text: { label: 'Text', kind: 'text', input: 'textarea', required: true },
    created_at: {
      label: 'Created at',
      kind: 'datetime',
      input: 'datetime-local',
      isGenerated: true,
    },
  },
};
