import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../lib/plan/merge/index.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

describe('what the user laid out anew', () => {
  const routes = (...names: string[]): string =>
    `urlpatterns = [\n${names.map((name) => `    path("${name}/", views.${name}, name="${name}"),\n`).join('')}]\n`;
  const broken = (...names: string[]): string =>
    `urlpatterns = [\n${names.map((name) => `    path(\n        "${name}/",\n        views.${name},\n        name="${name}",\n    ),\n`).join('')}]\n`;

  it('stays where the new version moves it', async () => {
    const base = routes('home', 'plants', 'events');
    expect(
      await merge(
        'app/urls.py',
        base,
        broken('home', 'plants', 'events'),
        routes('home', 'events', 'plants'),
      ),
    ).toBe(broken('home', 'events', 'plants'));
  });

  it('stays in its quotes beside what is new, which takes them too', async () => {
    const base =
      "export const kinds = ['busy', 'open'];\nexport const names = ['held', 'gone'];\nconst other = \"it's\";\n";
    const mine = base.replace("['busy', 'open']", '["busy", "open"]');
    const next = base.replace("['busy'", "['extra', 'busy'");
    expect(await merge('src/kinds.js', base, mine, next)).toBe(mine.replace('["busy"', '["extra", "busy"'));
  });
});

describe('an import that the new version drops and the user needs', () => {
  it('stays with the comment that the user wrote above it', async () => {
    const base = `import { a, json } from './columns.js';\n\nexport const one = [a(1)];\nexport const two = [json(2)];\n`;
    const mine = `// mine\n${base}\nexport const three = [json(3)];\n`;
    const next = `import { a } from './columns.js';\n\nexport const one = [a(1)];\n`;
    expect(await merge('src/schema.js', base, mine, next)).toBe(
      `// mine\n${base.replace('export const two = [json(2)];\n', '')}\nexport const three = [json(3)];\n`,
    );
  });
});

describe('arguments', () => {
  it('are known by their place: one that the user took away and the new version changed is asked about', async () => {
    const call = (values: string): string =>
      `class Tests(TestCase):\n    def test_label(self):\n        record = make()\n        self.assertEqual(${values})\n`;
    const merged = await merge(
      'app/tests.py',
      call('str(record), str(record.title)'),
      call('str(record)'),
      call('str(record), str(record.name)'),
    );
    expect(merged).toContain('<<<<<<< mine\n        self.assertEqual(str(record))\n');
  });

  it('of JavaScript too', async () => {
    const call = (values: string): string => `export const label = join(${values});\n`;
    const merged = await merge(
      'src/a.js',
      call("of('a'), of('b')"),
      call("of('a')"),
      call("of('a'), of('c')"),
    );
    expect(merged).toContain('<<<<<<< mine\n');
  });
});

describe('a file that the user only laid out anew', () => {
  it('loses what the new version removes', async () => {
    const test = (name: string): string =>
      `  test('${name} is required', async () => {\n    await app.refuse({ ${name}: null }, '${name}');\n  });\n`;
    const file = (...names: string[]): string =>
      `describe('Car', () => {\n${names.map(test).join('\n')}});\n`;
    const other = (text: string): string => text.replaceAll("'", '"');
    const [base, next] = [file('name', 'email', 'day'), file('name', 'day')];
    for (const lay of [other, (text: string) => text.replace(/^(?: {2})+/gm, (indent) => indent + indent)])
      expect(await merge('test/car.test.js', base, lay(base), next)).toBe(lay(next));
  });

  it.each([
    ['the last', ['name', 'day']],
    ['one between', ['name', 'email']],
  ])('keeps a bracket on the line of the last element where the new version removes %s', async (_, left) => {
    const form = (list: string): string =>
      `class CarForm(Form):\n    class Meta:\n        model = Car\n        fields = ${list}\n        labels = {"name": "Name"}\n`;
    const broken = (names: readonly string[]): string =>
      form(`[\n${names.map((name) => `            "${name}"`).join(',\n')}]`);
    const whole = (names: readonly string[]): string => form(`["${names.join('", "')}"]`);
    const all = ['name', 'day', 'email'];
    expect(await merge('app/forms.py', whole(all), broken(all), whole(left))).toBe(broken(left));
  });
});
