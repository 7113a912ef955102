import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

describe('what the user wrapped, where the new version reorders it', () => {
  const entry = (name: string): string =>
    `  <div>\n    <dt>${name}</dt>\n    <dd>${name} is</dd>\n  </div>\n`;
  const page = (...names: string[]): string => `<dl>\n${names.map(entry).join('')}</dl>\n`;
  const wrapEntry = (text: string, name: string): string =>
    text.replace(
      entry(name),
      `  <div class="own">\n${entry(name).replace(/^/gm, '  ').trimEnd()}\n  </div>\n`,
    );

  it.each([
    ['first', 'last', 'middle', 'route', 'count'],
    ['last', 'first', 'middle', 'count', 'route'],
  ])('is wrapped still where %s and last are swapped', async (...names) => {
    const swapped = [names.at(-1)!, ...names.slice(1, -1), names[0]!];
    for (const name of names) {
      const merged = await merge(
        'show.html',
        page(...names),
        wrapEntry(page(...names), name),
        page(...swapped),
      );
      expect(merged).toBe(wrapEntry(page(...swapped), name));
    }
  });

  it('is wrapped still where the user also moved one', async () => {
    const base = page('count', 'email', 'price', 'amount', 'route');
    const mine = wrapEntry(page('count', 'price', 'email', 'amount', 'route'), 'route');
    const next = page('route', 'price', 'email', 'amount', 'count');
    expect(await merge('show.html', base, mine, next)).toBe(wrapEntry(next, 'route'));
  });

  it.each([
    ['a page', 'edit.ejs', (name: string) => `  <%- field('${name}') %>\n`, '<% if (own) { %>', '<% } %>'],
    ['a template', 'edit.html', (name: string) => `  {% field "${name}" %}\n`, '{% if own %}', '{% endif %}'],
  ])('stands where it stands in %s', async (_, path, line, open, close) => {
    const form = (...names: string[]): string => `<form>\n${names.map(line).join('')}</form>\n`;
    const wrap = (text: string, name: string): string =>
      text.replace(line(name), `  ${open}\n  ${line(name)}  ${close}\n`);
    const base = form('name', 'token', 'weight', 'paid', 'region');
    const next = form('region', 'paid', 'weight', 'token', 'name');
    for (const name of ['name', 'token', 'weight', 'paid', 'region'])
      expect(await merge(path, base, wrap(base, name), next)).toBe(wrap(next, name));
  });
});

describe('what the user wrapped around two entries, where the new version reorders others', () => {
  it.each([
    ['a page', 'nav.ejs', '<% if (own) { %>', '<% } %>'],
    ['a template', 'nav.html', '{% if own %}', '{% endif %}'],
  ])('stands where they stand in %s', async (_, path, open, close) => {
    const item = (name: string): string => `  <li><a href="/${name}/">${name}</a></li>\n`;
    const list = (...names: string[]): string => `<ul>\n${names.map(item).join('')}</ul>\n`;
    const both = item('cars') + item('jobs');
    const wrap = (text: string): string =>
      text.replace(both, `  ${open}\n${both.replace(/^/gm, '  ').trimEnd()}\n  ${close}\n`);
    const base = list('home', 'bills', 'cars', 'jobs', 'end');
    for (const next of [
      list('home', 'end', 'bills', 'cars', 'jobs'),
      list('cars', 'jobs', 'home', 'bills', 'end'),
    ])
      expect(await merge(path, base, wrap(base), next)).toBe(wrap(next));
    const without = (text: string): string => text.replace(item('bills'), '');
    const next = list('home', 'end', 'bills', 'cars', 'jobs');
    expect(await merge(path, base, without(wrap(base)), next)).toBe(without(wrap(next)));
  });
});

describe('what the user left of an entry, where the new version reorders it', () => {
  const link = (name: string): string => `<a href="/${name}/">\n      <b>${name}</b>\n    </a>\n`;
  const entry = (name: string): string => `  <li>\n    ${link(name)}  </li>\n`;
  const page = (...names: string[]): string => `<ul>\n${names.map(entry).join('')}</ul>\n`;
  const unwrap = (text: string, name: string): string =>
    text.replace(entry(name), `  ${link(name).replace(/^ {2}/gm, '')}`);

  it.each(['one', 'two', 'three'])('stands where it stands: %s', async (name) => {
    const [base, next] = [page('one', 'two', 'three'), page('three', 'two', 'one')];
    expect(await merge('home.html', base, unwrap(base, name), next)).toBe(unwrap(next, name));
  });
});

