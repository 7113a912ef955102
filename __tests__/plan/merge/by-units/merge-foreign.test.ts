import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

function tabbed(text: string): string {
  return text.replace(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4));
}

const admin = `from django.contrib import admin

from . import models


@admin.register(models.Author)
class AuthorAdmin(RecordAdmin):
    list_display = ["name", "country"]
    search_fields = ["name", "country"]
    readonly_fields = ["id"]


@admin.register(models.Book)
class BookAdmin(RecordAdmin):
    list_display = ["title", "author", "status", "rating", "added_at"]
    list_filter = ["status"]
    search_fields = ["title", "notes", "author__name"]
    readonly_fields = ["id", "added_at"]
`;
const fewer = admin.replace(', "rating"', '').replace(', "notes"', '');

describe('a file with other indentation', () => {
  it('takes changes in the tabs of the user', async () => {
    expect(await merge('app/admin.py', admin, tabbed(admin), fewer)).toBe(tabbed(fewer));
  });

  it('takes new lines in the tabs of the user', async () => {
    const more = admin.replace(
      '    readonly_fields = ["id"]\n',
      '    readonly_fields = ["id"]\n\n    def has_add_permission(self, request):\n        return request.user.is_staff\n',
    );
    expect(await merge('app/admin.py', admin, tabbed(admin), more)).toBe(tabbed(more));
  });

  it('takes elements of one list from both sides', async () => {
    const mine = tabbed(admin).replace('"status", "rating"', '"status", "pages", "rating"');
    expect(await merge('app/admin.py', admin, mine, fewer)).toBe(
      tabbed(fewer).replace('"status", ', '"status", "pages", '),
    );
  });

  it('takes changes in the quotes of the user', async () => {
    const single = (text: string): string => text.replaceAll('"', "'");
    expect(await merge('app/admin.py', admin, single(admin), fewer)).toBe(single(fewer));
  });

  it('asks rather than mix tabs and spaces that Python refuses', async () => {
    const half = admin.replace(
      '    list_filter = ["status"]\n',
      '    list_filter = ["status"]\n\tpages = 1\n',
    );
    const merged = await merge('app/admin.py', admin, half, fewer);
    expect(merged).toContain('\tpages = 1\n');
  });
});

const models = `from decimal import Decimal
from uuid import uuid4

from django.db import models


class Member(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    fee = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal("0"))

    class Meta:
        verbose_name = "Member"
`;
const whole = models
  .replace('from decimal import Decimal\n', '')
  .replace('DecimalField(max_digits=6, decimal_places=2, default=Decimal("0"))', 'IntegerField(default=0)');
const discount = '    def discount(self):\n        return Decimal("0.1") * self.fee\n\n    class Meta';

describe('names that the lines of one side use', () => {
  it('keep the import that the new version drops', async () => {
    const mine = models.replace('    class Meta', discount);
    expect(await merge('app/models.py', models, mine, whole)).toBe(
      whole
        .replace('    class Meta', discount)
        .replace('from uuid', 'from decimal import Decimal\nfrom uuid'),
    );
  });

  it('keep one name of an import that goes on with others', async () => {
    const two = models
      .replace('import Decimal', 'import ROUND_UP, Decimal')
      .replace('Decimal("0")', 'Decimal(ROUND_UP)');
    const next = two
      .replace('import ROUND_UP, Decimal', 'import ROUND_UP')
      .replace('Decimal(ROUND_UP)', 'ROUND_UP');
    expect(await merge('app/models.py', two, two.replace('    class Meta', discount), next)).toBe(
      next.replace('    class Meta', discount).replace('import ROUND_UP', 'import ROUND_UP, Decimal'),
    );
  });

  it('keep the import that the user dropped and the new version needs', async () => {
    const base = models.replace('Decimal("0")', '0');
    const next = base.replace('default=0)', 'default=Decimal("1"))');
    const mine = base.replace('from decimal import Decimal\n', '');
    expect(await merge('app/models.py', base, mine, next)).toBe(next);
  });

  it('are asked about where a local name is gone', async () => {
    const base =
      "import { make } from './make.js';\n\nexport async function show(key) {\n  const record = await make(key);\n  return record;\n}\n";
    const mine = base.replace('  return', '  record.seen = true;\n\n  return');
    const next = base.replace('const record', 'const row').replace('return record', 'return row');
    expect(await merge('src/show.js', base, mine, next)).toContain('<<<<<<< mine');
  });

  it('are asked about where a loop of a page calls its records otherwise', async () => {
    const base =
      '<ul>\n  <% records.forEach((record) => { %>\n    <li>\n      <b>\n        <%= record.name %>\n      </b>\n    </li>\n  <% }) %>\n</ul>\n';
    const mine = base.replace('      </b>\n', '      </b>\n      <i><%= record.country %></i>\n');
    const next = base.replace('((record)', '((book)').replace('= record.name', '= book.name');
    expect(await merge('views/list.ejs', base, mine, next)).toContain('<<<<<<< mine');
  });
});

const tests = `describe('Authors', () => {
  test('shows a record', async () => {
    const record = await app.make('Author');
    app.assertShows(await app.getPage('/authors/'), record.name);
  });

  test('searches in name', async () => {
    const record = await app.make('Author', { name: 'needle' });
    assert.deepEqual(await app.listKeys('/authors/', { q: 'NEEDLE' }), [record.id]);
  });

  test('searches in country', async () => {
    const record = await app.make('Author', { country: 'needle' });
    assert.deepEqual(await app.listKeys('/authors/', { q: 'NEEDLE' }), [record.id]);
  });
});
`;
const turned = tests
  .replace('record.name', 'record.country')
  .replace(
    /( {2}test\('searches in name'[^]*? {2}\}\);\n)\n( {2}test\('searches in country'[^]*? {2}\}\);\n)/,
    '$2\n$1',
  );
