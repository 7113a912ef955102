import { describe, expect, it } from '@jest/globals';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { createTreeStore } from '../../lib/tree/create-tree.ts';
import type { Tree } from '../../lib/tree/tree.ts';

const url = new URL('file:///templates/');

async function makeFaces(...writers: string[]): Promise<Tree[]> {
  const store = await createTreeStore();
  return writers.map((writer) =>
    store.face({ backend: 'django_micro', outputDir: 'apps/django_micro', templates: url, writer }),
  );
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

describe('a tree', () => {
  it('keeps what is written, by path, with its writer and options', async () => {
    const store = await createTreeStore();
    const tree = store.face({ backend: 'b', outputDir: 'apps/b', templates: url, writer: 'models' });
    tree.write('app/models.py', 'x = 1\n', { subject: 'entity:Ticket' });
    tree.write('.env', 'A=1\n', { once: 'secret', mode: 0o600 });
    expect(tree.files()).toEqual([
      {
        path: '.env',
        projectPath: 'apps/b/.env',
        backend: 'b',
        contents: 'A=1\n',
        writer: 'models',
        formatted: false,
        once: 'secret',
        mode: 0o600,
      },
      {
        path: 'app/models.py',
        projectPath: 'apps/b/app/models.py',
        backend: 'b',
        contents: 'x = 1\n',
        writer: 'models',
        formatted: false,
        subject: 'entity:Ticket',
      },
    ]);
    expect(store.nextFiles().map(({ path, mode, once, identity }) => [path, mode, once, identity])).toEqual([
      ['apps/b/.env', 0o600, 'secret', 'b/models/-/.env'],
      ['apps/b/app/models.py', 0o644, null, 'b/models/entity:Ticket/models.py'],
    ]);
  });

  it('lets any writer read, change and remove a file that exists', async () => {
    const [models, admin] = await makeFaces('models', 'admin');
    models!.write('urls.py', 'a\n');
    admin!.update('urls.py', (text) => `${text}b\n`);
    expect(models!.read('urls.py')).toBe('a\nb\n');
    admin!.remove('urls.py');
    expect(models!.exists('urls.py')).toBe(false);
    models!.write('urls.py/inner.py', 'c\n');
    expect(admin!.files().map(({ path }) => path)).toEqual(['urls.py/inner.py']);
  });

  it('keeps bytes as they are', async () => {
    const store = await createTreeStore();
    const bytes = Uint8Array.from([0, 255, 128]);
    store.face({ backend: 'b', outputDir: 'b', templates: url, writer: 'w' }).write('icon.png', bytes);
    expect(Uint8Array.from(store.nextFiles()[0]!.contents)).toEqual(bytes);
  });

  it.each([
    ['../x.py', 'it has the segment ".."'],
    ['a/../../x.py', 'it has the segment ".."'],
    ['/etc/x', 'it is absolute'],
    ['C:/x', 'it is absolute'],
    ['a\\b', 'it has a backslash; paths are written with "/"'],
    ['a//b', 'a folder name in it is empty'],
    ['', 'it is empty'],
    ['models/con.py', '"con.py" is the name of a device on Windows'],
    ['NUL', '"NUL" is the name of a device on Windows'],
    ['a\u0000b', 'it has a control character'],
    ['a\nb', 'it has a control character'],
    ['a/b.', '"b." ends with a dot or a space'],
  ])('refuses the path %j', async (path, reason) => {
    const [tree] = await makeFaces('models');
    expect(failureOf(() => tree!.write(path, ''))).toEqual({
      code: 'DZL310',
      message: `models cannot write ${JSON.stringify(path)}: ${reason}`,
    });
  });

  it('refuses a second writer of a path and names both', async () => {
    const [models, forms] = await makeFaces('models', 'forms');
    models!.write('app/models.py', '');
    expect(failureOf(() => forms!.write('app/models.py', ''))).toEqual({
      code: 'DZL311',
      message: 'models and forms both write apps/django_micro/app/models.py',
    });
    expect(failureOf(() => models!.write('app/models.py', ''))).toEqual({
      code: 'DZL311',
      message: 'models writes apps/django_micro/app/models.py twice',
    });
  });

  it('refuses two paths that differ only in case', async () => {
    const [tree] = await makeFaces('views');
    tree!.write('Task.html', '');
    expect(failureOf(() => tree!.write('task.html', '')).code).toBe('DZL313');
  });

  it('refuses a file where another file needs a folder', async () => {
    const [tree] = await makeFaces('views');
    tree!.write('app/models/task.py', '');
    expect(failureOf(() => tree!.write('app/models', '')).code).toBe('DZL314');
    expect(failureOf(() => tree!.write('app/models/task.py/x', '')).code).toBe('DZL314');
  });

  it('says who wanted to read a file that nobody wrote', async () => {
    const [tree] = await makeFaces('admin');
    expect(failureOf(() => tree!.read('urls.py'))).toEqual({
      code: 'DZL312',
      message: 'admin cannot read urls.py: nobody has written it',
    });
  });
});
