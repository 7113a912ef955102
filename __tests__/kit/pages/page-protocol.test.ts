import { beforeAll, describe, expect, it } from '@jest/globals';
import { pageProtocol } from '../../../lib/index.ts';
import { bothBackends, textOf, type BothBackends } from '../both-backends.ts';

const surface = (name: string, mode: string, more = ''): string =>
  `surface ${name} "${name}":\n  uses entity Task\n  mode: ${mode}\n  section main:\n    field title\n${more}\n`;
const step = (name: string, lines: readonly string[]): string =>
  `  step ${name}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const page = (name: string, next: string): string =>
  step(name, ['kind: surface', `surface task_${name}`, `on success -> step ${next}`]);

const dsl = `entity Task "Task":
  id: uuid pk
  title: str(80) required

${surface('task_list', 'list')}${surface('task_view', 'view', '  action begin "Begin":\n    on click -> experience review\n')}
${surface('task_edit', 'edit', '  action send "Send":\n    on submit -> surface task_list\n')}
experience review "Review":
  start at step list
${page('list', 'view')}${page('view', 'edit')}${page('edit', 'pay')}${step('pay', ['kind: process', 'on failure -> step list'])}`;

const { query, form, pressed, outcomes } = pageProtocol;

/** What the first group of an expression finds in a text, each once, in the order of the alphabet. */
function foundIn(text: string, expression: RegExp): string[] {
  const found = [...text.matchAll(expression)].map(([, one]) => one!);
  return [...new Set(found)].sort();
}

describe.each(['django', 'express'] as const)('What browsers say to the pages of %s', (backend) => {
  let files: BothBackends[typeof backend];
  let markup: string;
  let code: string;

  beforeAll(async () => {
    files = (await bothBackends(dsl))[backend];
    markup = textOf(files, /\bapp\/templates\/|^views\/(?!admin).*\.ejs$/);
    code = textOf(files, /\bapp\/(views|templatetags)\/.*\.py$|^src\/.*\.js$/);
  });

  it('has the inputs of the protocol, and that of the CSRF token', () => {
    const sent = foundIn(markup, /name="(_\w+)"/g);
    expect(sent.filter((name) => name !== '_csrf')).toEqual(Object.values(form).toSorted());
  });

  it('has the values of the protocol', () => {
    const valuesOf = (name: string): string[] =>
      foundIn(markup, new RegExp(`name="${name}" value="([^"]+)"`, 'g'));
    expect(valuesOf(form.continue)).toEqual([pressed]);
    expect(valuesOf(form.cancel)).toEqual([pressed]);
    expect(valuesOf(form.outcome)).toEqual(Object.values(outcomes).toSorted());
    expect(valuesOf(form.action)).toEqual(['send']);
    expect(markup).toMatch(new RegExp(`\\?${query.record}=Task:(\\{\\{|<%=)`));
  });

  it('is what their code reads', () => {
    const read =
      backend === 'django'
        ? foundIn(code, /(?:POST(?:\.get\(|\[)|\bif )"(_\w+)"/g)
        : foundIn(code, /(?<=body\??\.|')(_[a-z]+)(?=\b(?!')|' in req\.body)/g);
    // In Express, what none of the others says goes on.
    const known = Object.values(form).filter((name) => backend === 'django' || name !== form.continue);
    expect(read.filter((name) => !['_csrf', '_record'].includes(name))).toEqual(known.toSorted());
    expect(code).toMatch(new RegExp(`_outcome(?:"\\)|) ={2,3} ["']${outcomes.failure}["']`));
  });

  it('has the query parameters of the protocol', () => {
    const read =
      backend === 'django'
        ? foundIn(code, /(?:GET(?:\.get\(|\[)|query\[|values\.get\()"(\w+)"/g)
        : foundIn(textOf(files, /src\/(records\/list|experiences\/routes)\.js$/), /\bquery\.(\w+)/g);
    expect(read.filter((name) => name !== 'size')).toEqual(Object.values(query).toSorted());
    expect(markup).toContain(`name="${query.sort}" value=`);
  });
});
