import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

/** A file of entries that differ in one line; one of them has a line more, or one less. */
interface Format {
  readonly path: string;
  readonly write: (entries: string) => string;
  readonly entry: (name: string, own: boolean, less: boolean) => string;
}

const formats: readonly Format[] = [
  {
    path: 'home.html',
    write: (entries) => `<ul>\n${entries}</ul>\n`,
    entry: (name, own, less) =>
      `  <li>\n    <a href="/${name}/">\n      <b>${name}</b>\n    </a>\n` +
      `${less ? '' : '    <em>all</em>\n'}${own ? '    <i>own</i>\n' : ''}  </li>\n`,
  },
  {
    path: 'table.html',
    write: (entries) => `<table>\n${entries}</table>\n`,
    entry: (name, own, less) =>
      `  <tr>\n    <td>\n      {{ ${name} }}\n    </td>\n` +
      `${less ? '' : '    <td>all</td>\n'}${own ? '    <td>own</td>\n' : ''}  </tr>\n`,
  },
  {
    path: 'home.ejs',
    write: (entries) => `<ul>\n${entries}</ul>\n`,
    entry: (name, own, less) =>
      `  <li>\n    <b>\n      <%= ${name} %>\n    </b>\n` +
      `${less ? '' : '    <em>all</em>\n'}${own ? '    <i>own</i>\n' : ''}  </li>\n`,
  },
  {
    path: 'fields.js',
    write: (entries) => `export const fields = [\n${entries}];\n`,
    entry: (name, own, less) =>
      `  {\n    label: '${name}',\n    kind: 'text',\n${less ? '' : '    all: true,\n'}${own ? '    own: true,\n' : ''}  },\n`,
  },
  {
    path: 'calls.js',
    write: (entries) => `export const fields = [\n${entries}];\n`,
    entry: (name, own, less) =>
      `  field({\n    label: '${name}',\n    kind: 'text',\n${less ? '' : '    all: true,\n'}${own ? '    own: true,\n' : ''}  }),\n`,
  },
  {
    path: 'fields.py',
    write: (entries) => `fields = [\n${entries}]\n`,
    entry: (name, own, less) =>
      `    {\n        "label": "${name}",\n        "kind": "text",\n` +
      `${less ? '' : '        "all": True,\n'}${own ? '        "own": True,\n' : ''}    },\n`,
  },
  {
    path: 'calls.py',
    write: (entries) => `fields = [\n${entries}]\n`,
    entry: (name, own, less) =>
      `    field(\n        label="${name}",\n        kind="text",\n` +
      `${less ? '' : '        all=True,\n'}${own ? '        own=True,\n' : ''}    ),\n`,
  },
  {
    path: 'steps.yml',
    write: (entries) => `steps:\n${entries}`,
    entry: (name, own, less) =>
      `  - label: ${name}\n    kind: text\n${less ? '' : '    all: true\n'}${own ? '    own: true\n' : ''}`,
  },
  {
    path: 'tables.toml',
    write: (entries) => entries,
    entry: (name, own, less) =>
      `[[fields]]\nlabel = "${name}"\nkind = "text"\n${less ? '' : 'all = true\n'}${own ? 'own = true\n' : ''}\n`,
  },
];

const names = ['visit', 'quote', 'shift', 'client'];
const orders = [
  ['client', 'quote', 'visit', 'shift'],
  ['shift', 'client', 'visit'],
  ['quote', 'extra', 'shift', 'visit', 'client'],
];

describe.each(formats)('entries without a name in $path', ({ path, write, entry }) => {
  const list = (order: readonly string[], edited?: string, edit?: 'more' | 'less'): string =>
    write(
      order
        .map((name) => entry(name, name === edited && edit === 'more', name === edited && edit === 'less'))
        .join(''),
    );
  const base = list(names);
  const isOrdered = /\.(?:yml|toml)$/.test(path);

  it.each(orders)(
    'keep what the user changed in them where they stand now: %s, %s, %s …',
    async (...order) => {
      for (const name of names.filter((known) => order.includes(known))) {
        for (const edit of ['more', 'less'] as const) {
          const [edited, moved] = [list(names, name, edit), list(order)];
          for (const [mine, next] of [
            [edited, moved],
            [moved, edited],
          ] as const) {
            const merged = await merge(path, base, mine, next);
            // Where the order of entries counts it is asked about.
            if (!isOrdered || !merged.includes('<<<<<<< mine')) expect(merged).toBe(list(order, name, edit));
          }
        }
      }
    },
  );
});

describe('entries without a name whose first line the user changed', () => {
  const heads = [
    [/<li>/, '<li class="own">'],
    [/<tr>/, '<tr class="own">'],
    [/\bfield\(/, 'own_field('],
  ] as const;
  const marked = formats.flatMap(({ path, write, entry }) => {
    const head = heads.find(([plain]) => plain.test(entry('visit', false, false)));
    return head ? [{ path, write, entry, head }] : [];
  });

  it.each(marked)('keep the change where they stand now in $path', async ({ path, write, entry, head }) => {
    const list = (order: readonly string[], edited?: string): string =>
      write(
        order
          .map((name) =>
            name === edited ? entry(name, false, false).replace(head[0], head[1]) : entry(name, false, false),
          )
          .join(''),
      );
    for (const order of orders) {
      for (const name of names.filter((known) => order.includes(known))) {
        const [edited, moved] = [list(names, name), list(order)];
        expect(await merge(path, list(names), edited, moved)).toBe(list(order, name));
        expect(await merge(path, list(names), moved, edited)).toBe(list(order, name));
      }
    }
  });
});

describe('a block that the user copied', () => {
  const menu = (id: string, ...lines: readonly string[]): string =>
    `<nav${id}>\n  <ul>\n${lines.map((line) => `    <li>${line}</li>\n`).join('')}  </ul>\n</nav>\n`;

  it('is not one that moved: the new version changes the one that the lines tell', async () => {
    const base = menu(' id="main"', 'one', 'two', 'three');
    const mine = menu(' id="main"', 'one', 'two') + menu('', 'one', 'two', 'three');
    const next = menu(' id="main"', 'one', 'two and a half', 'three');
    expect(await merge('page.html', base, mine, next)).toBe(
      menu(' id="main"', 'one', 'two and a half') + menu('', 'one', 'two', 'three'),
    );
  });
});

describe('a block to whose end both sides add, a blank line apart', () => {
  const form = (name: string, ...lines: readonly string[]): string =>
    `class ${name}(Form):\n    name = 1\n${lines.map((line) => `${line}\n`).join('')}`;

  it('is where it was: both additions are in it', async () => {
    const other = form('Filters', '    kind = 1');
    const base = `${form('Edit')}\n\n${other}`;
    const own = ['', '    @staticmethod', '    def own(value):', '        return value'];
    const mine = `${form('Edit', ...own)}\n\n${other}`;
    const next = `${form('Edit', '    level = 1')}\n\n${form('Filters', '    kind = 2')}`;
    const both = `${form('Edit', '    level = 1', ...own)}\n\n${form('Filters', '    kind = 2')}`;
    expect(await merge('forms.py', base, mine, next)).toBe(both);
    expect(await merge('forms.py', base, next, mine)).toBe(both);
  });
});