const own = '    assert.ok(app);\n';

describe('tests', () => {
  it('take a line of the user in a group with another title', async () => {
    const add = (text: string): string =>
      text.replace("{ name: 'needle' });\n", `{ name: 'needle' });\n${own}`);
    const next = tests.replace("'Authors'", "'All writers'");
    expect(await merge('test/a.test.js', tests, add(tests), next)).toBe(add(next));
  });

  it.each([
    "'searches in name', async () => {\n",
    "'searches in country', async () => {\n",
    "'shows a record', async () => {\n",
  ])('take a line of the user where the new version puts them in another order: %j', async (head) => {
    const add = (text: string): string => text.replace(head, head + own);
    expect(await merge('test/a.test.js', tests, add(tests), turned)).toBe(add(turned));
  });

  it('are the same under another title of the user', async () => {
    const mine = tests.replace("'shows a record'", "'shows what there is'");
    const next = tests.replace('record.name);', 'record.country);');
    expect(await merge('test/a.test.js', tests, mine, next)).toBe(
      next.replace("'shows a record'", "'shows what there is'"),
    );
  });

  it('are another one where the new version has another in their place', async () => {
    const mine = tests.replace("{ name: 'needle' });\n", `{ name: 'needle' });\n${own}`);
    const next = tests
      .replace("'searches in name'", "'sorts by age'")
      .replace("app.make('Author', { name: 'needle' })", "app.make('Author', { age: 1 })")
      .replace("{ q: 'NEEDLE' }", "{ sort: 'age' }");
    expect(await merge('test/a.test.js', tests, mine, next)).toContain('<<<<<<< mine');
  });
});

const page = `<div class="page-header">
  <h1>Edit author</h1>
</div>
<p>Below</p>
`;
const buttons = '  <div class="page-actions">\n    <a class="button" href="/delete/">Delete</a>\n  </div>\n';
const withButtons = page.replace('</h1>\n', `</h1>\n${buttons}`);

describe('what a user wrapped', () => {
  it.each([
    ['<% if (record) { %>', '<% } %>', '  '],
    ['<% if (record) { %>', '<% } %>', ''],
    ['<section>', '</section>', '  '],
  ])('stands before what came after it: %s %s', async (open, close, deeper) => {
    const wrap = (text: string): string =>
      text.replace('  <h1>Edit author</h1>\n', `  ${open}\n${deeper}  <h1>Edit author</h1>\n  ${close}\n`);
    expect(await merge('views/edit.ejs', page, wrap(page), withButtons)).toBe(wrap(withButtons));
  });

  it('takes a change of what is inside', async () => {
    const wrap = (text: string): string =>
      text.replace(/ {2}(<h1>.*<\/h1>)\n/, '  <% if (record) { %>\n    $1\n  <% } %>\n');
    const next = page.replace('Edit author', 'Change author');
    expect(await merge('views/edit.ejs', page, wrap(page), next)).toBe(wrap(next));
    const more = withButtons.replace('Edit author', 'Change author');
    const merged = await merge('views/edit.ejs', page, wrap(page), more);
    expect(merged === wrap(more) || merged.includes('<<<<<<< mine')).toBe(true);
  });

  it('takes new lines between those that it holds', async () => {
    const base =
      'def show(key):\n    record = find(key)\n    log(record)\n    check(record)\n    return record\n';
    const mine =
      'def show(key):\n    record = find(key)\n    with lock:\n        log(record)\n        check(record)\n    return record\n';
    const next = base.replace(
      '    log(record)\n',
      '    log(record)\n    if record:\n        touch(record)\n',
    );
    expect(await merge('app/show.py', base, mine, next)).toBe(
      mine.replace(
        '        log(record)\n',
        '        log(record)\n        if record:\n            touch(record)\n',
      ),
    );
  });

  it('takes nothing in that came after it', async () => {
    const base = 'def show(key):\n    record = find(key)\n    log(record)\n    return record\n';
    const mine = base.replace('    log(record)\n', '    if debug:\n        log(record)\n');
    const next = base.replace('    log(record)\n', '    log(record)\n    touch(record)\n');
    expect(await merge('app/show.py', base, mine, next)).toBe(
      mine.replace('        log(record)\n', '        log(record)\n    touch(record)\n'),
    );
  });
});

describe('tests of a group', () => {
  const test = (name: string): string =>
    `  test('${name}', async () => {\n    await app.assertShows('${name}');\n  });\n`;
  const group = (...tests: string[]): string => `describe('Spec', () => {\n${tests.join('\n')}});\n`;

  it('stand once where the user wrote what the spec says later', async () => {
    const base = group(test('one'));
    const mine = group(test('one').replace("assertShows('one')", 'assertHome()') + test('two'));
    expect(await merge('test/spec.test.js', base, mine, group(test('one'), test('two')))).toBe(mine);
  });

  it('are asked about where the user wrapped what the new version removes', async () => {
    const wrapped = `  if (process.env.CI) {\n${test('one').replace(/^/gm, '  ').trimEnd()}\n  }\n`;
    const outcome = await merge(
      'test/spec.test.js',
      group(test('one'), test('two')),
      group(wrapped, test('two')),
      group(test('two')),
    );
    expect(outcome).toContain('<<<<<<< mine');
    expect(outcome).toContain('process.env.CI');
  });
});
