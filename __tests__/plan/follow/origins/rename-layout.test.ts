import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../../lib/plan/merge/index.ts';

const renames = [
  { kind: 'entity', from: 'Trip', to: 'Tour', plurals: ['trips', 'tours'] },
  { kind: 'surface', from: 'trip_list', to: 'tour_list' },
  { kind: 'surface', from: 'trip_edit', to: 'tour_edit' },
] as const;

/** Merges the same edit, made in the base, into the next version, and tells whether it is there as if made in that. */
async function follow(
  path: string,
  base: string,
  edit: (text: string) => string,
  next = rename(base),
): Promise<void> {
  const outcome = await mergeText({ path, base, mine: edit(base), next, renames });
  expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([edit(next), 0]);
}

const rename = (text: string): string => text.replaceAll('trip', 'tour').replaceAll('Trip', 'Tour');

describe('lines that the user broke, between others that were broken already', () => {
  const call = (view: string): string =>
    `    path("trips/${view}/", trip.${view}.as_view(), name="${view}"),\n`;
  const breakUp = (text: string, last = ',\n    )'): string =>
    text.replace(
      /^ {4}path\((".*"), (.*\)), (name=".*")\),$/gm,
      `    path(\n        $1,\n        $2,\n        $3${last},`,
    );
  const short = (...views: string[]): string => views.map(call).join('');
  const long = (...views: string[]): string => breakUp(short(...views));

  it.each([1, 2, 3, 4])('follow, %i of them', async (count) => {
    const base = `urlpatterns = [\n${short(...['a', 'b', 'c', 'd'].slice(0, count))}${long('e', 'f')}${short('g', 'h', 'i')}${long('j', 'k')}${short('l', 'm', 'n')}]\n`;
    await follow('app/urls.py', base, (text) => breakUp(text));
    await follow('app/urls.py', base, (text) => breakUp(text.replaceAll(',\n    )', ')'), ')'));
  });
});

describe('a group that the user moved whole', () => {
  it('follows in each of its lines, where others were laid out to be like them', async () => {
    const list = (name: string): string => `  ${name}([\n    'label',\n    'trip',\n  ]);\n`;
    const group = (...lines: string[]): string => `describe(() => {\n${lines.join('')}});\n`;
    const first = group("  refuse('label', 'trip');\n", list('one'), list('two'));
    const second = group(
      '  keep();\n',
      '  look();\n',
      '  leave();\n',
      list('three'),
      list('four'),
      list('five'),
    );
    const move = (text: string): string => {
      const [one, other] = text.split(/(?<=^\}\);\n)/m) as [string, string];
      return other + one.replace(/refuse\((.*), (.*)\);/, 'refuse(\n    $1,\n    $2,\n  );');
    };
    await follow('test/trips.test.js', first + second, move);
  });
});

describe('a line that the user moved, with a name for a part of it', () => {
  it('follows', async () => {
    const base = `def test_deletes(self):\n    response = self.post(reverse("trip_delete", args=[1]))\n    self.check(models.Trip.objects)\n    self.show(self.get(response.url), "was deleted")\n`;
    const take = (text: string): string =>
      text.replace(
        /( {4}response.*)(reverse.*\))\)\n([^]*?)( {4}self\.show.*\n)/,
        '$4    own = $2\n$1own)\n$3',
      );
    await follow('app/test_pages.py', base, take);
  });
});

describe('an expression that the user put where its name stood', () => {
  it.each([
    ['app/tests.py', 'row = make("Trip", 1)\n', 'self.check_it(row.id)\n'],
    ['test/trips.test.js', "const row = await make('Trip', 1);\n", 'app.assert.check(row.id);\n'],
  ])('follows: %s', async (path, naming, use) => {
    const base = `before()\n${naming}${use}after()\n`;
    const code = /= (.*?);?\n/.exec(naming)![1]!;
    await follow(path, base, (text) =>
      text
        .replace(/.*row = .*\n/, '')
        .replace('row.id', `(${code.replace('Trip', text.includes('Tour') ? 'Tour' : 'Trip')}).id`),
    );
  });
});

describe('a line that the user moved and changed within', () => {
  const base = `test('one', async () => {\n  const spec = open();\n  await spec.create('Trip', { label: 'x', start: 'x', finish: 'late' });\n  spec.assertSuccess();\n});\n`;
  const move = (change: (line: string) => string) => (text: string) => {
    const [line] = / {2}await spec.create.*\n/.exec(text)!;
    return text.replace(line, '').replace('  const', `${change(line)}  const`);
  };

  it.each([
    ['cut', (line: string) => line.replace(", finish: 'late'", '')],
    ['added to', (line: string) => line.replace(' }', ', end: 4 }')],
  ])('follows where it was %s', async (_, change) => {
    await follow('test/spec.test.js', base, move(change));
  });
});

