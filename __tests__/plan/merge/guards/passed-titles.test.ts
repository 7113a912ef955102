import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

async function merge(base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path: 'routes.js', base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

const route = (address: string, page: string): string =>
  `  router.post('/${address}/', async (req, res) => {\n    const form = await read(${page}, req);\n` +
  `    if (form.wrong) return refuse(res, form);\n    res.redirect(after(${page}));\n  });\n`;

const write = (...routes: readonly string[]): string =>
  `export function routes({ router }) {\n${routes.join('\n')}\n  return router;\n}\n`;

describe('a route whose address the new version gives to another', () => {
  const [refuse, own] = ['if (form.wrong) return', '// if (form.wrong) return'];
  const base = write(route('list', 'listPage'), route('new', 'newPage'));

  it('keeps what the user changed in it, under its new address', async () => {
    const mine = write(route('list', 'listPage'), route('new', 'newPage').replace(refuse, own));
    const next = write(route('new', 'otherPage'), route('more', 'newPage'));
    const both = write(route('new', 'otherPage'), route('more', 'newPage').replace(refuse, own));
    expect(await merge(base, mine, next)).toBe(both);
    expect(await merge(base, next, mine)).toBe(both);
  });

  it('is known by what it alone says, where it is changed too', async () => {
    const later = (text: string): string => text.replace('after(newPage)', 'after()');
    const mine = write(route('list', 'listPage'), route('new', 'newPage').replace(refuse, own));
    const next = write(route('new', 'otherPage'), later(route('more', 'newPage')));
    const both = write(route('new', 'otherPage'), later(route('more', 'newPage')).replace(refuse, own));
    expect(await merge(base, mine, next)).toBe(both);
  });

  it('is asked about where it may be either', async () => {
    const mine = write(route('list', 'listPage'), route('new', 'newPage').replace(refuse, own));
    const longer = route('new', 'newPage').replace('    res.redirect', '    log(form);\n    res.redirect');
    const next = write(longer, route('more', 'newPage'));
    expect(await merge(base, mine, next)).toContain('<<<<<<< mine');
  });

  it('is asked about where it is gone', async () => {
    const mine = write(route('list', 'listPage').replace(refuse, own), route('new', 'newPage'));
    const next = write(route('list', 'newPage'));
    expect(await merge(base, mine, next)).toContain('<<<<<<< mine');
  });
});
