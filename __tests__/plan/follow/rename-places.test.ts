import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';
import type { SpecRename } from '../../../lib/plan/follow/index.ts';

type Versions = Readonly<Record<'path' | 'base' | 'mine' | 'next', string>>;

async function merge(versions: Versions, renames: readonly SpecRename[]): Promise<[string, number]> {
  const outcome = await mergeText({ ...versions, renames });
  return [joinRegions(outcome, 'mine'), outcome.conflicts];
}

const field = (from: string, to: string): SpecRename => ({ kind: 'field', from, to, entity: 'Trip' });

describe('an import of a renamed entity', () => {
  const renames = [{ kind: 'entity', from: 'Event', to: 'Quote' }] as const;
  const path = 'app/views/event.py';
  const views = (names: string, model: string): string =>
    `"""Event."""\n\nfrom ..models import ${names}\n\n\nclass EventView(View):\n    model = ${model}\n`;
  const [base, next] = [views('Event', 'Event'), views('Quote, Sample', 'Quote')];

  it('takes the user’s own lines along where prose still says the name', async () => {
    const mine = `${base}    copy = Event\n`;
    expect(await merge({ path, base, mine, next }, renames)).toEqual([`${next}    copy = Quote\n`, 0]);
  });

  it('takes them along where the next version has its names in several lines', async () => {
    const spread = next.replace('import Quote, Sample', 'import (\n    Quote,\n    Sample,\n)');
    const mine = `${base}    copy = Event\n`;
    expect(await merge({ path, base, mine, next: spread }, renames)).toEqual([
      `${spread}    copy = Quote\n`,
      0,
    ]);
  });

  it('is kept by its new name where only the user’s lines still need it', async () => {
    const without = next
      .replace('Quote, Sample', 'Sample')
      .replace('    model = Quote\n', '    model = Sample\n');
    const mine = `${base}    copy = Event\n`;
    const [text, conflicts] = await merge({ path, base, mine, next: without }, renames);
    expect([text.includes('Event\n'), text.includes('import Sample, Quote\n'), conflicts]).toEqual([
      false,
      true,
      0,
    ]);
  });

  it('is never kept by the name that is gone', async () => {
    const mine = `${base}\n\ndef own(Quote):\n    return Event, Quote\n`;
    const [text, conflicts] = await merge({ path, base, mine, next }, renames);
    expect([/import .*Event/.test(text), conflicts > 0]).toEqual([false, true]);
  });
});

describe('lines that the user moved and laid out anew', () => {
  const path = 'test/trip.js';
  const tests = (name: string): string =>
    `test('stops', () => {\n  const trip = make('Trip');\n  const values = take('Trip', [\n    'title',\n    '${name}',\n  ]);\n  send(trip, values);\n});\n`;

  it('follow a renamed name', async () => {
    const edit = (text: string, name: string): string =>
      text
        .replace(/ {2}const values[^;]*;\n/, '')
        .replace('  const', `  const values = take('Trip', ['title', '${name}']);\n  const`)
        .replaceAll("'", '"');
    const [base, next] = [tests('day'), tests('code')];
    expect(await merge({ path, base, mine: edit(base, 'day'), next }, [field('day', 'code')])).toEqual([
      edit(next, 'code'),
      0,
    ]);
  });

  it('stay where they are a copy', async () => {
    const copy =
      "\nconst mine = take('Trip', ['title', 'day']);\nconst more = take('Trip',\n  ['title', 'day']);\n";
    const [base, next] = [tests('day'), tests('code')];
    const mine = base + copy;
    expect(await merge({ path, base, mine, next }, [field('day', 'code')])).toEqual([next + copy, 0]);
  });
});