describe('statements of several lines that begin and end alike', () => {
  const call = (name: string): string =>
    `    path(\n        "trips/<uuid:pk>/${name}/", trip.${name}_trip_view.as_view(), name="trip_${name}"\n    ),\n`;
  const python = `urlpatterns = [\n    path("trips/", trip.list_trip_view.as_view(), name="trip_list"),\n${call('edit')}${call('delete')}]\n`;
  const javascript = python
    .replace('urlpatterns = [', 'export const routes = [')
    .replaceAll('<uuid:pk>', ':id')
    .replaceAll(/(\w+)\.(\w+)\.as_view\(\), name=/g, '$1.$2(), ');
  const change = (text: string): string => text.replace(/\]\n$/, '    own(1),\n]\n');
  const join = (text: string, name: string): string =>
    text.replace(new RegExp(`path\\(\\n\\s+(.*${name}/.*)\\n\\s+\\)`), 'path($1)');
  const split = (text: string, name: string): string =>
    text.replace(new RegExp(`path\\((.*${name}/.*)\\)`), 'path(\n        $1\n    )');
  const languages = [
    ['Python', 'app/urls.py', python],
    ['JavaScript', 'src/routes.js', javascript],
  ] as const;

  describe.each(languages)('in %s', (_, path, text) => {
    it.each([[['edit']], [['delete']], [['edit', 'delete']]])(
      'follow where the user joined lines: %s',
      async (names) => {
        await follow(path, text, (lines) => names.reduce(join, change(lines)));
        await follow(path, text, (lines) =>
          change(names.reduce(join, lines).replace(/.*(trip|tour)_list.*\n/, '')),
        );
      },
    );

    it.each([[['edit']], [['delete']], [['edit', 'delete']]])(
      'follow where the user broke lines: %s',
      async (names) => {
        const joined = ['edit', 'delete'].reduce(join, text);
        await follow(path, names.reduce(join, text), (lines) => names.reduce(split, change(lines)));
        await follow(path, joined, (lines) => names.reduce(split, change(lines)));
      },
    );
  });
});

describe('an expression that the user took out into a line of its own', () => {
  const languages = [
    ['Python', 'app/tests.py', 'def test_sort(self):\n    ', '', '    )\n'],
    ['JavaScript', 'test/trip.js', 'function testSort() {\n  const ', ';', '  );\n}\n'],
  ] as const;

  describe.each(languages)('in %s', (_, path, head, semicolon, tail) => {
    const lines = (expression: string): string =>
      `${head}record = make("Trip")${semicolon}\n    check(\n        ${expression},\n        [record],\n${tail}`;
    const base = lines('find(reverse("trip_list"), {"sort": "none"})');
    const take =
      (made: (expression: string) => string, left = 'own') =>
      (text: string): string =>
        text.replace(
          /( {4}check\(\n {8})(find.*),\n/,
          (_all, check: string, code: string) => `    ${made(code)}${semicolon}\n${check}${left},\n`,
        );

    it.each([
      ['gave it a name', take((code) => `own = ${code}`)],
      ['awaits it', take((code) => `own = await ${code}`)],
      ['wrapped it in a call', take((code) => `own = keep(${code}, 1)`)],
      ['takes a part of it', take((code) => `own = ${code}.first`)],
      ['wrote other quotes', (text: string) => take((code) => `own = ${code.replaceAll('"', "'")}`)(text)],
      ['wrote the rest of the line elsewhere', take((code) => `keep(${code})`, 'take()')],
    ])('follows where the user %s', async (_title, edit) => {
      expect(edit(base)).not.toBe(base);
      await follow(path, base, edit);
    });

    it('follows where the rest of the line stayed', async () => {
      const part = lines('find(reverse("trip_list", 1), values), "trip_list"');
      const edit = (text: string): string =>
        text.replace(
          /( {4}check\(\n {8})(find\(.*\)), "/,
          (_all, check: string, code: string) => `    own = ${code}${semicolon}\n${check}own, "`,
        );
      expect(edit(part)).not.toBe(part);
      await follow(path, part, edit);
    });

    it('follows where the user took out two into one line', async () => {
      const two = lines('find(reverse("trip_list"), 1),\n        find(reverse("trip_edit"), 2)');
      const edit = (text: string): string =>
        text.replace(
          /( {4}check\(\n {8})(.*),\n {8}(.*),\n/,
          (_all, check: string, one: string, other: string) =>
            `    own = [${one}, ${other}]${semicolon}\n${check}...own,\n`,
        );
      expect(edit(two)).not.toBe(two);
      await follow(path, two, edit);
    });

    it('stays where it is a member that may be anybody’s', async () => {
      const members = lines('trip.day');
      const mine = (text: string): string =>
        text
          .replace(/ +trip\.\w+,\n/, '')
          .replace('    check(', `    own = trip.day${semicolon}\n    check(`);
      const outcome = await mergeText({
        path,
        base: members,
        mine: mine(members),
        next: lines('trip.code'),
        renames: [{ kind: 'field', from: 'day', to: 'code', entity: 'Trip' }],
      });
      expect(joinRegions(outcome, 'mine')).toBe(mine(members));
    });

    it('is asked about where its texts get other words', async () => {
      const label = lines('label("day", "Day", other["day"])');
      const mine = label.replace(/( {4}check\(\n {8})(label.*),\n/, `    own = $2${semicolon}\n$1own,\n`);
      const next = label.replace('"day", "Day"', '"start_day", "Start day"');
      const outcome = await mergeText({
        path,
        base: label,
        mine,
        next,
        renames: [{ kind: 'field', from: 'day', to: 'start_day', entity: 'Trip' }],
      });
      expect([mine === label, outcome.conflicts]).toEqual([false, 1]);
    });

    it('stays where it is a copy', async () => {
      const copy = `    own = find(reverse("trip_list"), {"sort": "none"})${semicolon}\n`;
      const add = (text: string): string => text.replace('    check(', `${copy}    check(`);
      const outcome = await mergeText({ path, base, mine: add(base), next: rename(base), renames });
      expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([add(rename(base)), 0]);
    });
  });
});
