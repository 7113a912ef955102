import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import { BuildFolder } from './build-folder.ts';
import type { TreeEntry } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder();
});
afterEach(() => folder.discard());

/** What a build says where it makes other files after the user edited one of the first. */
async function report(
  first: Record<string, string>,
  path: string,
  edit: (text: string) => string,
  second: Record<string, string>,
): Promise<string[]> {
  await folder.build(first);
  folder.write(`apps/demo/${path}`, edit(first[path]!));
  const { diagnostics } = await folder.build(second);
  return diagnostics.filter(({ code }) => code === 'DZL416').map(({ message }) => message);
}

const said = (what: string, ...places: string[]): string =>
  `${what} is gone, and files that you edited still import it: ${places.map((place) => `apps/demo/${place}`).join(', ')}`;

describe('Python that imports what a build takes away', () => {
  const views = 'class NoteView:\n    pass\n';
  const models = (...names: string[]): string =>
    names.map((name) => `class ${name}:\n    pass\n`).join('\n\n') || '"""None."""\n';
  const urls = (names: string): string =>
    `from .views import ${names}\n\nurlpatterns = [\n    path("", home.View),\n]\n`;
  const own = '    path("mine/", note.NoteView),\n]';

  it('is named where a module is deleted', async () => {
    const first = {
      'app/urls.py': urls('home, note'),
      'app/views/home.py': views,
      'app/views/note.py': views,
    };
    const second = { 'app/urls.py': urls('home'), 'app/views/home.py': views };
    const edit = (text: string): string => text.replace(/\]$/m, own);
    expect(await report(first, 'app/urls.py', edit, second)).toEqual([
      said('apps/demo/app/views/note.py', 'app/urls.py:1', 'app/urls.py:5'),
    ]);
  });

  it.each([
    ['a list of names', 'from .models import (\n    Author,\n    Note,  # mine\n)\n', 'app/admin.py:5'],
    ['another name', 'from app.models import Note as Mine\n', 'app/admin.py:3'],
    [
      'a member of the module',
      'from . import models\n\nshow(models.Note, other.models.Note)\n',
      'app/admin.py:5',
    ],
  ])('is named where a definition is gone: %s', async (_, lines, place) => {
    const first = { 'app/admin.py': 'import site\n\n', 'app/models.py': models('Author', 'Note') };
    const second = { 'app/admin.py': 'import site\n\n', 'app/models.py': models('Author') };
    const add = (text: string): string => `${text}${lines}`;
    expect(await report(first, 'app/admin.py', add, second)).toEqual([
      said('"Note" of apps/demo/app/models.py', place),
    ]);
  });

  it('is named in every place, in short in eight', async () => {
    const first = { 'app/admin.py': 'import site\n\n', 'app/models.py': models('Author', 'Note') };
    await folder.build(first);
    folder.write('apps/demo/app/admin.py', `import site\n\n${'from .models import Note\n'.repeat(10)}`);
    const { diagnostics } = await folder.build({ ...first, 'app/models.py': models('Author') });
    const [warning] = diagnostics.filter(({ code }) => code === 'DZL416');
    const places = Array.from({ length: 10 }, (_, at) => `apps/demo/app/admin.py:${at + 3}`);
    expect(warning!.message.endsWith(`: ${places.join(', ')}`)).toBe(true);
    expect(warning!.brief!.endsWith(`: ${places.slice(0, 8).join(', ')} and 2 more`)).toBe(true);
  });

  it('is not where the user kept the definition, nor of what was never there', async () => {
    const first = { 'app/admin.py': 'import site\n', 'app/models.py': models('Author') };
    const lines =
      'import site\nfrom .models import Note, Author\nfrom .other import Note\nfrom notes import Note\n';
    expect(
      await report(first, 'app/admin.py', () => lines, {
        ...first,
        'app/models.py': models('Author', 'Pen'),
      }),
    ).toEqual([]);
    folder.write('apps/demo/app/models.py', models('Author', 'Pen', 'Note'));
    expect((await folder.build(first)).diagnostics.map(({ code }) => code)).toEqual([]);
  });
});

