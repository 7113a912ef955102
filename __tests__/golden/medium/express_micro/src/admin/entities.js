import { z } from 'zod';
import { choice, reference, yesNo } from '../forms/fields.js';
import { bookModel } from '../models/book.js';
import { classRecordModel } from '../models/class.js';
import { copyModel } from '../models/copy.js';
import { loanModel } from '../models/loan.js';
import { memberModel } from '../models/member.js';
import { personModel } from '../models/person.js';
import { reviewModel } from '../models/review.js';
import { subjectModel } from '../models/subject.js';

/** What the admin area shows of each entity: its address below `/admin/`, columns, filters, search and sorting. */
export const adminEntities = [
  {
    path: 'members',
    model: memberModel,
    columns: ['email', 'card_number', 'level', 'fee', 'is_active', 'newsletter'],
    filterSchema: z.object({
      level: choice(['child', 'adult', 'senior']),
      is_active: yesNo(),
      newsletter: yesNo(),
      guarantor: reference(),
    }),
    filters: {
      level: { field: 'level', match: 'equal' },
      is_active: { field: 'is_active', match: 'equal' },
      newsletter: { field: 'newsletter', match: 'equal' },
      guarantor: { field: 'guarantor', match: 'equal' },
    },
    search: ['name', 'email', 'card_number'],
    sorts: ['name', 'email', 'card_number', 'level', 'fee', 'is_active', 'newsletter'],
  },
  {
    path: 'loans',
    model: loanModel,
    columns: ['copy', 'member', 'status', 'lent_at', 'due', 'returned_at'],
    filterSchema: z.object({
      copy: reference(),
      member: reference(),
      status: choice(['requested', 'active', 'returned', 'lost']),
    }),
    filters: {
      copy: { field: 'copy', match: 'equal' },
      member: { field: 'member', match: 'equal' },
      status: { field: 'status', match: 'equal' },
    },
    search: ['note'],
    sorts: ['id', 'copy', 'member', 'status', 'lent_at', 'due', 'returned_at'],
  },
  {
    path: 'reviews',
    model: reviewModel,
    columns: ['book', 'member', 'stars', 'created_at'],
    filterSchema: z.object({ book: reference(), member: reference() }),
    filters: {
      book: { field: 'book', match: 'equal' },
      member: { field: 'member', match: 'equal' },
    },
    search: ['text'],
    sorts: ['id', 'book', 'member', 'stars', 'created_at'],
  },
  {
    path: 'people',
    model: personModel,
    columns: ['born', 'website'],
    filterSchema: z.object({}),
    filters: {},
    search: ['name', 'website', 'biography'],
    sorts: ['name', 'born', 'website'],
  },
  {
    path: 'subjects',
    model: subjectModel,
    columns: ['parent'],
    filterSchema: z.object({ parent: reference() }),
    filters: { parent: { field: 'parent', match: 'equal' } },
    search: ['code', 'name'],
    sorts: ['name', 'parent'],
  },
  {
    path: 'classes',
    model: classRecordModel,
    columns: ['from', 'to', 'import', 'model'],
    filterSchema: z.object({ import: yesNo() }),
    filters: { import: { field: 'import', match: 'equal' } },
    search: ['name', 'from', 'to', 'model'],
    sorts: ['name', 'from', 'to', 'import', 'model'],
  },
  {
    path: 'books',
    model: bookModel,
    columns: ['isbn', 'subtitle', 'class', 'language', 'published', 'pages'],
    filterSchema: z.object({
      class: reference({ key: 'int' }),
      language: choice(['english', 'german', 'french', 'spanish', 'other']),
    }),
    filters: {
      class: { field: 'class', match: 'equal' },
      language: { field: 'language', match: 'equal' },
    },
    search: ['isbn', 'title', 'subtitle', 'summary'],
    sorts: ['title', 'isbn', 'subtitle', 'class', 'language', 'published', 'pages'],
  },
  {
    path: 'copies',
    model: copyModel,
    columns: ['barcode', 'book', 'condition', 'acquired', 'is_reference', 'check'],
    filterSchema: z.object({
      book: reference(),
      condition: choice(['new', 'good', 'worn', 'damaged']),
      is_reference: yesNo(),
    }),
    filters: {
      book: { field: 'book', match: 'equal' },
      condition: { field: 'condition', match: 'equal' },
      is_reference: { field: 'is_reference', match: 'equal' },
    },
    search: ['shelf'],
    sorts: ['shelf', 'barcode', 'book', 'condition', 'acquired', 'is_reference', 'check'],
  },
];
