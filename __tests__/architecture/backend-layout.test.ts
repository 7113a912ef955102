import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Backend } from '../../lib/backend/types.ts';

const generators = path.resolve(import.meta.dirname, '../../generators');
/** `app/` is the wizard of `dazzle init`. */
const backends = readdirSync(generators).filter((name) => name !== 'app');

const namesIn = (...folders: string[]): string[] => readdirSync(path.join(generators, ...folders)).sort();

/** The folders of the backend that the files of one of its folders import from, its own root as `.`. */
function reached(backend: string, folder: string): string[] {
  const root = path.join(generators, backend);
  const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const folders = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
      .map(([, target]) => path.relative(root, path.resolve(path.dirname(file), target!)))
      .filter((target) => !target.startsWith('..'))
      .map((target) => target.split(path.sep).slice(0, -1)[0] ?? '.'),
  );
  return [...new Set(folders)].sort();
}

describe.each(backends)('the backend %s', (backend) => {
  it('has the files that every backend has, and nothing else', () => {
    expect(namesIn(backend)).toEqual([
      'code',
      'generators',
      'hooks',
      'index.ts',
      'naming.ts',
      'prompting.ts',
      'service.ts',
    ]);
    expect(namesIn(backend, 'hooks')).toEqual(['post_build.ts', 'pre_build.ts']);
  });

  it('has one file for each of its generators, which exports it and nothing else', async () => {
    const { default: made } = (await import(path.join(generators, backend, 'index.ts'))) as {
      readonly default: Backend;
    };
    const exported = await Promise.all(
      namesIn(backend, 'generators').map(async (file) => {
        const module = (await import(path.join(generators, backend, 'generators', file))) as object;
        return Object.values(module).map(({ name }: { readonly name: string }) => [file, name]);
      }),
    );
    expect(exported.flat()).toEqual(made.generators.map(({ name }) => [`${name}.ts`, name]).sort());
  });

  it('writes code without knowing who asks for it: generators and hooks read code, and not each other', () => {
    expect(reached(backend, 'code')).toEqual(['.', 'code']);
    expect(reached(backend, 'generators')).toEqual(['.', 'code']);
    expect(reached(backend, 'hooks')).toEqual(['.', 'code']);
  });
});