describe('JavaScript that imports what a build takes away', () => {
  const schema = (...names: string[]): string => names.map((name) => `export const ${name} = 1;\n`).join('');
  const first = {
    'src/app.js': 'start();\n',
    'src/schema.js': schema('authors', 'notes'),
    'src/notes.js': schema('all'),
  };
  const second = { 'src/app.js': 'start();\n', 'src/schema.js': schema('authors') };

  it.each([
    ['a module', "import { all } from './notes.js';\n", said('apps/demo/src/notes.js', 'src/app.js:1')],
    ['a module for what it does', "import './notes.js';\n", said('apps/demo/src/notes.js', 'src/app.js:1')],
    [
      'a name',
      "import {\n  authors,\n  notes as mine,\n} from './schema.js';\n",
      said('"notes" of apps/demo/src/schema.js', 'src/app.js:3'),
    ],
    [
      'a member',
      "import * as tables from './schema.js';\nshow(tables.notes, tables.authors);\n",
      said('"notes" of apps/demo/src/schema.js', 'src/app.js:2'),
    ],
  ])('is named: %s', async (_, lines, message) => {
    expect(await report(first, 'src/app.js', (text) => lines + text, second)).toEqual([message]);
  });

  it('is named where the file behind it moves', async () => {
    const files = (path: string, ...names: string[]): Record<string, TreeEntry> => ({
      'src/app.js': 'start();\n',
      [path]: { contents: schema(...names), identity: 'demo/files/entity:Visit/module' },
    });
    await folder.build(files('src/visit.js', 'all', 'some'));
    const mine = "import { all } from './visit.js';\nimport { some } from './call.js';\nstart();\n";
    folder.write('apps/demo/src/app.js', mine);
    const { diagnostics } = await folder.build(files('src/call.js', 'all'));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      said('"some" of apps/demo/src/call.js', 'src/app.js:2'),
      said('apps/demo/src/visit.js', 'src/app.js:1'),
    ]);
  });

  it('is not where it is there still', async () => {
    const lines = "import { authors } from './schema.js';\nimport { notes } from 'schema';\n";
    expect(await report(first, 'src/app.js', (text) => lines + text, second)).toEqual([]);
  });
});