describe('two names that are swapped', () => {
  const swap = [field('code', 'guest'), field('guest', 'code')];

  it('do not bring back an entry that the user deleted', async () => {
    const path = 'app/views/trip.py';
    const views = (one: string, other: string): string =>
      `class TripView(View):\n    filters = {\n        "${one}": "${one}",\n        "day": "day",\n    }\n    sorts = {\n        "${other}": "${other}",\n        "${one}": "${one}__title",\n    }\n`;
    const edit = (text: string): string => text.replace(/ +"(\w+)": "\1",\n/, '');
    const [base, next] = [views('guest', 'code'), views('code', 'guest')];
    expect(await merge({ path, base, mine: edit(base), next }, swap)).toEqual([edit(next), 0]);
  });

  it('do not bring back what the user deleted where the next version is laid out anew', async () => {
    const path = 'src/models/trip.js';
    const renames = [field('planned_amount', 'phone'), field('phone', 'planned_amount')];
    const base =
      "export const fields = {\n  planned_amount: {\n    label: 'Planned amount',\n    kind: 'str',\n    most: 60,\n  },\n  day: { label: 'Day' },\n  phone: { label: 'Phone', kind: 'date' },\n};\n";
    const next =
      "export const fields = {\n  phone: { label: 'Phone', kind: 'str', most: 60 },\n  day: { label: 'Day' },\n  planned_amount: { label: 'Planned amount', kind: 'date' },\n};\n";
    const mine = base.replace('    most: 60,\n', '');
    const [text, conflicts] = await merge({ path, base, mine, next }, renames);
    expect([
      text.includes('most'),
      text.replace(/\s+/g, ' ').includes("phone: { label: 'Phone', kind: 'str'"),
      conflicts,
    ]).toEqual([false, true, 0]);
  });

  describe('in a model of JavaScript', () => {
    const path = 'src/models/trip.js';
    const renames = [field('planned_amount', 'phone'), field('phone', 'planned_amount')];
    const model = (one: string, other: string, labels: readonly string[]): string =>
      `export const trip = {\n  ${one}: { label: '${labels[0]}', kind: 'str' },\n  day: { label: 'Day' },\n  ${other}: { label: '${labels[1]}', kind: 'date' },\n};\n`;
    const base = model('planned_amount', 'phone', ['Planned amount', 'Phone']);
    const next = model('phone', 'planned_amount', ['Phone', 'Planned amount']);
    const broken = (text: string): string =>
      text.replace(/^ {2}(\w+): \{ (.*) \},$/gm, (_, name: string, items: string) => {
        const lines = items.split(', ').map((item) => `    ${item},\n`);
        return `  ${name}: {\n${lines.join('')}  },`;
      });

    it('follow with their labels where the user broke the lines', async () => {
      expect(await merge({ path, base, mine: broken(base), next }, renames)).toEqual([broken(next), 0]);
    });

    it('follow with their labels where the user joined the lines', async () => {
      const versions = { path, base: broken(base), mine: base, next: broken(next) };
      expect(await merge(versions, renames)).toEqual([next, 0]);
    });

    it('follow where the user commented one out', async () => {
      const silence = (text: string, name: string): string => text.replace(`  ${name}`, `  // ${name}`);
      expect(await merge({ path, base, mine: silence(base, 'phone'), next }, renames)).toEqual([
        silence(next, 'planned_amount'),
        0,
      ]);
    });

    it('do not bring back the last entry, which the user deleted', async () => {
      const edit = (text: string, name: string): string => text.replace(new RegExp(` {2}${name}.*\\n`), '');
      expect(await merge({ path, base, mine: edit(base, 'phone'), next }, renames)).toEqual([
        edit(next, 'planned_amount'),
        0,
      ]);
    });

    it.each([
      ['changed one in another layout', (text: string) => broken(text).replace("'Phone'", "'Telephone'")],
      [
        'copied them into a model of their own and edited the first',
        (text: string) =>
          text.replace(", kind: 'date'", '') + `\n${text.replace('const trip', 'const trip2')}`,
      ],
    ])('are asked about where the user %s', async (_, edit) => {
      const [, conflicts] = await merge({ path, base, mine: edit(base), next }, renames);
      expect(conflicts).toBeGreaterThan(0);
    });
  });
});

describe('a copy of a class beside it', () => {
  it('leaves the lines of the class to dazzle, whatever the user deleted in it', async () => {
    const renames = [{ kind: 'entity', from: 'Event', to: 'Quote' }] as const;
    const tests = (name: string, title = name): string =>
      `class ${title}Tests(Case):\n    def test_keeps(self):\n        record = make("${name}")\n        self.keep(record)\n\n    def test_label(self):\n        record = make("${name}")\n        self.label(record)\n\n\n`;
    const other = 'class ToolTests(Case):\n    pass\n';
    const edit = (text: string): string => text.replace('        self.keep(record)\n', '');
    const mine = edit(tests('Event')) + tests('Event', 'Own') + other;
    const versions = {
      path: 'app/tests.py',
      base: tests('Event') + other,
      mine,
      next: tests('Quote') + other,
    };
    expect(await merge(versions, renames)).toEqual([edit(tests('Quote')) + tests('Event', 'Own') + other, 0]);
  });
});
