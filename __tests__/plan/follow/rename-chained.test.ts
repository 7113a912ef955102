import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';

const view = (name: string, lines = ''): string =>
  `class Visit${name}View(RecordListView):\n    model = Visit\n    page = "visit_${name.toLowerCase()}.html"\n${lines}`;
const views = (one: string, other: string): string =>
  `from .base import RecordListView\n\n\n${view(...(one.split('|') as [string]))}\n\n${view(...(other.split('|') as [string]))}`;
const own = (name: string): string => `\n    def mine(self):\n        return Visit${name}View.model\n`;

describe('names that are chained', () => {
  it('each become the next one, also in classes that are alike', async () => {
    const outcome = await mergeText({
      path: 'app/views/visit.py',
      base: views('List', 'Board'),
      mine: views(`List|${own('List')}`, `Board|${own('Board')}`),
      next: views('Archive', 'List'),
      renames: [
        { kind: 'surface', from: 'visit_list', to: 'visit_archive' },
        { kind: 'surface', from: 'visit_board', to: 'visit_list' },
      ],
    });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([
      views(`Archive|${own('Archive')}`, `List|${own('List')}`),
      0,
    ]);
  });
});
