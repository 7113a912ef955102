import { describe, expect, it } from '@jest/globals';
import { mergeText, joinBase, joinRegions } from '../../../../lib/plan/merge/index.ts';

/** How a kind of file writes units, and a file of them. */
interface Kind {
  readonly path: string;
  readonly unit: (name: string, value: string) => string;
  readonly file: (units: readonly string[]) => string;
}

const kinds: Readonly<Record<string, Kind>> = {
  'classes of Python': {
    path: 'models.py',
    unit: (name, value) =>
      `class ${name}(Base):\n    """${name}"""\n\n    size = ${value}\n\n    def __str__(self):\n        return self.name\n`,
    file: (units) => `from .base import Base\n\n\n${units.join('\n\n')}`,
  },
  'methods of Python': {
    path: 'owner.py',
    unit: (name, value) =>
      `    def ${name}(self):\n        found = self.find(${value})\n        return found\n`,
    file: (units) => `class Owner(Base):\n    """An owner"""\n\n${units.join('\n')}`,
  },
  'functions of JavaScript': {
    path: 'records.js',
    unit: (name, value) =>
      `/** Finds ${name}. */\nexport async function ${name}(id) {\n  const found = await db.find(${value}, id);\n  return found ?? null;\n}\n`,
    file: (units) => `import { db } from './db.js';\n\n${units.join('\n')}`,
  },
  'routes of JavaScript': {
    path: 'routes.js',
    unit: (name, value) =>
      `  router.get('/${name}/', async (req, res) => {\n    const found = await list(${value});\n    res.render('${name}', { found });\n  });\n`,
    file: (units) =>
      `export function makeRouter(db) {\n  const router = Router();\n\n${units.join('\n')}\n  return router;\n}\n`,
  },
  'sections of HTML': {
    path: 'page.html',
    unit: (name, value) =>
      `  <section id="${name}">\n    <h2>${name}</h2>\n    <p>{{ record.${name} }} ${value}</p>\n  </section>\n`,
    file: (units) => `<main>\n${units.join('')}</main>\n`,
  },
  'rows of HTML': {
    path: 'row.html',
    unit: (name, value) =>
      `      <div>\n        <dt>${name}</dt>\n        <dd>{{ record.${name}|format:${value} }}</dd>\n      </div>\n`,
    file: (units) => `<main>\n  <section>\n    <dl>\n${units.join('')}    </dl>\n  </section>\n</main>\n`,
  },
};

it('rows that both sides moved are merged where each side changed its own', async () => {
  const { path, unit, file } = kinds['rows of HTML']!;
  const rows = (...units: readonly (readonly [name: string, value: string])[]): string =>
    file(units.map(([name, value]) => unit(name, value)));
  const outcome = await mergeText({
    path,
    base: rows(['alpha', '1'], ['beta', '1'], ['gamma', '1'], ['delta', '1'], ['epsilon', '1']),
    mine: rows(['alpha', '1'], ['epsilon', '3'], ['beta', '1'], ['gamma', '1'], ['delta', '1']),
    next: rows(['beta', '1'], ['alpha', '7'], ['gamma', '1'], ['delta', '1'], ['epsilon', '1']),
  });
  expect(outcome.conflicts).toBe(0);
  const merged = joinRegions(outcome, 'mine');
  for (const row of [unit('alpha', '7'), unit('epsilon', '3'), unit('beta', '1')])
    expect(merged).toContain(row);
  expect(merged.split('<div>')).toHaveLength(6);
});

describe.each(Object.entries(kinds))('%s that one side moved', (_, { path, unit, file }) => {
  const make = (names: string, values: Readonly<Record<string, string>> = {}): string =>
    file(names.split(' ').map((name) => unit(name, values[name] ?? '1')));
  const base = make('alpha beta gamma delta');

  it('take the change of the other side along, beside something new', async () => {
    const up = make('delta alpha beta gamma');
    const changed = make('alpha beta gamma omega delta', { delta: '7' });
    const outcome = await mergeText({ path, base, mine: up, next: changed });
    expect([outcome.conflicts, joinRegions(outcome, 'mine')]).toEqual([
      0,
      make('delta alpha beta gamma omega', { delta: '7' }),
    ]);
    const down = make('beta gamma delta alpha');
    const first = make('alpha omega beta gamma delta', { alpha: '7' });
    const other = await mergeText({ path, base, mine: down, next: first });
    expect(other.conflicts).toBe(0);
    expect(joinRegions(other, 'mine')).toContain(unit('alpha', '7'));
    expect(joinRegions(other, 'mine')).toContain(unit('omega', '1'));
  });

  it('stay where they are while something else is in conflict, and withhold nothing new', async () => {
    const mine = make('delta alpha beta gamma', { beta: '3' });
    const next = make('alpha beta gamma omega delta', { beta: '4', delta: '7' });
    const outcome = await mergeText({ path, base, mine, next });
    expect(outcome.conflicts).toBe(1);
    const kept = joinRegions(outcome, 'mine');
    expect(kept).toBe(make('delta alpha beta gamma omega', { beta: '3', delta: '7' }));
    expect(joinBase(outcome)).toBe(make('alpha beta gamma omega delta', { delta: '7' }));
    const again = await mergeText({ path, base: joinBase(outcome), mine: kept, next });
    expect([again.conflicts, joinRegions(again, 'mine')]).toEqual([1, kept]);
  });

  it('are in conflict in both places where both changed them, and withhold nothing new', async () => {
    const mine = make('delta alpha beta gamma', { delta: '3' });
    const next = make('alpha beta gamma omega delta', { delta: '7' });
    const outcome = await mergeText({ path, base, mine, next });
    const kept = joinRegions(outcome, 'mine');
    expect(kept).toBe(make('delta alpha beta gamma omega', { delta: '3' }));
    expect(joinRegions(outcome, 'next')).toBe(next);
    const again = await mergeText({ path, base: joinBase(outcome), mine: kept, next });
    expect([again.conflicts, joinRegions(again, 'mine')]).toEqual([outcome.conflicts, kept]);
  });

  it('are in conflict once where the new version moved and both changed them', async () => {
    const mine = make('alpha beta gamma delta', { beta: '3' });
    const next = make('alpha gamma omega beta delta', { beta: '7' });
    const outcome = await mergeText({ path, base, mine, next });
    expect(outcome.conflicts).toBe(1);
    expect(joinRegions(outcome, 'mine')).toBe(make('alpha gamma omega beta delta', { beta: '3' }));
    expect(joinRegions(outcome, 'next')).toBe(next);
  });
});