describe('what the user put between two that move together', () => {
  const record = (name: string): string =>
    `class ${name}Form:\n    """${name}."""\n\n    shown = "${name}"\n`;
  const file = (...names: string[]): string => `import forms\n\n\n${names.map(record).join('\n\n')}`;
  const add = (text: string): string => text.replace('class EditForm', 'limit = 17\nclass EditForm');

  it.each([
    ['down', ['New', 'Edit', 'Route', 'Stop', 'Trip'], ['Route', 'Stop', 'Trip', 'New', 'Edit']],
    ['up', ['Route', 'Stop', 'Trip', 'New', 'Edit'], ['New', 'Edit', 'Route', 'Stop', 'Trip']],
  ])('stays between them: %s', async (_, before, after) => {
    const merged = await merge('app/forms.py', file(...before), add(file(...before)), file(...after));
    expect(merged).toBe(add(file(...after)));
  });
});

describe('an element that the user changed, with one of theirs beside it', () => {
  it.each([
    ['above', '"own", "price own"'],
    ['below', '"price own", "own"'],
  ])('has what the new version adds below it there: %s', async (_, own) => {
    const list = (elements: string): string => `fields = ["name", "score", ${elements}]\nlimit = 3\n`;
    const merged = await merge(
      'app/forms.py',
      list('"price"'),
      `${list(own)}own = 1\n`,
      list('"price", "street"'),
    );
    const expected = own.replace('"price own"', '"price own", "street"');
    expect([`${list(expected)}own = 1\n`, `${list(`${own}, "street"`)}own = 1\n`]).toContain(merged);
  });
});

describe('what the user put in the place of an entry', () => {
  it('stands where that stood, above what the new version adds below', async () => {
    const entry = (name: string): string => `  <li>\n    <a href="/${name}/">${name}</a>\n  </li>\n`;
    const page = (...entries: string[]): string => `<h1>All</h1>\n<ul>\n${entries.join('')}</ul>\n`;
    const own = '  {% if own %}\n    <b>Own</b>\n  {% endif %}\n';
    const merged = await merge(
      'home.html',
      page(entry('one'), entry('two')),
      page(entry('one'), own).replace('<h1>', '<h1 class="own">'),
      page(entry('one'), entry('two'), entry('three')).replace('All', 'Everything'),
    );
    expect(merged).toBe(
      page(entry('one'), own, entry('three')).replace('<h1>All', '<h1 class="own">Everything'),
    );
  });
});

describe('what the user put below what the new version removes', () => {
  it('stands above what followed it, where others move', async () => {
    const item = (name: string): string => `  <li><a href="/${name}/">${name}</a></li>\n`;
    const list = (...names: string[]): string => `<ul>\n${names.map(item).join('')}</ul>\n`;
    const merged = await merge(
      'nav.html',
      list('home', 'cars', 'jobs', 'end'),
      list('home', 'cars', 'jobs', 'own', 'end'),
      list('home', 'end', 'cars'),
    );
    expect(merged).toBe(list('home', 'own', 'end', 'cars'));
  });
});

describe('what the new version adds after what the user deleted', () => {
  it('stands above what has surely not moved, where the two above changed places', async () => {
    const item = (name: string): string => `  <li><a href="/${name}/">${name}</a></li>\n`;
    const list = (...names: string[]): string => `<ul>\n${names.map(item).join('')}</ul>\n`;
    const merged = await merge(
      'nav.html',
      list('home', 'courses', 'venues', 'end'),
      list('courses', 'home', 'end'),
      list('home', 'courses', 'venues', 'visits', 'end'),
    );
    expect(merged).toBe(list('courses', 'home', 'visits', 'end'));
  });
});

describe('a class that the user put under a condition and changed within', () => {
  const admin = (name: string, lines: readonly string[] = ['show', 'find', 'read']): string =>
    `@register(models.${name})\nclass ${name}Admin(Admin):\n${lines.map((line) => `    ${line} = ["${line === 'show' ? name : 'id'}"]\n`).join('')}`;
  const file = (...parts: string[]): string => `from .records import Admin\n\n\n${parts.join('\n\n')}`;
  const wrapped = (name: string): string =>
    `if own:\n${admin(name, ['find', 'show', 'read']).replace(/^/gm, '    ').trimEnd()}\n`;

  it('moves with the new version, in one piece', async () => {
    const merged = await merge(
      'app/admin.py',
      file(admin('Branch'), admin('Guest'), admin('Sample')),
      file(admin('Branch'), wrapped('Guest'), admin('Sample')),
      file(admin('Branch'), admin('Sample'), admin('Guest')),
    );
    expect(merged).toBe(file(admin('Branch'), admin('Sample'), wrapped('Guest')));
  });

  it('is asked about where the new version removes it', async () => {
    const merged = await merge(
      'app/admin.py',
      file(admin('Guest'), admin('Sample')),
      file(wrapped('Guest'), admin('Sample')),
      file(admin('Sample')),
    );
    expect(merged).toContain('<<<<<<< mine');
  });
});