describe('what a conflict leaves or takes', () => {
  const line = (name: string): string => `export const ${name} = table('${name}');\n`;
  const first = {
    'src/app.js': "import { router } from 'router';\n\nstart();\n",
    'src/schema.js': `${line('authors')}\n${line('notes')}`,
  };
  const second = { ...first, 'src/schema.js': line('authors') };
  const readers = { 'apps/demo/src/app.js': "import { notes } from './schema.js';\n\nstart(notes);\n" };
  const edits = {
    ...readers,
    'apps/demo/src/schema.js': `${line('authors')}\n${line('notes').replace('table', 'view')}`,
  };
  const isGone = said('"notes" of apps/demo/src/schema.js', 'src/app.js:1');

  const editAll = (files: Record<string, string>): void => {
    for (const [path, text] of Object.entries(files)) folder.write(path, text);
  };
  const only = (settled: { diagnostics: readonly { code: string; message: string }[] }): string[] =>
    settled.diagnostics.filter(({ code }) => code === 'DZL416').map(({ message }) => message);
  const resolve = async (kind: 'keep' | 'take', paths: string[] = []): Promise<string[]> => {
    const plan = await planResolve(folder.dir, { paths });
    const settled = await settlePlan(plan, { policy: 'ask', settlement: { kind } });
    await commitPlan(settled);
    return only(settled);
  };

  it('is named where a resolve takes a definition away, not where it stays', async () => {
    await folder.build(first);
    editAll(edits);
    expect(only(await folder.build(second))).toEqual([]);
    expect(await resolve('take')).toEqual([isGone]);
  });

  it('is not named where a resolve keeps the definition', async () => {
    await folder.build(first);
    editAll(edits);
    await folder.build(second);
    expect(await resolve('keep')).toEqual([]);
  });

  it('is named where a build is to take the new version', async () => {
    await folder.build(first);
    editAll(edits);
    expect(only(await folder.build(second, {}, { policy: 'take' }))).toEqual([isGone]);
    expect(only(await folder.build(second))).toEqual([]);
  });

  it('is named where a resolve keeps an import of what an earlier build took', async () => {
    const routes = (name: string, options = ''): string =>
      `import { ${name}Routes } from './${name}.js';\n\nrouter.use(${name}Routes(${options}));\n`;
    const before = { 'src/index.js': routes('note'), 'src/note.js': 'export const noteRoutes = 1;\n' };
    const after = { 'src/index.js': routes('pen', 'more'), 'src/pen.js': 'export const penRoutes = 1;\n' };
    await folder.build(before);
    folder.write('apps/demo/src/index.js', routes('note', 'mine'));
    const message = said('apps/demo/src/note.js', 'src/index.js:2');
    expect(only(await folder.build(after))).toEqual([message]);
    expect(await resolve('keep')).toEqual([message]);
    expect(only(await folder.build(after))).toEqual([]);
  });

  it('is nothing that a file hands on in another way', async () => {
    const first = (options: string): Record<string, string> => ({
      'src/schema.js': `import { table } from './dialect.js';\n\nstart(table(${options}));\n`,
      'src/dialect.js': 'export const { table } = await choose();\n',
    });
    await folder.build(first(''));
    folder.write('apps/demo/src/schema.js', first('mine')['src/schema.js']!);
    const { diagnostics, unsettled } = await folder.build(first('more'));
    expect([diagnostics, unsettled]).toEqual([[], ['apps/demo/src/schema.js']]);
  });

  it('is no import that may mean several files, nor one of a file in the way', async () => {
    const start = (options: string): Record<string, string> => ({ 'src/app.js': `start(${options});\n` });
    await folder.build(start(''));
    folder.write('apps/demo/src/app.js', "import './parts';\n\nstart('mine');\n");
    folder.write('apps/demo/src/mine.js', "import './nowhere.js';\n\nstart('mine');\n");
    const settled = await folder.build({ ...start('more'), 'src/mine.js': 'start();\n' });
    expect([settled.diagnostics, settled.unsettled.length]).toEqual([[], 2]);
  });

  it('is no definition that was not there before', async () => {
    await folder.build(first);
    editAll({ ...readers, 'apps/demo/src/schema.js': line('authors') });
    expect(only(await folder.build(second))).toEqual([]);
  });
});

describe('a name that nothing binds any more', () => {
  const urls = (names: string, lines: string): string =>
    `from .views import ${names}\n\nurlpatterns = [\n    path("", home.View),\n${lines}]\n`;
  const view = 'class View:\n    pass\n';

  it('is named where the file behind it is deleted', async () => {
    const line = '    path("notes/", note.View),\n';
    const first = {
      'app/urls.py': urls('home, note', line),
      'app/views/home.py': view,
      'app/views/note.py': view,
    };
    const second = { 'app/urls.py': urls('home', ''), 'app/views/home.py': view };
    const edit = (): string => urls('home', `    # note.View\n${line}    path("mine/", home.Mine),\n`);
    expect(await report(first, 'app/urls.py', edit, second)).toEqual([
      said('apps/demo/app/views/note.py', 'app/urls.py:6'),
    ]);
  });

  it('is not where the user binds it', async () => {
    const first = { 'app/urls.py': urls('home, note', ''), 'app/views/note.py': view };
    const second = { 'app/urls.py': urls('home', '') };
    const edit = (): string => `note = find()\n${urls('home', '    path("notes/", note.View),\n')}`;
    expect(await report(first, 'app/urls.py', edit, second)).toEqual([]);
  });
});
