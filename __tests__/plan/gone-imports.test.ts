import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BuildFolder } from './build-folder.ts';

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
  `this build takes ${what} away, and files that you edited still import it: ${places.map((place) => `apps/demo/${place}`).join(', ')}`;

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

  it('is not where it is there still', async () => {
    const lines = "import { authors } from './schema.js';\nimport { notes } from 'schema';\n";
    expect(await report(first, 'src/app.js', (text) => lines + text, second)).toEqual([]);
  });
});
