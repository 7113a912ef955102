import { z } from 'zod';
import { choice, reference } from '../forms/fields.js';
import { authorModel } from '../models/author.js';
import { bookModel } from '../models/book.js';

/** What the admin area shows of each entity: its address below `/admin/`, columns, filters, search and sorting. */
export const adminEntities = [
  {
    path: 'authors',
    model: authorModel,
    columns: ['country'],
    filterSchema: z.object({}),
    filters: {},
    search: ['name', 'country'],
    sorts: ['name', 'country'],
  },
  {
    path: 'books',
    model: bookModel,
    columns: ['author', 'status', 'rating', 'added_at'],
    filterSchema: z.object({
      author: reference(),
      status: choice(['to_read', 'reading', 'finished']),
    }),
    filters: {
      author: { field: 'author', match: 'equal' },
      status: { field: 'status', match: 'equal' },
    },
    search: ['title', 'notes'],
    sorts: ['title', 'author', 'status', 'rating', 'added_at'],
  },
];
