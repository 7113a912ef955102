import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

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

describe('lines that touch', () => {
  const schema = `/** Plant. */
export const plants = table('plant', {
  name: text('name'),
});
`;
  const silenced = edit(schema, ['export', '// export'], ['  name', '//   name'], ['}', '// }']);
  const more = `
/** Batch. */
export const batches = table('batch', {
  code: text('code'),
});
`;

  it('take what is new after lines that the user commented out', async () => {
    expect(await merge('src/schema.js', schema, silenced, schema + more)).toBe(silenced + more);
  });

  it('are asked about where the user wrote other lines before what is new', async () => {
    const base = 'export function next(count) {\n  count += 1;\n}\n';
    const mine = edit(base, ['  count += 1;\n', '  count += 2;\n  log(count);\n']);
    const next = edit(base, ['  count += 1;\n', '  count += 1;\n  save(count);\n']);
    expect(await merge('src/next.js', base, mine, next)).toContain('<<<<<<< mine');
  });

  const list = '<ul>\n  <li>\n    <a href="/a">A</a>\n  </li>\n</ul>\n';
  const entry = '  <li>\n    <a href="/b">B</a>\n  </li>\n';

  it('take what is new after what the user unwrapped', async () => {
    const mine = '<ul>\n  <a href="/a">A</a>\n</ul>\n';
    expect(await merge('home.html', list, mine, edit(list, ['</ul>', `${entry}</ul>`]))).toBe(
      edit(mine, ['</ul>', `${entry}</ul>`]),
    );
  });

  it('take a change beside a line that the user took out of what they wrapped', async () => {
    const base = 'def show(record):\n    head = "A"\n    text = "B"\n    return head\n';
    const mine = 'def show(record):\n    if record:\n        head = "A"\n        return head\n';
    expect(await merge('app/show.py', base, mine, edit(base, ['"A"', '"C"']))).toBe(
      edit(mine, ['"A"', '"C"']),
    );
  });
});

describe('a block of a page that the user wrapped', () => {
  it('takes a change of what is inside', async () => {
    const base =
      '{% block content %}\n  <dl>\n    <dt>Rate</dt>\n    <dd>{{ rate }}</dd>\n  </dl>\n{% endblock %}\n';
    const shorter = edit(base, ['    <dd>{{ rate }}</dd>\n', '']);
    const mine = `{% if user.is_active %}\n${shorter.replaceAll(/^(?=.)/gm, '  ')}{% endif %}\n`;
    const label = ['Rate', 'Price'] as const;
    expect(await merge('app/templates/rate.html', base, mine, edit(base, label))).toBe(edit(mine, label));
  });
});

describe('two statements that the user made one', () => {
  it('are the one that they still are', async () => {
    const base = `test('leads to each list', async () => {
  const links = linksOf(await getPage('/'));
  for (const list of ['/a/', '/b/']) ok(links.includes(list), list);
});
`;
    const mine = edit(
      base,
      ["  const links = linksOf(await getPage('/'));\n", ''],
      ['links.includes', "linksOf(await getPage('/')).includes"],
    );
    const turned = ["['/a/', '/b/']", "['/b/', '/a/']"] as const;
    expect(await merge('test/site.test.js', base, mine, edit(base, turned))).toBe(edit(mine, turned));
  });
});

describe('a list that both sides put in another order', () => {
  const list = (...names: string[]): string =>
    `<ul>\n${names.map((name) => `  <li><a href="/${name}">${name}</a></li>\n`).join('')}</ul>\n`;
  const base = list('samples', 'quotes', 'guests', 'visits');

  it('takes the order of the side that did all that the other did', async () => {
    const [less, more] = [
      list('samples', 'guests', 'quotes', 'visits'),
      list('guests', 'quotes', 'visits', 'samples'),
    ];
    expect(await merge('nav.html', base, less, more)).toBe(more);
    expect(await merge('nav.html', base, more, less)).toBe(more);
  });

  it('is asked about where each did something else', async () => {
    const merged = await merge(
      'nav.html',
      base,
      list('quotes', 'samples', 'guests', 'visits'),
      list('samples', 'visits', 'quotes', 'guests'),
    );
    expect(merged).toContain('<<<<<<< mine');
  });
});

