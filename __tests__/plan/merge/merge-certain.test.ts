import { describe, expect, it } from '@jest/globals';
import { mergeText } from '../../../lib/plan/merge/merge-text.ts';
import { joinMarkers } from '../../../lib/plan/merge/regions.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

/** A text with one line for another, each edit in turn. */
function edit(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`no ${from}`);
    return edited.replace(from, () => to);
  }, text);
}

describe('what occurs several times in one version', () => {
  it('is not taken for out of order where one of it is left', async () => {
    const base =
      'class BookAdmin(Admin):\n    show = ["name", "active", "code"]\n    find = ["name", "note", "active"]\n';
    expect(
      await merge(
        'app/admin.py',
        base,
        edit(base, ['"active", "code"', '"code"'], ['["name", "note"', '["note"']),
        edit(base, ['"active", "code"', '"code", "active"'], ['"note", "active"', '"active", "note"']),
      ),
    ).toBe('class BookAdmin(Admin):\n    show = ["name", "code"]\n    find = ["active", "note"]\n');
  });
});
