import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { createTreeStore } from '../../lib/tree/create-tree.ts';
import type { Tree } from '../../lib/tree/tree.ts';

const templates: Record<string, string> = {
  'models.py.ejs': `class <%= it.entity.name %>:\n    title = <%- py(it.entity.title) %>\n`,
  'page.html.ejs': `<h1><%= it.title %></h1>\n<%- partial('parts/row.html', { label: it.title }) -%>\n`,
  'parts/row.html.ejs': `<td><%= it.label %></td>`,
  'list.ejs.ejs': `<h1><?= it.title ?></h1>\n<% for (const row of rows) { %><%= row.name %><% } %>\n`,
  'typo.py.ejs': `# one\n# two\n<%= it.entity.tittle %>\n`,
  'broken.py.ejs': `# one\n<% for (const x of it.xs { %>\n<% } %>\n`,
  'unclosed.py.ejs': `# one\n<%= it.a %>\n<%= it.b\n<%= it.c %>\n`,
  'nothing.py.ejs': `<%= it.entity.help %>`,
  'frozen.py.ejs': `<% for (const field of it.fields) { %><%= field.type.kind %>;<% } %>`,
};

let folder: string;
let url: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dazzle-tree-'));
  for (const [name, text] of Object.entries(templates)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  url = pathToFileURL(`${folder}/`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function makeTree(): Promise<Tree> {
  const store = await createTreeStore();
  return store.face({ backend: 'demo', outputDir: 'apps/demo', templates: url, writer: 'models' });
}

function failureOf(act: () => unknown): Pick<Diagnostic, 'code' | 'message'> {
  try {
    act();
  } catch (error) {
    if (error instanceof DazzleError) {
      return { code: error.diagnostics[0]!.code, message: error.diagnostics[0]!.message };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a template', () => {
  it('gets its values as `it` and the literals by name', async () => {
    const tree = await makeTree();
    tree.render('models.py', 'models.py', { entity: { name: 'Task', title: 'A "task"' } });
    expect(tree.read('models.py')).toBe('class Task:\n    title = "A \\"task\\""\n');
  });

  it('escapes HTML and template marks in a page, also in partials', async () => {
    const tree = await makeTree();
    expect(tree.renderText('page.html.ejs', { title: `<b> {{ x }} {% y %}` })).toBe(
      '<h1>&lt;b&gt; &#123;&#123; x }} &#123;% y %}</h1>\n<td>&lt;b&gt; &#123;&#123; x }} &#123;% y %}</td>',
    );
  });

  it('that makes an EJS view has tags of its own', async () => {
    const tree = await makeTree();
    expect(tree.renderText('list.ejs', { title: 'R&D <% x %>' })).toBe(
      '<h1>R&amp;D &lt;% x %&gt;</h1>\n<% for (const row of rows) { %><%= row.name %><% } %>\n',
    );
  });

  it('reads deeply frozen values', async () => {
    const tree = await makeTree();
    const fields = Object.freeze([Object.freeze({ type: Object.freeze({ kind: 'str' }) })]);
    expect(tree.renderText('frozen.py', Object.freeze({ fields }))).toBe('str;');
  });

  it.each([
    ['missing.py', {}, 'DZL316', `there is no template "missing.py" in`],
    [
      'typo.py',
      { entity: { title: 'x' } },
      'DZL318',
      'template typo.py.ejs:3 failed: it.entity has no "tittle"; did you mean "title"?',
    ],
    ['broken.py', {}, 'DZL317', 'template broken.py.ejs:2 does not compile: '],
    [
      'unclosed.py',
      {},
      'DZL317',
      'template unclosed.py.ejs:3 does not compile: Could not find matching close tag',
    ],
    [
      'nothing.py',
      { entity: { help: null } },
      'DZL318',
      'template nothing.py.ejs:1 failed: a template can print text, numbers and booleans, but not null',
    ],
  ])('named %s fails with its line', async (name, values, code, message) => {
    const tree = await makeTree();
    const failure = failureOf(() => tree.renderText(name, values));
    expect(failure.code).toBe(code);
    expect(failure.message.slice(0, message.length)).toBe(message);
  });
});
