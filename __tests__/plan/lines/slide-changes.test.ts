import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../lib/plan/merge/index.ts';

async function merge(path: string, base: string, mine: string, next: string): Promise<string> {
  const outcome = await mergeText({ path, base, mine, next });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

/** Neighbours that begin and end alike, and the lines of a frame around them. */
interface Format {
  readonly path: string;
  readonly frame: readonly [string, string];
  readonly part: (name: string) => string;
}

const page: Format = {
  path: 'show.html',
  frame: ['<dl>\n', '</dl>\n'],
  part: (name) => `  <div>\n    <dt>${name}</dt>\n    <dd>{{ record.${name} }}</dd>\n  </div>\n`,
};
const loop: Format = { ...page, part: (name) => `  {% if record %}\n    <b>${name}</b>\n  {% endif %}\n` };
const ejs: Format = {
  path: 'show.ejs',
  frame: ['<dl>\n', '</dl>\n'],
  part: (name) => `  <div>\n    <dd><%= record.${name} %></dd>\n  </div>\n`,
};
const script: Format = {
  path: 'checks.js',
  frame: ['export function check(take) {\n', '}\n'],
  part: (name) => `  take({\n    label: '${name}',\n    kind: 'text',\n  });\n`,
};

const rows: readonly (readonly [string, string, Format])[] = [
  ['{% comment %}', '{% endcomment %}', page],
  ['{% if record.shown %}', '{% endif %}', page],
  ['<!--', '-->', page],
  ['<section>', '</section>', page],
  ['<div class="own">', '</div>', page],
  ['{% comment %}', '{% endcomment %}', loop],
  ['{% if record.shown %}', '{% endif %}', loop],
  ['<% if (record) { %>', '<% } %>', ejs],
  ['<section>', '</section>', ejs],
  ['if (take) {', '}', script],
  ['run(() => {', '});', script],
];

describe('what a side wrapped without deeper indentation', () => {
  it.each(rows)(
    '%s … %s takes in nothing that the other side puts beside it',
    async (open, close, format) => {
      const write = (names: readonly string[], wrapped?: string): string =>
        format.frame.join(
          names
            .map((name) =>
              name === wrapped ? `  ${open}\n${format.part(name)}  ${close}\n` : format.part(name),
            )
            .join(''),
        );
      const names = ['name', 'level', 'rate'];
      for (const wrapped of names) {
        for (const more of [
          ['price', ...names],
          ['name', 'price', 'level', 'rate'],
          ['name', 'level', 'price', 'rate'],
          [...names, 'price'],
        ]) {
          const [base, changed, grown] = [write(names), write(names, wrapped), write(more)];
          const expected = write(more, wrapped);
          expect(await merge(format.path, base, changed, grown)).toBe(expected);
          expect(await merge(format.path, base, grown, changed)).toBe(expected);
        }
      }
    },
  );

  it('takes a change of what is inside a block that the user commented out', async () => {
    const base = page.frame.join(page.part('name') + page.part('level'));
    const comment = (text: string): string =>
      text.replace(/( {2}<div>\n {4}<dt>level[^]*?<\/div>\n)/, '  {% comment %}\n$1  {% endcomment %}\n');
    const next = base.replace('{{ record.level }}', '{{ record.level|upper }}');
    expect(await merge(page.path, base, comment(base), next)).toBe(comment(next));
  });

  it('is not what merely stands beside: there the lines tell the order', async () => {
    const base = page.frame.join(page.part('name') + page.part('level'));
    const mine = base.replace(page.part('level'), `  <hr>\n${page.part('level')}`);
    const next = page.frame.join(page.part('name') + page.part('price') + page.part('level'));
    expect(await merge(page.path, base, mine, next)).toBe(
      next.replace(page.part('price'), `  <hr>\n${page.part('price')}`),
    );
  });
});

describe('parts that end alike', () => {
  const part = (name: string): string => `begin ${name}\n  body of ${name}\n  all\nend\n`;
  const write = (...names: readonly string[]): string => names.map(part).join('\n');

  it('are taken out by one side and put after it by the other, as git merges them', async () => {
    const base = write('first', 'title', 'kind', 'price', 'last');
    const next = write('first', 'kind', 'price', 'title', 'last');
    const remove = (text: string): string => text.replace(part('price'), '');
    expect(await merge('notes.txt', base, remove(base), next)).toBe(remove(next));
  });
});

describe('a part put below lines that were changed', () => {
  const write = (imports: string, ...parts: readonly string[]): string =>
    `${imports}\n\n\n${parts.join('\n\n\n')}\n`;

  it('is one change with them, as git has it: what the other side put above the next part stays there', async () => {
    const [last, gone] = ['class Last:\n    one = 1\n    two = 2', 'class Gone:\n    level = 1'];
    const base = write('import one\nimport two', last, gone);
    const mine = write('import one\nimport two', `"""Own."""\n${last}`, gone);
    const next = write('import one\nimport three', 'class First:\n    kind = 2', last);
    const both = write('import one\nimport three', 'class First:\n    kind = 2', `"""Own."""\n${last}`);
    expect(await merge('notes.txt', base, mine, next)).toBe(both);
    expect(await merge('notes.txt', base, next, mine)).toBe(both);
    expect(await merge('views.py', base, mine, next)).toBe(both);
  });
});
