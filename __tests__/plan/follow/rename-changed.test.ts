import { describe, expect, it } from '@jest/globals';
import { joinRegions, mergeText } from '../../../lib/plan/merge/index.ts';

const renames = [{ from: 'code', to: 'sku' }];

/** The name's only line: as it was, as the user edits it, as the new version has it, and what comes of both. */
const lines: readonly (readonly [what: string, path: string, around: string, ...string[]])[] = [
  [
    'a field of a Django model',
    'app/models.py',
    'class Book(BaseModel):\n    title = models.CharField(max_length=200)\n    LINE\n    pages = models.IntegerField()\n',
    'code = models.CharField(max_length=20)',
    'code = models.CharField(max_length=20, db_index=True)',
    'sku = models.CharField(max_length=30)',
    'sku = models.CharField(max_length=30, db_index=True)',
  ],
  [
    'a column whose name is also a text',
    'app/models.py',
    'class Book(Base):\n    title = column(Text("title"))\n    LINE\n    pages = column(Integer("pages"))\n',
    'code = column(Text("code", most=20))',
    'code = column(Text("code", most=20), index=True)',
    'sku = column(Text("sku", most=30))',
    'sku = column(Text("sku", most=30), index=True)',
  ],
  [
    'a tag of a page',
    'templates/book_view.html',
    '<dl>\n  <p>{{ record.title }}</p>\n  LINE\n  <p>{{ record.pages }}</p>\n</dl>\n',
    '<p>{{ record.code }}</p>',
    '<p class="mine">{{ record.code }}</p>',
    '<p>{{ record.sku|upper }}</p>',
    '<p class="mine">{{ record.sku|upper }}</p>',
  ],
];

const table = (line: string): string =>
  `export const books = defineTable('book', {\n  title: text('title').notNull(),\n  ${line}\n  pages: integer('pages'),\n});\n`;

describe('a renamed name whose only line also changes otherwise', () => {
  it.each(lines)('is followed by the user’s edit of %s', async (_, path, around, old, edit, fresh, both) => {
    const [base, mine, next] = [old, edit, fresh].map((line) => around.replace('LINE', line!));
    const outcome = await mergeText({ path, base: base!, mine: mine!, next: next!, renames });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([around.replace('LINE', both!), 0]);
  });

  it('is followed by an edit that does not merge', async () => {
    const outcome = await mergeText({
      path: 'src/db/schema.js',
      base: table("code: text('code', { length: 20 }),"),
      mine: table("code: text('code', { length: 25 }).notNull(),"),
      next: table("sku: text('sku', { length: 30 }),"),
      renames,
    });
    expect([joinRegions(outcome, 'mine'), joinRegions(outcome, 'next'), outcome.conflicts]).toEqual([
      table("sku: text('sku', { length: 25 }).notNull(),"),
      table("sku: text('sku', { length: 30 }),"),
      1,
    ]);
  });
});
