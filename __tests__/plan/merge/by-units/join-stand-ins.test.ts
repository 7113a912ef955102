import { describe, expect, it } from '@jest/globals';
import { joinStandIns } from '../../../../lib/plan/merge/by-units/join-stand-ins.ts';
import { joinRegions, mergeText } from '../../../../lib/plan/merge/index.ts';

const page = (line: string): string =>
  `<form>\n  <p>\n    one\n  </p>\n${line}  <p>\n    two\n  </p>\n</form>\n`;
const program = (line: string): string =>
  `def save(form):\n    """Saves it."""\n    form.check()\n${line}    return form.record\n`;
const table = (line: string): string =>
  `export const app = express();\n\napp.use(first);\n\n${line}\napp.use(last);\n`;

describe('a line that the user wrapped and edited, and the next version changed', () => {
  it.each<[string, string, (line: string) => string, string, string, string]>([
    [
      'of a page',
      'templates/book_edit.html',
      page,
      '  {{ m.input("rating", label="Rating", max="5") }}\n',
      '  {% if user %}\n    {{ m.input("rating", label="Mine", max="5") }}\n  {% endif %}\n',
      '  {{ m.input("rating", label="Rating", max="9") }}\n',
    ],
    [
      'of a Python program',
      'app/forms.py',
      program,
      '    form.write(limit=5)\n',
      '    if form.is_mine:\n        form.write(limit=7)\n',
      '    form.write(limit=9)\n',
    ],
    [
      'of a JavaScript program',
      'src/app.js',
      table,
      'app.use(limit({ most: 5 }));\n',
      'if (isMine) {\n  app.use(limit({ most: 7 }));\n}\n',
      'app.use(limit({ most: 9 }));\n',
    ],
  ])('is one conflict %s, of which either side can be taken', async (_, path, around, old, edit, fresh) => {
    const [base, mine, next] = [old, edit, fresh].map(around);
    const outcome = await mergeText({ path, base: base!, mine: mine!, next: next!, renames: [] });
    expect([outcome.conflicts, joinRegions(outcome, 'mine'), joinRegions(outcome, 'next')]).toEqual([
      1,
      mine,
      next,
    ]);
  });

  it.each([
    ['another text', '<p>notes</p>\n', 2],
    ['one word of it', '<p>rating</p>\n', 2],
    ['most of its words', '<b>{{ m.input("rating", label="Mine") }}</b>\n', 1],
  ])('is joined only with what says the same: %s', (_, text, count) => {
    const line = (most: number): string => `{{ m.input("rating", label="Rating", max="${most}") }}\n`;
    const added = { kind: 'merged', text, base: '' } as const;
    const taken = { kind: 'conflict', base: line(5), mine: '', next: line(9) } as const;
    expect(joinStandIns([added, taken])).toHaveLength(count);
    expect(joinStandIns([taken, added])).toHaveLength(count);
  });
});
