import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeText, joinBase, joinRegions } from '../../../lib/plan/merge/index.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const value = fc.constantFrom('1', '2', '"x"', '[1, 2]', '[1, 2, 3]', 'f(1)', 'f(1, k=2)', 'f(3, k=2)');

const field = fc.tuple(name, value).map(([key, of]) => ({ key, lines: [`    ${key} = ${of}`] }));
const method = fc
  .tuple(name, fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 }))
  .map(([key, body]) => ({
    key: `def ${key}`,
    lines: [`    def ${key}(self):`, ...body.map(([local, of]) => `        ${local} = ${of}`)],
  }));
const member = fc.oneof(field, method);
const python = fc
  .uniqueArray(
    fc.tuple(name, fc.uniqueArray(member, { selector: ({ key }) => key, minLength: 1, maxLength: 5 })),
    {
      selector: ([key]) => key,
      maxLength: 3,
    },
  )
  .map((classes) =>
    classes
      .map(([key, members]) =>
        [`class ${key.toUpperCase()}:`, ...members.flatMap(({ lines }) => lines), ''].join('\n'),
      )
      .join('\n'),
  );

const entry = fc.tuple(name, fc.constantFrom(1, 'x', [1, 2], { p: 1 }, { p: 1, q: 2 }));
const json = fc
  .array(entry, { maxLength: 5 })
  .map((entries) => `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);

describe.each([
  ['Python', 'a.py', python],
  ['JSON', 'a.json', json],
] as const)('merging any three versions of %s', (_, path, text) => {
  it('holds the next version in the base of its regions', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, mine, next) => {
        const outcome = await mergeText({ path, base, mine, next });
        expect(joinBase(outcome, () => true)).toBe(next);
      }),
      { numRuns: 60 },
    );
  });

  it('lists the same conflicts when the result is merged again with the base that was kept', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, mine, next) => {
        const first = await mergeText({ path, base, mine, next });
        const kept = joinRegions(first, 'mine');
        const again = await mergeText({ path, base: joinBase(first), mine: kept, next });
        expect([joinRegions(again, 'mine'), again.conflicts > 0]).toEqual([kept, first.conflicts > 0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an entry of a list', () => {
  const route = (path: string, view: string): string =>
    `    path("${path}", ${view}.List.as_view(), name="${view}"),\n`;
  const routes = (...lines: readonly string[]): string => `urlpatterns = [\n${lines.join('')}]\n`;
  const [home, jobs, cars, end] = [
    route('', 'home'),
    route('jobs/', 'jobs'),
    route('cars/', 'cars'),
    route('end/', 'end'),
  ];
  const base = routes(home, jobs, cars, end);
  const merge = async (mine: string, next: string) => {
    const outcome = await mergeText({ path: 'app/urls.py', base, mine, next });
    return [joinRegions(outcome, 'mine'), outcome.conflicts];
  };

  it('is asked about where the user changed what it is called by and the new version drops it', async () => {
    const mine = base.replace('"jobs/", ', '');
    expect((await merge(mine, routes(home, end)))[1]).toBe(1);
  });

  it('is moved with what the user changed it to be called', async () => {
    const edit = (text: string): string => text.replace('"jobs/"', '"work/"').replace(end, '');
    const next = routes(home, cars, end, jobs);
    expect(await merge(edit(base), next)).toEqual([edit(next), 0]);
  });

  it('of the user’s stands beside the neighbour that the new version did not move', async () => {
    const list = (names: string): string => `fields = ["${names.replaceAll(' ', '", "')}"]\n`;
    const texts = { base: list('code link rate sum street'), next: list('sum code rate link street') };
    const mine = list('code link rate sum own street');
    const outcome = await mergeText({ path: 'app/forms.py', mine, ...texts });
    expect(joinRegions(outcome, 'mine')).toBe(list('sum code rate link own street'));
  });
});