describe('a file without semicolons', () => {
  it('takes another order of entries of which the user changed one', async () => {
    const base =
      'export const schema = object({\n  count: decimal({ size: 9, scale: 3 }),\n  note: text(),\n  day: date(),\n});\n';
    const mine = edit(base, [', scale: 3', ''], ['});', '})']);
    const next =
      'export const schema = object({\n  day: date(),\n  note: text(),\n  count: decimal({ size: 9, scale: 3 }),\n});\n';
    expect(await merge('src/schema.js', base, mine, next)).toBe(
      edit(next, [', scale: 3', ''], ['});', '})']),
    );
  });

  it('is not asked about a function that the user only formatted', async () => {
    const base =
      'export const one = () => 1;\n\nexport function keysOf(records) {\n  return records.map((record) => record.id);\n}\n';
    const mine = edit(base, ['1;', '1'], ['(record) => record.id);', 'record => record.id)']);
    expect(await merge('src/keys.js', base, mine, 'export const one = () => 1;\n')).toBe(
      'export const one = () => 1\n',
    );
  });
});

describe('classes with lines that are the same in each', () => {
  it('are merged where the user makes one of them long', async () => {
    const field = (name: string): string => `    ${name} = fields.Text(label="${name}")\n`;
    const model = (name: string, names: readonly string[]): string =>
      `class ${name}:\n    id = fields.Key(editable=False)\n${names.map(field).join('')}\n    def __str__(self):\n        return self.id\n`;
    const names = Array.from({ length: 40 }, (_, at) => `field_${at}`);
    const wrap = (text: string): string =>
      text.replace(/ {8}return self.id\n$/, '        with lock:\n            return self.id\n');
    for (let more = 1; more < 60; more += 10) {
      const file = (from: number): string =>
        `import fields\n\n\n${model('Branch', names.slice(from))}\n\n${model('Room', [...names.slice(from, 30), 'x'.repeat(more)])}`;
      expect(await merge('app/models.py', file(0), wrap(file(0)), file(1))).toBe(wrap(file(1)));
    }
  });
});

describe('what the user wrapped and the new version removes', () => {
  const query = (name: string): string =>
    `    ${name} = forms.Choice(\n        label="${name}",\n        required=False,\n    )\n`;
  const form = (...members: string[]): string =>
    `import forms\n\n\nclass Filters:\n    """Filters."""\n\n    q = forms.Text()\n${members.join('')}`;
  const nest = (text: string): string => `${text.replace(/^/gm, '    ').trimEnd()}\n`;
  const item = (name: string): string => `  <li>\n    <a href="/${name}/">${name}</a>\n  </li>\n`;
  const page = (...items: string[]): string => `<ul>\n${items.join('')}</ul>\n`;
  const course = query('course').replace('required', 'choices=Course.objects.all(),\n        required');
  const ifOwn = `    if own:\n${nest(query('course'))}`;

  it.each([
    ['forms.py', form(query('course'), query('room')), form(ifOwn, query('room')), form(query('room'))],
    ['forms.py', form(query('course')), form(ifOwn), form()],
    [
      'home.html',
      page(item('one'), item('two')),
      page(item('one'), `  {% if own %}\n${nest(item('two'))}  {% endif %}\n`),
      page(item('one')),
    ],
    ['admin.py', 'shown = ["name", "course"]\n', 'shown = ["name", upper("course")]\n', 'shown = ["name"]\n'],
    [
      'imports.py',
      `from .models import Course, Room\n${form(course)}`,
      `from .models import Course, Room\n${form(`    if own:\n${nest(course)}`)}`,
      `from .models import Room\n${form()}`,
    ],
  ])('is asked about: %s', async (path, base, mine, next) => {
    expect(await merge(path, base, mine, next)).toContain('<<<<<<< mine');
  });
});

describe('what the user wrote and the new version has too', () => {
  it('is no new title of what the user deleted', async () => {
    const group = (name: string): string =>
      `class ${name}Tests(TestCase):\n    def test_makes(self):\n        record = make("${name}")\n        self.check(record, "name", "is required")\n`;
    const file = (...names: string[]): string =>
      `from .records import make\n\n\n${names.map(group).join('\n\n')}`;
    const merged = await merge(
      'test_models.py',
      file('Client', 'Tour'),
      file('Tour', 'Trip').replace('class Tour', '# own\nclass Tour'),
      file('Client', 'Tour', 'Trip'),
    );
    expect(merged).toBe(file('Tour', 'Trip').replace('class Tour', '# own\nclass Tour'));
  });
});
