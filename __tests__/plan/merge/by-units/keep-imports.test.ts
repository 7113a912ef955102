import { describe, expect, it } from '@jest/globals';
import { mergeText, joinBase, joinRegions } from '../../../../lib/plan/merge/index.ts';

const plain = 'class Kept:\n    pass\n';
const python = {
  path: 'forms.py',
  base: `import re\nfrom .models import Book, Loan\n\n\nclass LoanForm:\n    model = Loan\n    rule = re.compile("a")\n\n\n${plain}`,
  mine: `import re\nfrom .models import Book, Loan\n\n\nclass LoanForm:\n    model = Loan\n    rule = re.compile("b")\n\n\n${plain}`,
  next: `from .models import Book, Copy\n\n\nclass CopyForm:\n    model = Copy\n\n\n${plain}`,
};

describe('a unit that was edited and is no longer made', () => {
  it('keeps the imports that it needs, beside the new ones', async () => {
    const outcome = await mergeText(python);
    const mine = joinRegions(outcome, 'mine');
    expect(mine).toContain('import re\n');
    expect(mine).toContain('from .models import Book, Copy, Loan\n');
    expect(mine).toContain('re.compile("b")');
    expect(mine).toContain('model = Copy');
  });

  it('gives up its imports where the new version is taken', async () => {
    expect(joinRegions(await mergeText(python), 'next')).toBe(python.next);
  });

  it('is asked about in the same way when it is merged again', async () => {
    const outcome = await mergeText(python);
    const mine = joinRegions(outcome, 'mine');
    const again = await mergeText({ ...python, base: joinBase(outcome), mine });
    expect(joinRegions(again, 'mine')).toBe(mine);
    expect(again.conflicts).toBe(outcome.conflicts);
  });

  it('holds its imports once it is kept for good', async () => {
    const mine = joinRegions(await mergeText(python), 'mine');
    const next = python.next.replace('pass', 'size = 1');
    const later = await mergeText({ ...python, base: python.next, mine, next });
    expect(later.conflicts).toBe(0);
    expect(joinRegions(later, 'mine')).toBe(mine.replace('pass', 'size = 1'));
  });

  it('keeps the names that it needs of an import in several lines', async () => {
    const spread = (text: string): string =>
      text.replace(/^(from \S+ import )(.*)$/m, (_, head: string, names: string) => {
        return `${head}(\n${names
          .split(', ')
          .map((name) => `    ${name},\n`)
          .join('')})`;
      });
    const outcome = await mergeText({
      path: python.path,
      base: spread(python.base),
      mine: spread(python.mine),
      next: spread(python.next),
    });
    expect(joinRegions(outcome, 'mine')).toContain('import (\n    Book,\n    Copy,\n    Loan,\n)\n');
    expect(joinRegions(outcome, 'next')).toBe(spread(python.next));
  });

  it('keeps them in JavaScript too', async () => {
    const base =
      "import { z } from 'zod';\nimport { book, loan } from './models.js';\n\n/** Loans. */\nexport function loans() {\n  return z.list(loan, 1);\n}\n\nexport const books = book;\n";
    const next = "import { book } from './models.js';\n\nexport const books = book;\n";
    const outcome = await mergeText({ path: 'a.js', base, mine: base.replace('1', '2'), next });
    expect(joinRegions(outcome, 'mine')).toBe(base.replace('1', '2'));
    expect(joinRegions(outcome, 'next')).toBe(next);
  });

  it('takes no import along that it does not name', async () => {
    const base = python.base.replace('import re', 'import os\nimport re');
    const mine = python.mine.replace('import re', 'import os\nimport re');
    expect(joinRegions(await mergeText({ ...python, base, mine }), 'mine')).not.toContain('import os');
  });
});

describe('what the user took out of a unit that is in conflict', () => {
  const base =
    'from django.urls import path\n\nfrom .views import books, general, loans\n\nurlpatterns = [\n    path("", general.home, name="home"),\n    path("books/", books.list, name="book_list"),\n    path("loans/", loans.list, name="loan_list"),\n]\n';
  const mine = base
    .replace('urlpatterns', 'pages')
    .replace('    path("loans/"', ']\n\noffice = [\n    path("loans/"')
    .replace(/$/, '\nurlpatterns = pages + office\n');
  const next = base
    .replace('books, general, loans', 'general, titles')
    .replace('books/", books.list, name="book_list', 'titles/", titles.list, name="title_list')
    .replace(/^.*loans\/.*\n/m, '');

  it.each(['mine', 'next'] as const)('has its imports whichever side is taken: %s', async (side) => {
    const outcome = await mergeText({ path: 'urls.py', base, mine, next });
    expect(outcome.conflicts).toBe(1);
    const text = joinRegions(outcome, side);
    expect(text).toContain('from .views import general, titles, books, loans\n');
    expect(text).toContain('office = [\n    path("loans/", loans.list, name="loan_list"),\n]\n');
  });

  it('is asked about in the same way when it is merged again', async () => {
    const outcome = await mergeText({ path: 'urls.py', base, mine, next });
    const kept = joinRegions(outcome, 'mine');
    const again = await mergeText({ path: 'urls.py', base: joinBase(outcome), mine: kept, next });
    expect([again.conflicts, joinRegions(again, 'mine')]).toEqual([1, kept]);
  });

  it('has its imports in JavaScript too', async () => {
    const code = (list: string, names: string): string =>
      `import { ${names} } from './views.js';\n\n${list}\n`;
    const outcome = await mergeText({
      path: 'routes.js',
      base: code("export const routes = [\n  ['/books/', books],\n  ['/loans/', loans],\n];", 'books, loans'),
      mine: code(
        "const office = [\n  ['/loans/', loans],\n];\n\nexport const routes = office.concat([['/books/', books]]);",
        'books, loans',
      ),
      next: code("export const routes = [\n  ['/titles/', titles],\n];", 'titles'),
    });
    expect(outcome.conflicts).toBeGreaterThan(0);
    expect(joinRegions(outcome, 'mine')).toMatch(/import \{ .*loans.* \}/);
  });
});
